"""Probabilities of an unpruned Kneser–Ney trigram model, worked out apart from the TypeScript that ships.

    python3 training/goldens/trigram_probabilities.py CORPUS > src/core/model/testing/trigram-goldens.json

Chen & Goodman 1999, §3 and eq. 26, over Python dictionaries; the tokens come from OpenAI's tiktoken. CORPUS is a folder with
train.txt. Takes a minute and about 2 GB.
"""

import json
import pathlib
import sys
from collections import Counter, defaultdict

from tokens_oracle import encoding

V = 50257
END = 50256
QUERIES = [
    ("", " the"),
    ("", "Once"),
    ("Once upon a", " time"),
    ("Once upon a", " table"),
    (" the", " king"),
    ("the little", " boy"),
    (" said the", " king"),
    (" said Alice", "."),
    (" in the middle of", " the"),
    ("zebra quantum", " the"),
    (" GDP", "\n"),
    (" never seen GDP", " Bitcoin"),
    ("happily ever", " after"),
    ("They lived happily ever after.", "<|endoftext|>"),
    (".\n\n", '"'),
]


def discounts(counts):
    n = Counter(counts)
    y = n[1] / (n[1] + 2 * n[2])
    return [0.0] + [k - (k + 1) * y * n[k + 1] / n[k] for k in (1, 2, 3)]


def main():
    enc = encoding("r50k_base")
    text = pathlib.Path(sys.argv[1], "train.txt").read_text("utf8")
    triples, firsts = Counter(), Counter()
    for document in text.split("\n<|endoftext|>\n"):
        document = document.strip("\n")
        if not document:
            continue
        ids = [END, *enc.encode_ordinary(document), END]
        firsts[ids[0], ids[1]] += 1
        triples.update(zip(ids, ids[1:], ids[2:]))

    pairs = Counter((b, c) for _, b, c in triples)
    pairs.update(firsts)
    singles = Counter(b for _, b in pairs)
    orders = [{(w,): n for w, n in singles.items()}, pairs, triples]
    saved = [discounts(counts.values()) for counts in orders]
    seen = [defaultdict(list) for _ in orders]
    for order, counts in enumerate(orders):
        for gram, n in counts.items():
            seen[order][gram[:-1]].append(n)

    def p(history, word):
        order = len(history)
        below = p(history[1:], word) if order else 1 / V
        counts = seen[order].get(history)
        if counts is None:
            return below
        total, d = sum(counts), saved[order]
        n = orders[order].get((*history, word), 0)
        gamma = sum(d[min(c, 3)] for c in counts) / total
        return (n - d[min(n, 3)]) / total + gamma * below

    rows = []
    for before, after in QUERIES:
        history = enc.encode_ordinary(before)
        word = END if after == "<|endoftext|>" else enc.encode_ordinary(after)[0]
        rows.append({"history": history, "id": word, "p": p(tuple(history[-2:] or [END]), word)})
    json.dump(rows, sys.stdout)
    print()


main()
