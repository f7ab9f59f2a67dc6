import { FaultError, fault } from '../../../../shared/fault.ts';
import { placeTokens } from './place-tokens.ts';
import { hasStep, readTokenizerJson, type TokenizerKind } from './read-tokenizer-json.ts';
import { spaceBorder } from './space-border.ts';
import { surfaces, type Writing } from './surface.ts';

/** A text under a tokenizer of Hugging Face's. */
export interface JsonEncoding {
  readonly ids: Uint32Array<ArrayBuffer>;
  /** UTF-16 spans; empty where a token was put in by the tokenizer, or could not be found again in the text. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  /** As the tokenizer writes them: `Ġthe`, `▁the`, `##ing`. */
  readonly tokens: readonly string[];
}

export interface JsonTokenizer {
  readonly kind: TokenizerKind;
  /** Tokens in the vocabulary, the added ones included. */
  readonly size: number;
  /** In steps of some milliseconds; finding the pieces of a text is one, of up to a second for 1 MB. No special tokens are put around it. */
  encodeInSteps(text: string): Generator<void, JsonEncoding, void>;
}

/** Pieces between two steps. */
const perStep = 512;

/** Loads the library with the first file. FaultError: the faults of readTokenizerJson. */
export async function openTokenizer(json: string, file: string): Promise<JsonTokenizer> {
  const read = readTokenizerJson(json, file);
  if (!read.ok) throw new FaultError(read.fault);
  const { kind, model: facts, pre_tokenizer: steps, ...rest } = read.value;
  const { Tokenizer } = await import('@huggingface/tokenizers');
  let library: InstanceType<typeof Tokenizer>;
  try {
    // Neither is needed to encode, so a strange one is no reason to refuse the file.
    library = new Tokenizer(
      { ...rest, pre_tokenizer: steps, model: { ...facts, type: kind }, decoder: null, post_processor: null },
      {},
    );
  } catch (error) {
    throw new FaultError(
      fault('broken-file', `${file} could not be made sense of: ${String(error)}`, { file, part: 'model' }),
    );
  }
  const { normalizer, pre_tokenizer: preTokenizer, model } = library;
  if (model === null)
    throw new FaultError(fault('broken-file', `${file} has no model`, { file, part: 'model' }));
  const added = new Map(
    [...library.get_added_tokens_decoder().values()].map((token) => [token.content, token]),
  );
  const raw = [...added.values()].filter((token) => !token.normalized || normalizer === null);
  const soft = [...added.values()].filter((token) => token.normalized && normalizer !== null);
  const softNames = new Map(soft.map((token) => [normalizer?.(token.content) ?? token.content, token]));
  const rawPattern = anyOf(raw.map((token) => token.content));
  const softPattern = anyOf([...softNames.keys()]);
  const writing: Writing = {
    byteLevel: hasStep(steps, 'ByteLevel'),
    byteFallback: facts['byte_fallback'] === true,
    prefix: wordOr(facts['continuing_subword_prefix'], kind === 'WordPiece' ? '##' : ''),
    suffix: wordOr(facts['end_of_word_suffix'], ''),
    unknown: model.unk_token,
  };
  const plain: Writing = { ...writing, byteLevel: false };
  const idOf = (token: string): number =>
    added.get(token)?.id ?? model.tokens_to_ids.get(token) ?? model.unk_token_id ?? 0;

  const border = spaceBorder(read.value, library);
  const cutSpaces = (pieces: string[]): string[] =>
    border === undefined ? pieces : pieces.flatMap((piece) => piece.split(border));

  function* encodeInSteps(text: string): Generator<void, JsonEncoding, void> {
    const tokens: string[] = [];
    const parts: Uint8Array[] = [];
    const take = (piece: string, made: readonly string[], how: Writing): void => {
      for (const token of made) tokens.push(token);
      for (const part of surfaces(piece, made, how)) parts.push(part);
    };
    const wellFormed = text.toWellFormed();
    const sections = trimmed(cutBy(wellFormed, rawPattern), added);
    for (const [index, section] of sections.entries()) {
      if (added.has(section)) {
        take(section, [section], plain);
        continue;
      }
      const normal = section === '' ? '' : (normalizer?.(section) ?? section);
      for (const part of trimmed(cutBy(normal, softPattern), softNames)) {
        const special = softNames.get(part);
        if (special !== undefined) take(part, [part], plain);
        else if (part !== '') {
          const pieces = cutSpaces(preTokenizer?.(part, { section_index: index }) ?? [part]);
          for (const [i, piece] of pieces.entries()) {
            take(piece, model!([piece]), writing);
            if (i % perStep === perStep - 1) yield;
          }
        }
      }
      yield;
    }
    const spans = yield* placeTokens(parts, wellFormed);
    const ids = Uint32Array.from(tokens, (token) => softNames.get(token)?.id ?? idOf(token));
    // An unknown token is what it stands for, until here.
    const written = Array.from(ids, (id, i) => library.id_to_token(id) ?? tokens[i]!);
    return { ids, tokens: written, ...spans };
  }
  const size = new Set([...model.tokens_to_ids.keys(), ...added.keys()]).size;
  return { kind, size, encodeInSteps };
}

/** Matches any of the words, the longest at each place; undefined for none. */
function anyOf(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const longest = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(`(${longest.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`);
}

function cutBy(text: string, pattern: RegExp | undefined): string[] {
  return pattern === undefined ? [text] : text.split(pattern).filter((part) => part !== '');
}

/** White space beside an added token that takes it. */
function trimmed(
  parts: string[],
  added: ReadonlyMap<string, { readonly lstrip: boolean; readonly rstrip: boolean }>,
): string[] {
  return parts.map((part, i) => {
    if (added.has(part)) return part;
    const before = i > 0 && added.get(parts[i - 1]!)?.rstrip === true ? part.trimStart() : part;
    return added.get(parts[i + 1] ?? '')?.lstrip === true ? before.trimEnd() : before;
  });
}

function wordOr(value: unknown, usual: string): string {
  return typeof value === 'string' ? value : usual;
}
