"""Surprisal of the right next token, in nats: exact, or with an estimate of the softmax's denominator.

A softmax over 50,257 ids is most of the work of a small model. The estimate takes the ids that are right somewhere
in the batch as they are, and of all others a random sample, each of which stands for as many as were left out
(Horvitz and Thompson 1952). Its denominator has the right expectation, and the frequent ids are nearly always
among those that are exact.
"""

import math

import torch
from torch import Tensor
from torch.nn import functional as F


def exact_loss(hidden: Tensor, table: Tensor, targets: Tensor) -> Tensor:
    """hidden (N, d), table (V, d), targets (N,) -> nats per token over all V ids."""
    return F.cross_entropy((hidden @ table.T).float(), targets)


def sampled_loss(
    hidden: Tensor, table: Tensor, targets: Tensor, negatives: int, generator: torch.Generator
) -> Tensor:
    """As `exact_loss`, over the batch's own targets and `negatives` other ids drawn without replacement."""
    vocabulary = table.shape[0]
    present, place = torch.unique(targets, return_inverse=True)
    is_other = torch.ones(vocabulary, dtype=torch.bool)
    is_other[present] = False
    others = is_other.nonzero().squeeze(1)
    count = min(negatives, len(others))
    if count == 0:
        return exact_loss(hidden, table, targets)
    drawn = others[torch.randperm(len(others), generator=generator)[:count]]
    logits = hidden @ table[torch.cat([present, drawn])].T
    stands_for = torch.zeros(logits.shape[1])
    stands_for[len(present) :] = math.log(len(others) / count)
    return F.cross_entropy(logits.float() + stands_for, place)
