"""The model: token ids in, a vector per position out. Everything between is here.

Shapes: B windows, T positions, d width, H heads, V ids.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from config import ModelConfig


class Attention(nn.Module):
    """Every position looks back at the positions before it, and at itself."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.heads = config.heads
        self.query_key_value = nn.Linear(config.width, 3 * config.width)
        self.out = nn.Linear(config.width, config.width)

    def forward(self, x: Tensor) -> Tensor:  # (B, T, d) -> (B, T, d)
        batch, time, width = x.shape
        split = (batch, time, self.heads, width // self.heads)
        query, key, value = (
            part.view(split).transpose(1, 2) for part in self.query_key_value(x).chunk(3, dim=-1)
        )  # each (B, H, T, d / H)
        mixed = F.scaled_dot_product_attention(query, key, value, is_causal=True)
        return self.out(mixed.transpose(1, 2).reshape(batch, time, width))


class WindowDropout(nn.Module):
    """Drops the same features at every position of a window (Gal and Ghahramani 2016).

    Dropout of single numbers, and in the attention, takes half of the time of a step on a processor; this takes none.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:  # (B, T, d) -> (B, T, d)
        if not self.training or self.share == 0.0:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.share
        return x * (kept / (1.0 - self.share))


class Layer(nn.Module):
    """Attention, then a two-layer perceptron; each reads a normalised copy and adds to the stream."""

    def __init__(self, config: ModelConfig, dropout: float) -> None:
        super().__init__()
        self.norm_1 = nn.LayerNorm(config.width)
        self.attention = Attention(config)
        self.norm_2 = nn.LayerNorm(config.width)
        self.up = nn.Linear(config.width, 4 * config.width)
        self.down = nn.Linear(4 * config.width, config.width)
        self.drop = WindowDropout(dropout)

    def forward(self, x: Tensor) -> Tensor:  # (B, T, d) -> (B, T, d)
        x = x + self.drop(self.attention(self.norm_1(x)))
        return x + self.drop(self.down(F.gelu(self.up(self.norm_2(x)), approximate="tanh")))


class Transformer(nn.Module):
    """GPT-2 with tied embeddings: the table that reads ids also scores them."""

    def __init__(self, config: ModelConfig, dropout: float = 0.0) -> None:
        super().__init__()
        self.config = config
        self.token = nn.Embedding(config.vocabulary, config.width)
        self.position = nn.Embedding(config.window, config.width)
        self.drop = WindowDropout(dropout)
        self.layers = nn.ModuleList(Layer(config, dropout) for _ in range(config.layers))
        self.norm = nn.LayerNorm(config.width)
        self._initialise()

    def _initialise(self) -> None:
        into_stream = 0.02 / math.sqrt(2 * self.config.layers)
        for name, parameter in self.named_parameters():
            if name.endswith("bias"):
                nn.init.zeros_(parameter)
            elif "norm" in name:
                nn.init.ones_(parameter)
            else:
                adds = name.endswith(("out.weight", "down.weight"))
                nn.init.normal_(parameter, std=into_stream if adds else 0.02)

    def forward(self, ids: Tensor) -> Tensor:
        """(B, T) ids, T at most the window -> (B, T, d): what is multiplied with the token table for logits."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.token(ids) + self.position(places))
        for layer in self.layers:
            x = layer(x)
        return self.norm(x)

    def logits(self, ids: Tensor) -> Tensor:
        """(B, T) ids -> (B, T, V) natural-log scores."""
        return self(ids) @ self.token.weight.T

    def parameter_count(self) -> int:
        return sum(parameter.numel() for parameter in self.parameters())
