import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import type { Encoder } from '../../core/tokens/encoder.ts';
import type { ExplainedPiece } from '../../core/tokens/explained-piece.ts';
import { explainPieces } from '../../core/tokens/explain-pieces.ts';
import type { Handlers } from '../rpc/server.ts';
import { Transfer } from '../rpc/transfer.ts';
import type { MergesCalls } from './calls.ts';

/** More than anyone reads one by one, few enough to be drawn as a row. */
export const mostPieces = 200;

/** A worker's answers about merges. `load` is called once per encoding that is asked for. */
export function createMergesService(load: (encoding: EncodingId) => Promise<Encoder>): Handlers<MergesCalls> {
  const encoders = new Map<EncodingId, Promise<Encoder>>();

  function encoderOf(id: EncodingId): Promise<Encoder> {
    const known = encoders.get(id);
    if (known !== undefined) return known;
    const loading = load(id);
    encoders.set(id, loading);
    // A vocabulary that did not come (no network) is asked for again next time.
    loading.catch(() => encoders.delete(id));
    return loading;
  }

  return {
    async explain({ encoding, text, special }, { breathe }) {
      const encoder = await encoderOf(encoding);
      const pieces: ExplainedPiece[] = [];
      for (const piece of explainPieces(encoder, text, special)) {
        if (pieces.length === mostPieces) break;
        pieces.push(piece);
        await breathe();
      }
      const rest = text.length - (pieces.at(-1)?.to ?? 0);
      return new Transfer(
        { pieces, rest },
        pieces.map(({ bytes }) => bytes.buffer),
      );
    },
  };
}
