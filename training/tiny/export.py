"""Writes a trained model as the page reads it: python3 export.py --run DIR --corpus DIR --to FOLDER

The folder gets `weights.bin`, `unseen-ids.json` and `manifest.json`. The layout of the weights is told in
`src/core/model/transformer/weights.ts`, which reads them: the parts in the order of the walk through the model, each
padded to 16 bytes; vectors in float32; matrices as a float32 scale per row and signed bytes.
"""

import argparse
import hashlib
import json
import pathlib
import zlib

import numpy as np
import torch
from torch import Tensor

import data
from config import ModelConfig
from evaluate import Score, evaluate
from model import Transformer

ALIGNMENT = 16
LARGEST = 127


def quantise(matrix: Tensor) -> tuple[Tensor, Tensor]:
    """(rows, columns) -> one scale per row, and whole numbers from -127 to 127."""
    scales = matrix.abs().amax(dim=1) / LARGEST
    safe = torch.where(scales == 0, torch.ones_like(scales), scales)
    return scales, torch.round(matrix / safe[:, None]).to(torch.int8)


def parts(model: Transformer) -> list[tuple[str, Tensor]]:
    """Names and values in the order of the file; those with two dimensions, but for the positions, are matrices."""
    state = model.state_dict()
    layer = ["norm_1", "attention.query_key_value", "attention.out", "norm_2", "up", "down"]
    names = ["token.weight", "position.weight"]
    names += [f"layers.{i}.{part}.{kind}" for i in range(model.config.layers) for part in layer for kind in ("weight", "bias")]
    names += ["norm.weight", "norm.bias"]
    assert set(names) == set(state), set(names) ^ set(state)
    return [(name, state[name].float()) for name in names]


def is_matrix(name: str, value: Tensor) -> bool:
    return value.ndim == 2 and name != "position.weight"


def quantised(model: Transformer) -> Transformer:
    """A copy whose weights are exactly those that int8 can say."""
    copy = Transformer(model.config)
    state = {}
    for name, value in parts(model):
        if is_matrix(name, value):
            scales, whole = quantise(value)
            value = whole.float() * scales[:, None]
        state[name] = value
    copy.load_state_dict(state)
    return copy.eval()


def weights_file(model: Transformer, precision: str) -> bytes:
    out = bytearray()

    def put(array: np.ndarray) -> None:
        out.extend(array.tobytes())
        out.extend(bytes(-len(out) % ALIGNMENT))

    for name, value in parts(model):
        if precision == "int8" and is_matrix(name, value):
            scales, whole = quantise(value)
            put(scales.numpy().astype("<f4"))
            put(whole.numpy().astype("i1"))
        else:
            put(value.numpy().astype("<f4"))
    return bytes(out)


def describe(name: str, content: bytes) -> dict:
    return {
        "name": name,
        "bytes": len(content),
        "crc32": zlib.crc32(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def score_entry(score: Score) -> dict:
    return {"natsPerToken": score.nats_per_token, "bitsPerByte": score.bits_per_byte, "perplexity": score.perplexity}


def write(model: Transformer, folder: pathlib.Path, name: str, precision: str, separator: int, more: dict) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    weights = weights_file(model, precision)
    config = model.config
    manifest = {
        "kind": "transformer",
        "format": 1,
        "id": name,
        "encoding": "r50k_base",
        "contextLength": config.window,
        "vocabularySize": config.vocabulary,
        "separator": separator,
        "layers": config.layers,
        "heads": config.heads,
        "width": config.width,
        "precision": precision,
        "files": {"weights": describe("weights.bin", weights)},
        **more,
    }
    (folder / "weights.bin").write_bytes(weights)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def load_best(run: pathlib.Path) -> tuple[Transformer, dict]:
    kept = torch.load(run / "best.pt", weights_only=False)
    model = Transformer(ModelConfig(**kept["config"]))
    model.load_state_dict(kept["model"])
    return model.eval(), kept["log"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=pathlib.Path, required=True, help="the run folder that train.py has written")
    parser.add_argument("--corpus", type=pathlib.Path, required=True)
    parser.add_argument("--to", type=pathlib.Path, required=True, help="the model's folder, such as public/models/tiny")
    parser.add_argument("--name", default="tiny")
    options = parser.parse_args()
    model, log = load_best(options.run)
    cache = options.run / "ids"
    text, valid = data.load(options.corpus, "train", cache), data.load(options.corpus, "valid", cache)
    float_score, byte_score = evaluate(model, valid), evaluate(quantised(model), valid)
    seen = np.bincount(text.ids, minlength=model.config.vocabulary)
    unseen = np.flatnonzero(seen[: model.config.vocabulary] == 0).tolist()
    unseen_file = (json.dumps(unseen, separators=(",", ":")) + "\n").encode()
    options.to.mkdir(parents=True, exist_ok=True)
    (options.to / "unseen-ids.json").write_bytes(unseen_file)
    write(model, options.to, options.name, "int8", data.SEPARATOR, {
        "unseenIds": {**describe("unseen-ids.json", unseen_file), "count": len(unseen)},
        "training": {"documents": text.documents, "tokens": len(text.ids) - 1, "bytes": text.utf8_bytes, "run": log},
        "validation": {
            "documents": valid.documents,
            "tokens": byte_score.tokens,
            "bytes": valid.utf8_bytes,
            **score_entry(byte_score),
            "float32": score_entry(float_score),
        },
    })
    cost = byte_score.nats_per_token - float_score.nats_per_token
    print(f"float32 {float_score}, int8 {byte_score}: int8 costs {cost:.4f} nats; {len(unseen):,} ids unseen")


if __name__ == "__main__":
    main()
