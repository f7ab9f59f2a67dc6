import { serve } from '../rpc/server.ts';
import type { FactsCalls } from './calls.ts';
import { createFactsService } from './facts-service.ts';

declare const self: DedicatedWorkerGlobalScope;

serve<FactsCalls>(self, createFactsService());
