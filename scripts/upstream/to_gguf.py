"""Writes a bundled transformer as llama.cpp reads it: python3 to_gguf.py --model FOLDER --vocabulary FILE --to FILE

Needs the package gguf. The weights are those that the page multiplies with, whole number times scale, in float32.
`src/core/model/transformer/weights.ts` tells their order; `vocabulary-file.ts` writes the vocabulary.
"""

import argparse
import json
import pathlib

import gguf
import numpy as np

ALIGNMENT = 16
EPSILON = 1e-5  # src/core/model/transformer/layer-norm.ts

# What the bundled models make of a chat: the texts with a blank line between two, continued.
CHAT_TEMPLATE = (
    "{% for message in messages %}{{ message['content'] }}"
    "{% if add_generation_prompt or not loop.last %}{{ '\\n\\n' }}{% endif %}{% endfor %}"
)


class Walk:
    """Gives out the parts of the weights' file one after the other."""

    def __init__(self, content: bytes, precision: str) -> None:
        self.content = content
        self.precision = precision
        self.at = 0

    def _take(self, count: int, kind: str) -> np.ndarray:
        array = np.frombuffer(self.content, kind, count, self.at)
        self.at += -(-array.nbytes // ALIGNMENT) * ALIGNMENT
        return array

    def vector(self, *shape: int) -> np.ndarray:
        return self._take(int(np.prod(shape)), "<f4").reshape(shape)

    def matrix(self, rows: int, columns: int) -> np.ndarray:
        if self.precision == "float32":
            return self.vector(rows, columns)
        scales = self.vector(rows)
        whole = self._take(rows * columns, "i1").reshape(rows, columns)
        return whole.astype(np.float32) * scales[:, None]


def tensors(manifest: dict, content: bytes) -> dict[str, np.ndarray]:
    """By the names that llama.cpp gives to the parts of GPT-2. The table that reads ids also scores them."""
    d = manifest["width"]
    walk = Walk(content, manifest["precision"])
    found = {
        "token_embd.weight": walk.matrix(manifest["vocabularySize"], d),
        "position_embd.weight": walk.vector(manifest["contextLength"], d),
    }
    matrices = {"attn_qkv": (3 * d, d), "attn_output": (d, d), "ffn_up": (4 * d, d), "ffn_down": (d, 4 * d)}
    order = ["attn_norm", "attn_qkv", "attn_output", "ffn_norm", "ffn_up", "ffn_down"]
    for layer in range(manifest["layers"]):
        for part in order:
            name, shape = f"blk.{layer}.{part}", matrices.get(part)
            found[f"{name}.weight"] = walk.matrix(*shape) if shape else walk.vector(d)
            found[f"{name}.bias"] = walk.vector(shape[0] if shape else d)
    found["output_norm.weight"] = walk.vector(d)
    found["output_norm.bias"] = walk.vector(d)
    if walk.at != len(content):
        raise SystemExit(f"the weights have {len(content)} bytes, of which {walk.at} were read")
    return found


def written_bytes() -> list[str]:
    """The letter that stands for each byte in a vocabulary of GPT-2: itself where it can be seen, one from 256 on otherwise."""
    visible = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = (byte for byte in range(256) if byte not in visible)
    letters = {byte: chr(byte) for byte in visible} | {byte: chr(256 + at) for at, byte in enumerate(others)}
    return [letters[byte] for byte in range(256)]


def add_vocabulary(writer: gguf.GGUFWriter, vocabulary: dict, separator: int) -> None:
    letters = written_bytes()
    tokens = [letters[byte] for byte in vocabulary["singleBytes"]]
    merges = []
    for left, right in vocabulary["pairs"]:
        merges.append(f"{tokens[left]} {tokens[right]}")
        tokens.append(tokens[left] + tokens[right])
    if separator != len(tokens):
        raise SystemExit(f"the separator is {separator}, and there are {len(tokens)} other tokens")
    types = [gguf.TokenType.NORMAL] * len(tokens) + [gguf.TokenType.CONTROL]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list([*tokens, vocabulary["separator"]])
    writer.add_token_types(types)
    writer.add_token_merges(merges)
    writer.add_bos_token_id(separator)
    writer.add_eos_token_id(separator)
    writer.add_add_bos_token(False)
    writer.add_chat_template(CHAT_TEMPLATE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=pathlib.Path, required=True, help="a folder such as public/models/tiny")
    parser.add_argument("--vocabulary", type=pathlib.Path, required=True)
    parser.add_argument("--to", type=pathlib.Path, required=True)
    options = parser.parse_args()
    manifest = json.loads((options.model / "manifest.json").read_text())
    content = (options.model / manifest["files"]["weights"]["name"]).read_bytes()

    writer = gguf.GGUFWriter(options.to, "gpt2")
    writer.add_name(manifest["id"])
    writer.add_block_count(manifest["layers"])
    writer.add_context_length(manifest["contextLength"])
    writer.add_embedding_length(manifest["width"])
    writer.add_feed_forward_length(4 * manifest["width"])
    writer.add_head_count(manifest["heads"])
    writer.add_layer_norm_eps(EPSILON)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    add_vocabulary(writer, json.loads(options.vocabulary.read_text()), manifest["separator"])
    for name, array in tensors(manifest, content).items():
        writer.add_tensor(name, np.ascontiguousarray(array))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    main()
