import { valueOf } from '../../../../state/async.ts';
import { LiveChip } from '../../parts/live-chip/live-chip.tsx';
import { usePlaygroundState } from '../../playground-context.tsx';
import { useLiveRoom, useLiveState } from '../use-live.ts';

export function LiveChipSection() {
  const room = useLiveRoom();
  const model = usePlaygroundState((state) => state.live);
  const capabilities = useLiveState((state) => state.capabilities);
  const spent = useLiveState((state) => state.spent);
  if (room === undefined || model === undefined) return null;
  return (
    <LiveChip
      key={model}
      model={model}
      capabilities={valueOf(capabilities)}
      failed={capabilities.phase === 'failed'}
      spent={spent}
      onProbe={room.probeAgain}
    />
  );
}
