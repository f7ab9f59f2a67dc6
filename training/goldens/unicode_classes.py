"""Writes src/core/tokens/unicode-classes.ts: the class of every code point as tiktoken's own regex engine sees it.

The table is not taken from a Unicode data file but asked of the engine: an encoding whose pattern is
one class (`\\p{Lu}` …) emits exactly the characters of that class.

    python3 training/goldens/unicode_classes.py
"""

import tiktoken

from tokens_oracle import ROOT, VERSION, all_code_points

# One bit per class; the order is the one of src/core/tokens/character-class.ts.
PROBES = [
    (1, r"[\p{Lu}\p{Lt}]"),
    (2, r"\p{Ll}"),
    (4, r"[\p{Lm}\p{Lo}]"),
    (8, r"\p{M}"),
    (16, r"\p{N}"),
    (32, r"[^\S\r\n]"),
    (64, r"[\r\n]"),
    (7, r"\p{L}"),
    (96, r"\s"),
]
OTHER = 128
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def base36(value: int) -> str:
    out = ""
    while True:
        out = DIGITS[value % 36] + out
        value //= 36
        if value == 0:
            return out


def members(pattern: str, text: str) -> set[str]:
    bytes_only = {bytes([b]): b for b in range(256)}
    probe = tiktoken.Encoding("probe", pat_str=pattern, mergeable_ranks=bytes_only, special_tokens={})
    return set(bytes(probe.encode_ordinary(text)).decode())


def main() -> None:
    points = all_code_points()
    text = "".join(map(chr, points))
    classes = [0] * 0x110000
    for bit, pattern in PROBES[:7]:
        for character in members(pattern, text):
            assert classes[ord(character)] == 0, hex(ord(character))
            classes[ord(character)] = bit
    for bits, pattern in PROBES[7:]:
        assert members(pattern, text) == {chr(p) for p in points if classes[p] & bits}, pattern
    runs = []
    start = 0
    for point in range(1, 0x110001):
        here = classes[start] or OTHER
        if point == 0x110000 or (classes[point] or OTHER) != here:
            runs.append((point - start, here))
            start = point
    letters = {1: "u", 2: "l", 4: "o", 8: "m", 16: "n", 32: "s", 64: "r", OTHER: "x"}
    # A run is a lower-case class letter and its length in upper-case base 36; a length of one is left out.
    packed = "".join(letters[c] + ("" if n == 1 else base36(n)) for n, c in runs)
    lines = "\n".join(f"  '{packed[i : i + 110]}'," for i in range(0, len(packed), 110))
    target = ROOT / "src" / "core" / "tokens" / "unicode-classes.ts"
    target.write_text(
        f"""// Made by training/goldens/unicode_classes.py from tiktoken {VERSION}. Do not edit.
// prettier-ignore
/** Runs of equal class over all code points, in order: a class letter, then the run's length in base 36 (1 when absent). */
export const unicodeClassRuns = [
{lines}
].join('');
""",
        encoding="utf-8",
    )
    print(len(runs), "runs,", len(packed), "characters")


if __name__ == "__main__":
    main()
