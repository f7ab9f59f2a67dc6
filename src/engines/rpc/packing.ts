/** Typed arrays that can be packed. */
const arrayTypes = {
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
};
type ArrayType = keyof typeof arrayTypes;

/** Stands in the JSON for a typed array: its type, where its bytes begin after the JSON, and its length in elements. */
interface Stub {
  readonly [stubKey]: readonly [ArrayType, number, number];
}
const stubKey = '\0';
const align = (bytes: number): number => Math.ceil(bytes / 8) * 8;
/** The length of the JSON comes first. */
const headBytes = 4;

/**
 * A message as bytes: JSON, then the elements of its typed arrays. Undefined when it is longer than `limit` bytes or holds
 * what `unpack` would not give back as it was (a Map, a NaN).
 */
export function pack(message: unknown, limit: number): Uint8Array<ArrayBuffer> | undefined {
  const arrays: Uint8Array[] = [];
  let arrayBytes = 0;
  let isPlain = true;
  const json = JSON.stringify(message, (_key, value: unknown) => {
    if (ArrayBuffer.isView(value) && value.constructor.name in arrayTypes) {
      const array = value as InstanceType<(typeof arrayTypes)[ArrayType]>;
      const stub: Stub = { [stubKey]: [array.constructor.name as ArrayType, arrayBytes, array.length] };
      arrays.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
      arrayBytes += align(array.byteLength);
      return arrayBytes <= limit ? stub : null;
    }
    isPlain &&= isJson(value);
    return isPlain ? value : null;
  });
  const text = new TextEncoder().encode(json);
  const start = align(headBytes + text.length);
  if (!isPlain || start + arrayBytes > limit) return undefined;
  const bytes = new Uint8Array(start + arrayBytes);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, headBytes);
  let at = start;
  for (const array of arrays) {
    bytes.set(array, at);
    at += align(array.length);
  }
  return bytes;
}

/** What `pack` was given. The arrays share the memory of `bytes`. */
export function unpack({ buffer }: Uint8Array<ArrayBuffer>): unknown {
  const length = new DataView(buffer).getUint32(0);
  const start = align(headBytes + length);
  const json = new TextDecoder().decode(new Uint8Array(buffer, headBytes, length));
  return JSON.parse(json, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, stubKey)) return value;
    const [type, at, elements] = (value as Stub)[stubKey];
    return new arrayTypes[type](buffer, start + at, elements);
  });
}

/** Whether JSON keeps a value, its members apart. A member that is undefined is left out, which reads the same. */
function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return typeof value !== 'bigint';
  if (Array.isArray(value)) return !value.includes(undefined);
  return Object.getPrototypeOf(value) === Object.prototype && !Object.hasOwn(value, stubKey);
}
