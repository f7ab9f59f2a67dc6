import type { StageName } from '../../../../core/sampling/stages.ts';

/** The order with the stage at `from` put at `to`; the others close up. */
export function moveStage(order: readonly StageName[], from: number, to: number): readonly StageName[] {
  const rest = order.toSpliced(from, 1);
  return rest.toSpliced(to, 0, order[from]!);
}
