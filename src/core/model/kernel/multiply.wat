;; The one heavy loop of the transformer: a matrix of bytes times a vector of 16-bit whole numbers.
;;
;;     out[row] = factor * scales[row] * sum over columns of weights[row][column] * x[column]
;;
;; `weights` is the address of rows * columns signed bytes, row by row; `scales` and `out` of one float a row; `x` of one
;; 16-bit number a column. Columns are a multiple of 16. The sum is exact: whoever calls keeps |x| so small that it
;; stays within 32 bits. Made into `multiply-binary.ts` by `npm run kernel:pack`.
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
        (br_if $each_row (i32.lt_u (local.get $row) (local.get $rows)))))))
