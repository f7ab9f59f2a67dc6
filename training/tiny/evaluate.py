"""Loss on a text that the model has not seen, over all ids, every token once.

A document is read in windows that advance by half a window, and each window scores what the one before did not: so
every token but the first ones of a document has at least half a window before it.
"""

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional as F

from data import Text, split_documents
from model import Transformer


@dataclass(frozen=True)
class Score:
    nats_per_token: float
    bits_per_byte: float
    tokens: int

    @property
    def perplexity(self) -> float:
        return math.exp(self.nats_per_token)


def surprisals(model: Transformer, document: np.ndarray) -> torch.Tensor:
    """Nats of each id of the document after the first, (length - 1,), in the precision of the model."""
    window = model.config.window
    ids = torch.from_numpy(document.astype(np.int64))
    parts = []
    scored = 0
    start = 0
    while scored < len(ids) - 1:
        end = min(start + window, len(ids) - 1)
        hidden = model(ids[None, start:end])[0, scored - start :]
        logits = hidden @ model.token.weight.T
        parts.append(F.cross_entropy(logits, ids[scored + 1 : end + 1], reduction="none"))
        scored = end
        start += window // 2
    return torch.cat(parts).double()


@torch.no_grad()
def evaluate(model: Transformer, text: Text, every: int = 1) -> Score:
    """Over every `every`-th document; bits per byte only when all are read."""
    was_training = model.training
    model.eval()
    documents = split_documents(text)[::every]
    nats = torch.cat([surprisals(model, document) for document in documents])
    model.train(was_training)
    total = nats.sum().item()
    bits = total / math.log(2) / text.utf8_bytes if every == 1 else math.nan
    return Score(total / len(nats), bits, len(nats))
