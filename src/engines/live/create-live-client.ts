import { FaultError, fault } from '../../../shared/fault.ts';
import type { LiveClient, LiveClientOptions } from './live-client.ts';

export function createLiveClient(_options: LiveClientOptions): LiveClient {
  throw new FaultError(fault('internal', 'not made yet'));
}
