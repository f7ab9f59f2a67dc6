"""From a folder with `train.txt` and `valid.txt` to ids.

A line that holds only `<|endoftext|>` ends a document. That token stands before each document and is foretold at its
end, as for the trigram model.
"""

import hashlib
import pathlib
import sys
from dataclasses import dataclass

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "goldens"))

SEPARATOR = 50_256
MARK = "<|endoftext|>"


@dataclass(frozen=True)
class Text:
    """Documents one after the other in one array, each between two separators."""

    ids: np.ndarray
    """uint16: SEPARATOR, document, SEPARATOR, document, …, SEPARATOR."""
    utf8_bytes: int
    """Of the documents, without the marks between them."""
    documents: int
    separator: int = SEPARATOR


def read_documents(path: pathlib.Path) -> list[str]:
    documents: list[str] = []
    lines: list[str] = []
    for line in [*path.read_text("utf8").splitlines(), MARK]:
        if line != MARK:
            lines.append(line)
            continue
        text = "\n".join(lines).strip("\n")
        lines = []
        if text != "":
            documents.append(text)
    if not documents:
        raise SystemExit(f"{path}: holds no text; documents are accepted that end with a line {MARK}")
    return documents


def tokenise(documents: list[str]) -> Text:
    from tokens_oracle import encoding

    encoder = encoding("r50k_base")
    parts = [np.array([SEPARATOR], np.uint16)]
    for ids in encoder.encode_ordinary_batch(documents):
        parts.append(np.array([*ids, SEPARATOR], np.uint16))
    return Text(np.concatenate(parts), sum(len(each.encode()) for each in documents), len(documents))


def load(corpus: pathlib.Path, name: str, cache: pathlib.Path) -> Text:
    """The text `<name>.txt` of the corpus as ids; kept in `cache` under the digest of the file."""
    path = corpus / f"{name}.txt"
    if not path.is_file():
        raise SystemExit(f"{path} is not there; a folder with train.txt and valid.txt is accepted")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    kept = cache / f"{name}-{digest[:16]}.npz"
    if kept.is_file():
        with np.load(kept) as file:
            return Text(file["ids"], int(file["utf8_bytes"]), int(file["documents"]))
    text = tokenise(read_documents(path))
    cache.mkdir(parents=True, exist_ok=True)
    np.savez(kept, ids=text.ids, utf8_bytes=text.utf8_bytes, documents=text.documents)
    return text


def split_documents(text: Text) -> list[np.ndarray]:
    """Each document with the separator before it and the one that ends it."""
    ends = np.flatnonzero(text.ids == text.separator)
    return [text.ids[start : end + 1] for start, end in zip(ends, ends[1:])]
