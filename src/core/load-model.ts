import * as v from 'valibot';
import { brokenFile } from './model/broken-file.ts';
import type { LanguageModel } from './model/language-model.ts';
import { openTrigram } from './model/open-trigram.ts';
import { trigramManifest, type TrigramManifest } from './model/trigram-manifest.ts';

/** Bytes of a model's file. A Node Buffer is a Uint8Array. */
export type FileBytes = Uint8Array | ArrayBuffer;
/** Gives the bytes of a file by its name in the model's folder, at once or later. */
export type ReadFile = (name: string) => FileBytes | Promise<FileBytes>;

const MANIFEST = 'manifest.json';
const kinds = ['trigram'] as const;

/**
 * Loads a model from a folder like those under `public/models/`: first `manifest.json`, then the files that it names.
 * Rejects with a FaultError `broken-file` that names the file when one is truncated, damaged or of another kind,
 * and with whatever `read` rejects with when a file cannot be had.
 */
export async function loadModel(read: ReadFile): Promise<LanguageModel> {
  const manifestBytes = asBytes(MANIFEST, await read(MANIFEST));
  const manifest = parseManifest(manifestBytes);
  const { unigrams, bigrams, trigrams } = manifest.files;
  const get = async (name: string): Promise<Uint8Array> => asBytes(name, await read(name));
  const [first, second, third] = await Promise.all([
    get(unigrams.name),
    get(bigrams.name),
    get(trigrams.name),
  ]);
  const model = openTrigram(manifest, { unigrams: first, bigrams: second, trigrams: third });
  return {
    id: manifest.id,
    kind: manifest.kind,
    encoding: manifest.encoding,
    contextLength: manifest.contextLength,
    vocabularySize: manifest.vocabularySize,
    parameters: manifest.ngrams[0] + manifest.ngrams[1] + manifest.ngrams[2],
    bytes: manifestBytes.length + first.length + second.length + third.length,
    logits: (ids) => model.logits(ids),
  };
}

function asBytes(name: string, bytes: unknown): Uint8Array {
  // subtle: not instanceof, which fails for bytes that come from another frame or test environment.
  if (ArrayBuffer.isView(bytes)) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (Object.prototype.toString.call(bytes) === '[object ArrayBuffer]')
    return new Uint8Array(bytes as ArrayBuffer);
  throw brokenFile(name, 'was not read as bytes (a Uint8Array or an ArrayBuffer)');
}

function parseManifest(bytes: Uint8Array): TrigramManifest {
  let data: unknown;
  try {
    data = JSON.parse(utf8(bytes));
  } catch {
    throw brokenFile(MANIFEST, 'is not JSON in UTF-8');
  }
  const { success, output: head } = v.safeParse(v.object({ kind: v.string() }), data);
  if (!success || !kinds.some((kind) => kind === head.kind)) {
    const found = success ? `is of the kind "${head.kind}"` : 'does not name the kind of the model';
    throw brokenFile(MANIFEST, `${found}; known kinds: ${kinds.join(', ')}`);
  }
  const manifest = v.safeParse(trigramManifest, data);
  if (manifest.success) return manifest.output;
  const issue = manifest.issues[0];
  throw brokenFile(
    MANIFEST,
    `is not one of a ${head.kind} model at ${v.getDotPath(issue)}: ${issue.message}`,
  );
}

/** Text of UTF-8 bytes. Throws a URIError when they are not UTF-8. */
function utf8(bytes: Uint8Array): string {
  let escaped = '';
  for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`;
  return decodeURIComponent(escaped);
}
