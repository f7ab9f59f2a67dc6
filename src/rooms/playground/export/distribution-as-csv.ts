import type { Trace } from '../../../core/sampling/trace.ts';
import type { VocabularyBytes } from '../../../core/tokens/vocabulary-bytes.ts';
import { candidateStatus, type CandidateStatus } from '../selectors/candidate-status.ts';
import { tokenBytes } from './token-bytes.ts';

/**
 * The whole vocabulary as CSV (RFC 4180, CRLF), by falling model probability, in English whatever the page's language.
 *
 * Columns: id; token, a JSON string (empty when the bytes are no whole characters); bytes in hex; model_rank;
 * model and final, at full precision; status. The JSON string begins with a quotation mark and has its line breaks
 * escaped, so a spreadsheet takes no token for a formula (`=`, `+`, `-`, `@`), and a record is one line.
 */
export function distributionAsCsv(trace: Trace, vocabulary: VocabularyBytes): string {
  const lines = ['id,token,bytes,model_rank,model,final,status'];
  trace.modelOrder.forEach((id, rank) => {
    const { text, bytes } = tokenBytes(id, vocabulary);
    const token = text === null ? '' : quoted(JSON.stringify(text));
    const { [id]: model } = trace.model.probabilities;
    const { [id]: final } = trace.final.probabilities;
    lines.push(
      `${id},${token},${bytes},${rank + 1},${model},${final},${statusText(candidateStatus(trace, id))}`,
    );
  });
  return `${lines.join('\r\n')}\r\n`;
}

function quoted(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}

function statusText(status: CandidateStatus): string {
  switch (status.kind) {
    case 'removed':
      return status.stage;
    case 'argmax':
      return 'temperature 0';
    case 'impossible':
      return 'ruled out by the model';
    default:
      return status.kind;
  }
}
