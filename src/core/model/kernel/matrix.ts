/** A matrix as the weights file holds it, rows × columns, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** Whole numbers when there are scales. */
  readonly weights: Int8Array<ArrayBuffer> | Float32Array<ArrayBuffer>;
  /** What a whole number of each row stands for; undefined when the weights stand for themselves. */
  readonly scales: Float32Array<ArrayBuffer> | undefined;
}

/** One row as it is meant, written to `out`. */
export function writeRow({ columns, weights, scales }: Matrix, row: number, out: Float32Array): void {
  const scale = scales === undefined ? 1 : scales[row]!;
  const start = row * columns;
  for (let i = 0; i < columns; i++) out[i] = weights[start + i]! * scale;
}
