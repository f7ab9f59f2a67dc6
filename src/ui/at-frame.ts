const waiting = new Set<() => void>();
let underWay = false;

/**
 * Runs something when the next picture is about to be drawn; what it returns cancels that. What is asked for while one is
 * about to be drawn still belongs to that picture, so that a cause and its effects need one frame and not two.
 */
export function atFrame(run: () => void): () => void {
  // One of its own for each call: the same function may wait twice.
  const mine = (): void => run();
  if (waiting.size === 0 && !underWay) requestAnimationFrame(draw);
  waiting.add(mine);
  return () => void waiting.delete(mine);
}

function draw(): void {
  underWay = true;
  try {
    // subtle: a set is gone through to its end, also through what is added meanwhile.
    for (const run of waiting) {
      waiting.delete(run);
      run();
    }
  } finally {
    underWay = false;
    if (waiting.size > 0) requestAnimationFrame(draw);
  }
}
