import { loadEncoder } from '../../core/tokens/load-encoder.ts';
import { serve } from '../rpc/server.ts';
import type { VocabularyCalls } from './calls.ts';
import { createVocabularyService } from './vocabulary-service.ts';

declare const self: DedicatedWorkerGlobalScope;

serve<VocabularyCalls>(self, createVocabularyService(loadEncoder));
