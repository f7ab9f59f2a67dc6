import { LiveAccessSection } from './sections/live-access-section.tsx';
import { LiveChipSection } from './sections/live-chip-section.tsx';
import { LiveNextTokenSection } from './sections/live-next-token-section.tsx';
import { LivePanelsSection } from './sections/live-panels-section.tsx';
import { LiveSamplerSection } from './sections/live-sampler-section.tsx';
import { LiveTapeSection } from './sections/live-tape-section.tsx';

/** What a live model shows in place of the page's own, as one file of the page. */
export const liveViews = {
  Access: LiveAccessSection,
  Chip: LiveChipSection,
  NextToken: LiveNextTokenSection,
  Panels: LivePanelsSection,
  Sampler: LiveSamplerSection,
  Tape: LiveTapeSection,
};
