/** The ids that occur by falling count, then by rising id. */
export function rankIds(unigramCount: Uint32Array): Uint16Array {
  const ids: number[] = [];
  unigramCount.forEach((count, id) => {
    if (count > 0) ids.push(id);
  });
  ids.sort((a, b) => unigramCount[b]! - unigramCount[a]! || a - b);
  return Uint16Array.from(ids);
}
