"""Sizes of the model and settings of a training run, in one place."""

from dataclasses import asdict, dataclass, replace
from typing import Any


@dataclass(frozen=True)
class ModelConfig:
    """Shape of a decoder-only transformer as in GPT-2 (Radford et al. 2019)."""

    vocabulary: int = 50_257
    """Rows of the embedding table: the ids of r50k_base."""
    window: int = 256
    """Positions: tokens that the model can see at once."""
    layers: int = 6
    heads: int = 4
    width: int = 128
    """d: numbers that stand for one token between two layers."""

    def __post_init__(self) -> None:
        if self.width % self.heads != 0:
            raise ValueError(f"width {self.width} is not a multiple of heads {self.heads}")


@dataclass(frozen=True)
class TrainConfig:
    """One run. Its length is given in minutes, so that a machine of any speed ends with a finished schedule."""

    minutes: float = 76.0
    batch: int = 16
    """Windows a step."""
    negatives: int = 3072
    """Ids besides the batch's own that the softmax is estimated with; see `loss.py`."""
    exact_share: float = 0.04
    """Share of the run, at its end, in which the loss is taken over all ids."""
    matrix_rate: float = 0.02
    """Learning rate of Muon, for the matrices inside the layers."""
    vector_rate: float = 0.004
    """Learning rate of AdamW, for embeddings, positions, gains and biases."""
    weight_decay: float = 0.05
    dropout: float = 0.1
    warm_up: float = 0.02
    """Share of the run in which the learning rate rises."""
    cool_down: float = 0.5
    """Share of the run, at its end, in which it falls to nothing."""
    check_minutes: float = 8.0
    """Between two looks at the validation text, each of which writes a checkpoint."""
    seed: int = 1


def to_dict(config: ModelConfig | TrainConfig) -> dict[str, Any]:
    return asdict(config)


def changed(config: Any, **values: Any) -> Any:
    """The config with those of `values` that are not None."""
    return replace(config, **{key: value for key, value in values.items() if value is not None})
