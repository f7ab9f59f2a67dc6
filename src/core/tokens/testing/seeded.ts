/** Whole numbers below a bound, the same for the same seed (a 32-bit xorshift with a multiplier). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (Math.imul(state, 0x2c1b3c6d) >>> 8) % below;
  };
}
