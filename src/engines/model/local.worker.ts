import { serve } from '../rpc/server.ts';
import type { ModelCalls } from './calls.ts';
import { createModelService } from './model-service.ts';

declare const self: DedicatedWorkerGlobalScope;

serve<ModelCalls>(
  self,
  createModelService((url, init) => fetch(url, init)),
);
