"""Makes the goldens of a small random model: python3 fixtures.py

Writes src/core/model/testing/small-{float32,int8}/ and small-goldens.json: logits, attention, streams and logit lens of PyTorch,
with the weights as the files hold them, for the forward pass in TypeScript to be compared with.
"""

import json
import pathlib

import torch
from torch.nn import functional as F

from config import ModelConfig
from export import quantised, write
from model import Transformer

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "src" / "core" / "model" / "testing"
SHAPE = ModelConfig(vocabulary=96, window=24, layers=2, heads=2, width=32)
SEPARATOR = 0


def look_inside(model: Transformer, ids: torch.Tensor) -> dict:
    """Attention of the last position and the lens, worked out without the fused functions of the model."""
    width, heads = model.config.width, model.config.heads
    x = model.token(ids) + model.position(torch.arange(len(ids)))
    streams, shares = [x[-1]], []
    for layer in model.layers:
        query, key, value = layer.attention.query_key_value(layer.norm_1(x)).chunk(3, dim=-1)
        split = lambda part: part.view(len(ids), heads, width // heads).transpose(0, 1)
        scores = split(query) @ split(key).transpose(1, 2) / (width // heads) ** 0.5
        scores = scores.masked_fill(torch.ones(len(ids), len(ids)).triu(1).bool(), -torch.inf)
        share = scores.softmax(-1)
        x = x + layer.attention.out((share @ split(value)).transpose(0, 1).reshape(len(ids), width))
        x = x + layer.down(F.gelu(layer.up(layer.norm_2(x)), approximate="tanh"))
        streams.append(x[-1])
        shares.append(share[:, -1])
    lens = (model.norm(torch.stack(streams)) @ model.token.weight.T).softmax(-1)
    return {
        "attention": rounded(torch.stack(shares)),
        "streams": rounded(torch.stack(streams)),
        "lens": rounded(lens),
    }


def rounded(values: torch.Tensor) -> list[float]:
    return [float(f"{value:.7g}") for value in values.flatten().tolist()]


@torch.no_grad()
def main() -> None:
    torch.manual_seed(5)
    model = Transformer(SHAPE).eval()
    for parameter in model.parameters():
        # Larger than at the start of a training, so that every part of the walk matters.
        parameter.add_(torch.randn_like(parameter) * 0.25)
    goldens = []
    for precision, said in (("float32", model), ("int8", quantised(model))):
        write(model, FOLDER / f"small-{precision}", "small", precision, SEPARATOR, {})
        for length in (1, 2, 7, 24):
            ids = torch.randint(0, SHAPE.vocabulary, (length,))
            inside = look_inside(said, ids) if length == 7 else {}
            logits = rounded(said.logits(ids[None])[0, -1])
            goldens.append({"precision": precision, "ids": ids.tolist(), "logits": logits, **inside})
    lines = ",\n".join("  " + json.dumps(golden) for golden in goldens)
    (FOLDER / "small-goldens.json").write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
