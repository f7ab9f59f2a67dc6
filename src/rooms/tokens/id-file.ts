export type IdFormat = 'json' | 'csv' | 'binary';

/** Ids as a file: a JSON array, one id a line under a heading, or unsigned 32-bit integers, least byte first. */
export function idFile(ids: Uint32Array, format: IdFormat): { readonly name: string; readonly blob: Blob } {
  switch (format) {
    case 'json':
      return { name: 'ids.json', blob: new Blob([`[${ids.join(',')}]\n`], { type: 'application/json' }) };
    case 'csv':
      return { name: 'ids.csv', blob: new Blob([`id\n${ids.join('\n')}\n`], { type: 'text/csv' }) };
    case 'binary':
      return { name: 'ids.u32', blob: new Blob([littleEndian(ids)], { type: 'application/octet-stream' }) };
  }
}

function littleEndian(ids: Uint32Array): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(ids.length * 4));
  ids.forEach((id, place) => view.setUint32(place * 4, id, true));
  return view.buffer;
}
