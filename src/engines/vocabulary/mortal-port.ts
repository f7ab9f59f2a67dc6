import type { Port } from '../rpc/port.ts';

export interface MortalPort extends Port {
  /** As if the worker had died by itself: its host ends it and fails what it was asked, and later starts another. */
  die(reason: string): void;
}

/** A port whose worker can be given up for dead from this side. */
export function mortalPort(port: Port): MortalPort {
  const mourners: ((reason: string) => void)[] = [];
  return {
    post: (message, transfer) => port.post(message, transfer),
    onMessage: (listener) => port.onMessage(listener),
    onDeath(listener) {
      mourners.push(listener);
      port.onDeath(listener);
    },
    close: () => port.close(),
    die: (reason) => mourners.forEach((mourner) => mourner(reason)),
  };
}
