import { serve } from '../rpc/server.ts';
import type { SplitsCalls } from './calls.ts';
import { createSplitsService } from './splits-service.ts';

declare const self: DedicatedWorkerGlobalScope;

serve<SplitsCalls>(self, createSplitsService());
