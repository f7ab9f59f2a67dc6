import { later } from '../../../ui/later.tsx';
import type { liveViews } from './live-views.ts';

/** A view of a live model, fetched with all the others when the first one is shown. */
function view(name: keyof typeof liveViews) {
  return later(() => import('./live-views.ts').then((all) => all.liveViews[name]));
}

export const LiveAccess = view('Access');
export const LiveChip = view('Chip');
export const LiveNextToken = view('NextToken');
export const LivePanels = view('Panels');
export const LiveSampler = view('Sampler');
export const LiveTape = view('Tape');
