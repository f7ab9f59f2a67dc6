;; The heavy loops of the transformer. Made into `kernel-binary.ts` by `npm run kernel:pack`.
;;
;; `multiply`: a matrix of bytes times a vector of 16-bit whole numbers.
;;
;;     out[row] = factor * scales[row] * sum over columns of weights[row][column] * x[column]
;;
;; `weights` is the address of rows * columns signed bytes, row by row; `scales` and `out` of one float a row; `x` of one
;; 16-bit number a column. Columns are a multiple of 16. The sum is exact: whoever calls keeps |x| so small that it
;; stays within 32 bits.
;;
;; `compare` and `mix` are the two products of attention, for one head, in single precision; `stride` is the number of bytes
;; from one position's key or value to the next, and `size`, the numbers of a head, a multiple of 4:
;;
;;     out[at] = factor * sum over i of query[i] * keys[at][i]
;;     out[i] = sum over at of shares[at] * values[at][i]
(module
  (import "host" "memory" (memory 1))
  (func (export "multiply")
    (param $weights i32) (param $scales i32) (param $x i32) (param $out i32)
    (param $rows i32) (param $columns i32) (param $factor f32)
    (local $row i32) (local $at i32) (local $end i32)
    (local $bytes v128) (local $even v128) (local $odd v128)
    (block $done
      (br_if $done (i32.eqz (local.get $rows)))
      (local.set $end (i32.add (local.get $x) (i32.shl (local.get $columns) (i32.const 1))))
      (loop $each_row
        (local.set $even (v128.const i32x4 0 0 0 0))
        (local.set $odd (v128.const i32x4 0 0 0 0))
        (local.set $at (local.get $x))
        (loop $sixteen
          (local.set $bytes (v128.load align=1 (local.get $weights)))
          (local.set $even
            (i32x4.add (local.get $even)
              (i32x4.dot_i16x8_s
                (i16x8.extend_low_i8x16_s (local.get $bytes))
                (v128.load align=2 (local.get $at)))))
          (local.set $odd
            (i32x4.add (local.get $odd)
              (i32x4.dot_i16x8_s
                (i16x8.extend_high_i8x16_s (local.get $bytes))
                (v128.load offset=16 align=2 (local.get $at)))))
          (local.set $weights (i32.add (local.get $weights) (i32.const 16)))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (br_if $sixteen (i32.lt_u (local.get $at) (local.get $end))))
        (local.set $even (i32x4.add (local.get $even) (local.get $odd)))
        (f32.store (local.get $out)
          (f32.mul
            (f32.mul (local.get $factor) (f32.load (local.get $scales)))
            (f32.convert_i32_s
              (i32.add
                (i32.add (i32x4.extract_lane 0 (local.get $even)) (i32x4.extract_lane 1 (local.get $even)))
                (i32.add (i32x4.extract_lane 2 (local.get $even)) (i32x4.extract_lane 3 (local.get $even)))))))
        (local.set $scales (i32.add (local.get $scales) (i32.const 4)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (br_if $each_row (i32.lt_u (local.get $row) (local.get $rows))))))

  (func (export "compare")
    (param $query i32) (param $keys i32) (param $out i32)
    (param $positions i32) (param $stride i32) (param $size i32) (param $factor f32)
    (local $i i32) (local $end i32) (local $sum v128)
    (block $done
      (br_if $done (i32.eqz (local.get $positions)))
      (local.set $end (i32.shl (local.get $size) (i32.const 2)))
      (loop $each_position
        (local.set $sum (v128.const f32x4 0 0 0 0))
        (local.set $i (i32.const 0))
        (loop $four
          (local.set $sum
            (f32x4.add (local.get $sum)
              (f32x4.mul
                (v128.load align=4 (i32.add (local.get $query) (local.get $i)))
                (v128.load align=4 (i32.add (local.get $keys) (local.get $i))))))
          (local.set $i (i32.add (local.get $i) (i32.const 16)))
          (br_if $four (i32.lt_u (local.get $i) (local.get $end))))
        (f32.store (local.get $out)
          (f32.mul (local.get $factor)
            (f32.add
              (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
              (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum))))))
        (local.set $keys (i32.add (local.get $keys) (local.get $stride)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $positions (i32.sub (local.get $positions) (i32.const 1)))
        (br_if $each_position (local.get $positions)))))

  (func (export "mix")
    (param $shares i32) (param $values i32) (param $out i32)
    (param $positions i32) (param $stride i32) (param $size i32)
    (local $at i32) (local $share i32) (local $end i32) (local $last i32) (local $sum v128)
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $size) (i32.const 2))))
    (local.set $last (i32.add (local.get $shares) (i32.shl (local.get $positions) (i32.const 2))))
    (loop $four
      (local.set $sum (v128.const f32x4 0 0 0 0))
      (local.set $share (local.get $shares))
      (local.set $at (local.get $values))
      (loop $each_position
        (local.set $sum
          (f32x4.add (local.get $sum)
            (f32x4.mul (v128.load32_splat (local.get $share)) (v128.load align=4 (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (local.get $stride)))
        (local.set $share (i32.add (local.get $share) (i32.const 4)))
        (br_if $each_position (i32.lt_u (local.get $share) (local.get $last))))
      (v128.store align=4 (local.get $out) (local.get $sum))
      (local.set $values (i32.add (local.get $values) (i32.const 16)))
      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (br_if $four (i32.lt_u (local.get $out) (local.get $end))))))
