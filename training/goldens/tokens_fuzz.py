"""Random texts for the tokenizer, far more than the committed goldens hold.

    python3 training/goldens/tokens_fuzz.py COUNT SEED OUT.jsonl

Each line is a JSON array: the text (a JSON string, lone surrogates escaped), then its ids under
r50k_base, p50k_base, cl100k_base and o200k_base. `npm run fuzz:tokens -- OUT.jsonl` compares.
"""

import json
import random
import sys
import unicodedata

from tokens_oracle import ENCODINGS, all_code_points, encoding

SPACES = [" ", " ", " ", "  ", "\t", "\n", "\r", "\r\n", "\n\n", "\u0085", "\u00a0", "\u1680", "\u2003", "\u2028",
          "\u2029", "\u202f", "\u205f", "\u3000", "\x0b", "\x0c", "\x1c", "\x1f", "\u200b", "\ufeff", "\u180e"]
QUOTES = ["'", "'", "'s", "'S", "'\u017f", "'t", "'T", "'re", "'RE", "'rE", "'ve", "'vE", "'m", "'ll", "'lL", "'l",
          "'d", "'D", "\u2019s", "''", "'r", "'v", "'\u212a", "'\u0131", "'1"]
MARKS = ["\u0301", "\u0308", "\u0345", "\u0903", "\u20dd", "\ufe0f", "\u0e31", "\u093f", "\u3099", "\U0001e944"]
UPPER = ["A", "B", "ABC", "ZZZZ", "\u00c9", "\u0130", "\u01c5", "\u1f88", "\u0394", "\u0416", "\U00010400", "\ua7da"]
LOWER = ["a", "b", "abc", "the", "\u00e9", "\u0131", "\u017f", "\u03b4", "\u0436", "\U00010428", "\u00df", "\ua7db"]
BOTH = ["\u00aa", "\u02b0", "\u01bb", "\u05d0", "\u3042", "\u30a2", "\u6f22", "\u4e00\u4e8c", "\uac00", "\u0e01",
        "\u02bc", "\u3005", "\u0640", "\U00020000"]
NUMBERS = ["0", "1", "12", "123", "1234", "12345678", "\u00b2", "\u0663", "\u2167", "\u00bd", "\u3007", "\U0001d7d8"]
OTHERS = ["!", ".", ",", "/", "//", "/\n", "\n/", "-", "=", "{", "}", "();", "_", "#", "<", ">", "<|", "|>", "\"", "\0",
          "\x07", "\x7f", "\u20ac", "\u2014", "\u3002", "\U0001f600", "\U0001f468\u200d\U0001f680", "\ufffd",
          "\u0378", "\uffff", "\U000e0001", "\U0010ffff"]
SURROGATES = ["\ud800", "\udbff", "\udc00", "\udfff", "\ud83d", "\ude00"]
WORDS = ("the of and to in that it was his I'm don't we'll HTTPServer getElementById camelCase SNAKE_CASE "
         "http://example.org/a/b?c=d x=1; \n\n    return // note\n /* */ <div> naïve Straße ЖУРНАЛ "
         "東京 です。 日本語の文章 カタカナ नमस्ते สวัสดี 안녕하세요 مرحبا שלום 👩‍🚀 🇯🇵").split(" ")
SPECIAL = ["<|endoftext|>", "<|endofprompt|>", "<|fim_prefix|>"]
POINTS = all_code_points()
ASSIGNED = [p for p in POINTS if unicodedata.category(chr(p)) not in ("Cn", "Co")]


def one(rng: random.Random) -> str:
    kind = rng.randrange(12)
    if kind == 0:
        return "".join(chr(rng.choice(ASSIGNED)) for _ in range(rng.randrange(1, 40)))
    if kind == 1:
        return "".join(chr(rng.choice(POINTS)) for _ in range(rng.randrange(1, 20)))
    if kind == 2:
        return "".join(chr(rng.randrange(256)) for _ in range(rng.randrange(1, 60)))
    if kind == 3:
        return "".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randrange(1, 150)))
    if kind == 4:
        return rng.choice(["a", " ", "=", "-", "\n", "ab", "あ", "\u0301", "A", "é", "0", "\t "]) * rng.randrange(1, 300)
    if kind == 5:
        return "".join(chr(rng.randrange(0x3040, 0x9fff)) for _ in range(rng.randrange(1, 80)))
    if kind == 6:
        return " ".join(rng.choice(WORDS) for _ in range(rng.randrange(1, 20)))
    pools = [SPACES, QUOTES, MARKS, UPPER, LOWER, BOTH, NUMBERS, OTHERS, WORDS]
    if kind == 7:
        pools += [SURROGATES, SPECIAL]
    if kind == 8:
        pools = [SPACES, LOWER, OTHERS]
    if kind == 9:
        pools = [UPPER, BOTH, MARKS, QUOTES, LOWER]
    if kind == 10:
        pools = [SPACES, MARKS, QUOTES, UPPER]
    return "".join(rng.choice(rng.choice(pools)) for _ in range(rng.randrange(1, 24)))


def main() -> None:
    count, seed, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    rng = random.Random(seed)
    encodings = [encoding(name) for name in ENCODINGS]
    with open(out, "w", encoding="ascii") as file:
        for _ in range(count):
            text = one(rng)
            file.write(json.dumps([text, *(e.encode(text, disallowed_special=()) for e in encodings)]) + "\n")


if __name__ == "__main__":
    main()
