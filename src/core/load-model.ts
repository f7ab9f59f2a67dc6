import * as v from 'valibot';
import { brokenFile } from './model/broken-file.ts';
import type { LanguageModel } from './model/language-model.ts';
import { openTrigram } from './model/open-trigram.ts';
import { transformerManifest, type TransformerManifest } from './model/transformer/manifest.ts';
import { parameterCount } from './model/transformer/parameter-count.ts';
import { trigramManifest, type TrigramManifest } from './model/trigram-manifest.ts';

/** Bytes of a model's file. A Node Buffer is a Uint8Array. */
export type FileBytes = Uint8Array | ArrayBuffer;
/** Gives the bytes of a file by its name in the model's folder, at once or later. */
export type ReadFile = (name: string) => FileBytes | Promise<FileBytes>;

const MANIFEST = 'manifest.json';
const manifests = { trigram: trigramManifest, transformer: transformerManifest } as const;
type Kind = keyof typeof manifests;
type Get = (name: string) => Promise<Uint8Array>;

/**
 * Loads a model from a folder like those under `public/models/`: first `manifest.json`, then the files that it names.
 * Rejects with a FaultError `broken-file` that names the file when one is truncated, damaged or of another kind,
 * and with whatever `read` rejects with when a file cannot be had.
 */
export async function loadModel(read: ReadFile): Promise<LanguageModel> {
  const get: Get = async (name) => asBytes(name, await read(name));
  const manifestBytes = await get(MANIFEST);
  const data = parseJson(manifestBytes);
  const kind = kindOf(data);
  const model =
    kind === 'trigram'
      ? await loadTrigram(parseManifest(kind, manifests[kind], data), get)
      : await loadTransformer(parseManifest(kind, manifests[kind], data), get);
  return { ...model, bytes: model.bytes + manifestBytes.length };
}

async function loadTrigram(manifest: TrigramManifest, get: Get): Promise<LanguageModel> {
  const { unigrams, bigrams, trigrams } = manifest.files;
  const [first, second, third] = await Promise.all([
    get(unigrams.name),
    get(bigrams.name),
    get(trigrams.name),
  ]);
  const model = openTrigram(manifest, { unigrams: first, bigrams: second, trigrams: third });
  return {
    ...headOf(manifest),
    parameters: manifest.ngrams[0] + manifest.ngrams[1] + manifest.ngrams[2],
    bytes: first.length + second.length + third.length,
    logits: (ids) => model.logits(ids),
  };
}

async function loadTransformer(manifest: TransformerManifest, get: Get): Promise<LanguageModel> {
  // subtle: its code comes with its weights, so that what a first visit loads is smaller.
  const [{ openTransformer }, weights] = await Promise.all([
    import('./model/transformer/open-transformer.ts'),
    get(manifest.files.weights.name),
  ]);
  const model = openTransformer(manifest, weights);
  return {
    ...headOf(manifest),
    parameters: parameterCount(manifest),
    bytes: weights.length,
    logits: (ids) => model.logits(ids),
    advance: (ids, positions) => model.advance(ids, positions),
    inspect: (ids) => model.inspect(ids),
  };
}

function headOf({
  id,
  kind,
  encoding,
  contextLength,
  vocabularySize,
}: TrigramManifest | TransformerManifest) {
  return { id, kind, encoding, contextLength, vocabularySize };
}

function asBytes(name: string, bytes: unknown): Uint8Array {
  // subtle: not instanceof, which fails for bytes that come from another frame or test environment.
  if (ArrayBuffer.isView(bytes)) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (Object.prototype.toString.call(bytes) === '[object ArrayBuffer]')
    return new Uint8Array(bytes as ArrayBuffer);
  throw brokenFile(name, 'was not read as bytes (a Uint8Array or an ArrayBuffer)');
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8(bytes));
  } catch {
    throw brokenFile(MANIFEST, 'is not JSON in UTF-8');
  }
}

function kindOf(data: unknown): Kind {
  const { success, output: head } = v.safeParse(v.object({ kind: v.string() }), data);
  if (!success) throw brokenFile(MANIFEST, `does not name the kind of the model; ${known}`);
  if (isKind(head.kind)) return head.kind;
  throw brokenFile(MANIFEST, `is of the kind "${head.kind}"; ${known}`);
}

const known = `known kinds: ${Object.keys(manifests).join(', ')}`;

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(manifests, kind);
}

function parseManifest<S extends v.GenericSchema>(kind: Kind, schema: S, data: unknown): v.InferOutput<S> {
  const manifest = v.safeParse(schema, data);
  if (manifest.success) return manifest.output;
  const issue = manifest.issues[0];
  throw brokenFile(MANIFEST, `is not one of a ${kind} model at ${v.getDotPath(issue)}: ${issue.message}`);
}

/** Text of UTF-8 bytes. Throws a URIError when they are not UTF-8. */
function utf8(bytes: Uint8Array): string {
  let escaped = '';
  for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`;
  return decodeURIComponent(escaped);
}
