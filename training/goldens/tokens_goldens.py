"""Goldens of the tokenizer, made by OpenAI's tiktoken.

    python3 training/goldens/tokens_goldens.py

Writes src/core/tokens/testing/token-goldens.json, which src/core/tokens/token-goldens.test.ts reads: every code point
that is or may become a character, in three templates, and 5,000 random strings, as a CRC-32 of the ids (u32, little-endian)
per block; and awkward texts with all their ids. Templates and random strings are made alike on both sides.
"""

import base64
import json
import struct
import zlib

from tokens_oracle import ENCODINGS, ROOT, VERSION, encoding

OUT = ROOT / "src/core/tokens/testing/token-goldens.json"
BLOCK = 256

# [from, to): without surrogates; of the private planes only the ends, of plane 14 what is assigned and a margin.
RANGES = [(0, 0xD800), (0xE000, 0x32400), (0xE0000, 0xE0200), (0xF0000, 0xF0100), (0x10FF00, 0x110000)]
TEMPLATES = ["x%sy", "  %s1", "%s%s's"]

RANDOM_STRINGS = 5_000
RANDOM_BLOCK = 50

TEXTS = [
    "", " ", "a", "Hello world", "Hello, world!", "Once upon a time there was a", "The quick brown fox jumps over the lazy dog.",
    "I'm sure they'll say we've done what he'd do; it's SHE'S, THEY'LL and I'M.", "'tis\n'twas\n\n'Twere",
    "don\u2019t use curly quotes\u2014they\u2019re other bytes", "It\u017f 'S '\u017f 'K '\u212a",
    "def f(x: int) -> int:\n\tif x:\n        return x ** 2  # square\n\n\nprint(f(12_345))\r\n",
    "for (let i = 0; i < 10; ++i) {\n  console.log(`${i}`);\n}\n// end\n/* a */",
    "<div class=\"a\">\n    <p>1,234,567.89</p>\n</div>\n\n\n", "https://example.org/a/b?c=d&e=%20#f", "a_b-c.d/e\\f~g",
    "HTTPServer getElementById parseJSONToXML SNAKE_CASE camelCase Title Case ALLCAPS",
    "1 12 123 1234 12345 123456 1234567890", "3.14159 1e-10 0xFF \u00bd \u2167 \u0663\u0664\u0665 \U0001d7d8\U0001d7d9",
    "\u65e5\u672c\u8a9e\u306e\u6587\u7ae0\u3067\u3059\u3002\u30c8\u30fc\u30af\u30f3\u306b\u5206\u304b\u308c\u307e\u3059\u3002\u6771\u4eac\u30bf\u30ef\u30fc",
    "\u543e\u8f29\u306f\u732b\u3067\u3042\u308b\u3002\u540d\u524d\u306f\u307e\u3060\u7121\u3044\u3002\n\u3000\u3069\u3053\u3067\u751f\u308c\u305f\u304b\u3068\u3093\u3068\u898b\u5f53\u304c\u3064\u304b\u306c\u3002",
    "\u4e2d\u6587\u5206\u8bcd\uff0c\u6bcf\u4e2a\u5b57\uff1f \ud55c\uad6d\uc5b4 \uae00\uc790 \u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22 \u0928\u092e\u0938\u094d\u0924\u0947 \u0924\u0941\u092e\u094d\u0939\u093e\u0930\u093e",
    "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645 \u05e9\u05dc\u05d5\u05dd \u0396\u03b5\u03cd\u03c2 \u041c\u043e\u0441\u043a\u0432\u0430 \u00c5ngstr\u00f6m na\u00efve Stra\u00dfe \u0130stanbul",
    "I \U0001f469\u200d\U0001f680 love \U0001f355", "\U0001f600\U0001f601\U0001f44d\U0001f3fd\U0001f1ef\U0001f1f5\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001d4b3 \U00010400\U00010428",
    "\ud800", "a\udc00b", "\udfff\ud800", "\ud83d", "x\ud83d \ude00y", "\ufffd",
    "\0", "a\0b\0\0c", "\x01\x1b[31m\x7f", "\r", "\n", "\r\n", "a\r\nb\r\n\r\nc", "a\n\n\nb", " \n \n", "\t\t a  b   c    d", "   ", "a ", "a  ", " a\t\n ",
    "\u00a0a\u00a0\u00a0b", "\u3000a \u2003b\u2028c\u2029d\u0085e\u0085\u0085f", "\ufeffBOM at the start", "in\ufeffside \ufeff", "\u200bzero\u200bwidth\u200d",
    "Z\u0338\u0351\u0300a\u0337\u034a\u0316l\u0336\u033fg\u0335\u0313\u0329o\u0338\u0344\u0347", "e\u0301 \u0301 \u0301\u0301a", "\u0e01\u0e33\u0e44\u0e17\u0e22\u0e4d\u0e32",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "=" * 70, " " * 90, "\n" * 40, "ab" * 60, "!?!?!?!?...", "-----\n=====\n_____", "((((()))))[[[]]]{{{}}}",
    "<|endoftext|>", "a<|endoftext|>b <|fim_prefix|><|endofprompt|> <|nothing|>", "<|endoftext", "/\n//\n///\n\n/ \n a/\r\n",
]


def digest(ids) -> bytes:
    return struct.pack("<I", zlib.crc32(b"".join(struct.pack("<I", i) for i in ids)))


def blocks():
    for start, end in RANGES:
        for at in range(start, end, BLOCK):
            yield range(at, min(at + BLOCK, end))


class Random:
    """Numerical Recipes' 32-bit linear congruential generator; the upper 16 bits count."""

    def __init__(self, seed: int):
        self.state = seed

    def below(self, limit: int) -> int:
        self.state = (self.state * 1664525 + 1013904223) & 0xFFFFFFFF
        return (self.state >> 16) % limit


# Where a random character is taken from: [from, to).
POOLS = [(0x20, 0x7F), (0x61, 0x7B), (0x41, 0x5B), (0x30, 0x3A), (0x09, 0x0E), (0x20, 0x21), (0xA0, 0x250), (0x300, 0x370),
         (0x370, 0x530), (0x590, 0x700), (0x900, 0xE00), (0x1E00, 0x2070), (0x2000, 0x2030), (0x3040, 0x3100), (0x4E00, 0x5200),
         (0xAC00, 0xB000), (0xFE00, 0xFF00), (0x1F300, 0x1F700), (0x10000, 0x12000), (0x27, 0x28)]


def random_string(random: Random) -> str:
    text = ""
    for _ in range(1 + random.below(12)):
        start, end = POOLS[random.below(len(POOLS))]
        for _ in range(1 + random.below(5)):
            text += chr(start + random.below(end - start))
    return text


def main() -> None:
    encoders = {name: encoding(name) for name in ENCODINGS}
    points, strings = {}, {}
    for name, encoder in encoders.items():
        plain = encoder.encode_ordinary
        packed = b""
        for template in TEMPLATES:
            for block in blocks():
                texts = [template.replace("%s", chr(point)) for point in block]
                packed += digest([token for text in texts for token in plain(text)])
        points[name] = base64.b64encode(packed).decode()
        random = Random(16)
        packed = b""
        for _ in range(RANDOM_STRINGS // RANDOM_BLOCK):
            packed += digest([token for _ in range(RANDOM_BLOCK) for token in plain(random_string(random))])
        strings[name] = base64.b64encode(packed).decode()
    texts = [
        {
            "text": text,
            "ids": {name: encoder.encode_ordinary(text) for name, encoder in encoders.items()},
            "parsed": {name: encoder.encode(text, allowed_special="all") for name, encoder in encoders.items()} if "<|" in text else None,
        }
        for text in TEXTS
    ]
    golden = {
        "by": f"training/goldens/tokens_goldens.py, tiktoken {VERSION}; not edited by hand",
        "ranges": RANGES, "block": BLOCK, "templates": TEMPLATES, "points": points,
        "pools": POOLS, "randomStrings": RANDOM_STRINGS, "randomBlock": RANDOM_BLOCK, "seed": 16, "strings": strings,
        "sizes": {name: encoder.n_vocab for name, encoder in encoders.items()},
        "texts": texts,
    }
    OUT.write_text(json.dumps(golden, ensure_ascii=True, separators=(",", ":")) + "\n")


main()
