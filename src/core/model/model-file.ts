import * as v from 'valibot';
import { brokenFile } from './broken-file.ts';
import { crc32 } from './crc32.ts';

export const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What a manifest says of one file beside it. */
export const modelFile = v.object({
  name: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  /** Length in bytes. */
  bytes: wholeNumber,
  /** CRC-32, checked on loading. */
  crc32: wholeNumber,
  /** In hexadecimal, for people and scripts. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/** Throws a FaultError `broken-file` when the bytes are not the ones that the manifest means. */
export function checkFile(file: v.InferOutput<typeof modelFile>, bytes: Uint8Array): void {
  if (bytes.length !== file.bytes) {
    throw brokenFile(file.name, `has ${bytes.length} bytes where the manifest says ${file.bytes}`);
  }
  const found = crc32(bytes);
  if (found !== file.crc32) {
    throw brokenFile(file.name, `has the checksum ${found} where the manifest says ${file.crc32}`);
  }
}
