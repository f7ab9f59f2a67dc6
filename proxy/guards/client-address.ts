/** Of an IPv6 address the part that belongs to one network: whoever has a network has 2⁶⁴ addresses. */
const groupsOfANetwork = 4;

/**
 * What tells a client from another, from its address: an IPv4 address as it is, also when it is written as IPv6, and of IPv6 the
 * network. What is no address stays what it is.
 */
export function clientAddress(address: string): string {
  const written = address.trim().replace(/%.*$/, '');
  if (!written.includes(':')) return withoutPort(written);
  const bare = /^\[(.*)\](?::\d+)?$/.exec(written)?.[1] ?? written;
  if (!URL.canParse(`http://[${bare}]/`)) return withoutPort(written);
  const groups = groupsOf(new URL(`http://[${bare}]/`).hostname.slice(1, -1));
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) {
    const [high, low] = [groups[6]!, groups[7]!];
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  return `${groups
    .slice(0, groupsOfANetwork)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** `203.0.113.7:4711`, as some reverse proxies write it. */
function withoutPort(address: string): string {
  return address.replace(/^([^:]+):\d+$/, '$1');
}

/** The eight groups of an address as a URL writes it: hexadecimal, with `::` for the longest run of zeros. */
function groupsOf(address: string): readonly number[] {
  const [before, after] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const [first, last] = [before ?? [], after ?? []];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...zeros, ...last].map((group) => Number.parseInt(group, 16));
}
