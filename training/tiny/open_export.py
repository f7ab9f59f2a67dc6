"""Reads a folder that export.py has written back into PyTorch, so that what ships is what is measured and compared."""

import json
import pathlib

import numpy as np
import torch

from config import ModelConfig
from export import ALIGNMENT, is_matrix, parts
from model import Transformer


def open_export(folder: pathlib.Path) -> tuple[Transformer, dict]:
    """The model with the weights exactly as the file says them, and its manifest."""
    manifest = json.loads((folder / "manifest.json").read_text())
    config = ModelConfig(
        vocabulary=manifest["vocabularySize"],
        window=manifest["contextLength"],
        layers=manifest["layers"],
        heads=manifest["heads"],
        width=manifest["width"],
    )
    model = Transformer(config).eval()
    content = (folder / manifest["files"]["weights"]["name"]).read_bytes()
    at = 0

    def take(count: int, kind: str) -> torch.Tensor:
        nonlocal at
        array = np.frombuffer(content, kind, count, at)
        at += -(-array.nbytes // ALIGNMENT) * ALIGNMENT
        return torch.from_numpy(array.astype(np.float32))

    state = {}
    for name, value in parts(model):
        if manifest["precision"] == "int8" and is_matrix(name, value):
            scales = take(value.shape[0], "<f4")
            state[name] = take(value.numel(), "i1").view(value.shape) * scales[:, None]
        else:
            state[name] = take(value.numel(), "<f4").view(value.shape)
    if at != len(content):
        raise SystemExit(f"{folder}: the weights have {len(content)} bytes, of which {at} were read")
    model.load_state_dict(state)
    return model, manifest
