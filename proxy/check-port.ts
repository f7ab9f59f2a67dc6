import { createServer } from 'node:net';
import { fault, type Result } from '../shared/fault.ts';
import { explainListenError } from './explain-listen-error.ts';
import type { Settings } from './settings.ts';

/** Whether a server could listen there now. */
export function checkPort<T extends Pick<Settings, 'port' | 'host'>>(settings: T): Promise<Result<T>> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => {
      resolve({ ok: false, fault: fault('out-of-range', explainListenError(error, settings)) });
    });
    probe.listen(settings.port, settings.host, () =>
      probe.close(() => resolve({ ok: true, value: settings })),
    );
  });
}
