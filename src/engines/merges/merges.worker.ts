import { loadEncoder } from '../../core/tokens/load-encoder.ts';
import { serve } from '../rpc/server.ts';
import type { MergesCalls } from './calls.ts';
import { createMergesService } from './merges-service.ts';

declare const self: DedicatedWorkerGlobalScope;

serve<MergesCalls>(self, createMergesService(loadEncoder));
