import { loadEncoder } from '../../core/tokens/load-encoder.ts';
import { TokenDocument } from '../../core/tokens/token-document.ts';
import { serve } from '../rpc/server.ts';
import { sharedScope } from '../rpc/shared-scope.ts';
import type { TokenizerCalls } from './calls.ts';
import { createTokenizerService } from './tokenizer-service.ts';

declare const self: DedicatedWorkerGlobalScope;

serve<TokenizerCalls>(
  sharedScope(self),
  createTokenizerService(async (id) => {
    const encoder = await loadEncoder(id);
    return {
      vocabulary: () => encoder.vocabularyBytes(),
      encode: (text, special) => encoder.encode(text, special),
      document: (special) => new TokenDocument(encoder, special),
    };
  }),
);
