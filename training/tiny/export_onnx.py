"""Writes an exported model as ONNX with a key-value cache, for the bench: python3 export_onnx.py --model FOLDER --to FILE

Needs the packages onnx and onnxscript. Inputs: `ids` (t), int64; `past` (layers, 2, heads, p, d / heads), float32, of the
p positions before. Outputs: `logits` (V) of the last position; `present`, as `past`, with p + t positions.
"""

import argparse
import pathlib

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from model import Transformer
from open_export import open_export


class Cached(nn.Module):
    def __init__(self, model: Transformer) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, past: Tensor) -> tuple[Tensor, Tensor]:
        model, heads = self.model, self.model.config.heads
        size = model.config.width // heads
        before, new = past.shape[3], ids.shape[0]
        places = torch.arange(before + new)
        x = model.token(ids) + model.position(places[before:])
        hidden = places[None, :] > places[before:, None]  # (t, p + t)
        kept = []
        for index, layer in enumerate(model.layers):
            query, key, value = layer.attention.query_key_value(layer.norm_1(x)).chunk(3, dim=-1)
            query, key, value = (part.view(new, heads, size).transpose(0, 1) for part in (query, key, value))
            key = torch.cat([past[index, 0], key], dim=1)  # (H, p + t, d / H)
            value = torch.cat([past[index, 1], value], dim=1)
            scores = (query @ key.transpose(1, 2)) / size**0.5
            share = scores.masked_fill(hidden, -torch.inf).softmax(-1)
            x = x + layer.attention.out((share @ value).transpose(0, 1).reshape(new, heads * size))
            x = x + layer.down(F.gelu(layer.up(layer.norm_2(x)), approximate="tanh"))
            kept.append(torch.stack([key, value]))
        logits = model.token.weight @ model.norm(x[-1])
        return logits, torch.stack(kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=pathlib.Path, required=True, help="a folder such as public/models/tiny")
    parser.add_argument("--to", type=pathlib.Path, required=True)
    options = parser.parse_args()
    model, _ = open_export(options.model)
    config = model.config
    past = torch.zeros(config.layers, 2, config.heads, 3, config.width // config.heads)
    torch.onnx.export(
        Cached(model).eval(),
        (torch.tensor([1, 2, 3, 4]), past),
        str(options.to),
        input_names=["ids", "past"],
        output_names=["logits", "present"],
        dynamic_shapes={"ids": {0: torch.export.Dim("new", max=config.window)}, "past": {3: torch.export.Dim("before", max=config.window)}},
        external_data=False,
    )


if __name__ == "__main__":
    main()
