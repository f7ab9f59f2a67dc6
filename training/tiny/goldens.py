"""Goldens of the model that ships: python3 goldens.py --model FOLDER --corpus DIR

Writes src/core/model/testing/tiny-goldens.json: for texts of several lengths what PyTorch says with the same weights, in
double precision: ln of the sum of e^logit, the largest logits and some in between; and the loss on a whole unseen document.
"""

import argparse
import json
import pathlib

import torch

import data
from evaluate import surprisals
from open_export import open_export

TARGET = pathlib.Path(__file__).resolve().parents[2] / "src" / "core" / "model" / "testing" / "tiny-goldens.json"
LENGTHS = (1, 2, 8, 60, 200, 256)
LARGEST = 20
BETWEEN = 1009
"""Every so many-th id."""


def rounded(values: torch.Tensor) -> list[float]:
    return [float(f"{value:.9g}") for value in values.tolist()]


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=pathlib.Path, required=True)
    parser.add_argument("--corpus", type=pathlib.Path, required=True)
    parser.add_argument("--cache", type=pathlib.Path, required=True, help="where tokenised texts are kept")
    options = parser.parse_args()
    model, manifest = open_export(options.model)
    model.double()
    documents = data.split_documents(data.load(options.corpus, "valid", options.cache))
    goldens = []
    for index, length in enumerate(LENGTHS):
        ids = torch.from_numpy(documents[index + 3][:length].astype("int64"))
        logits = model.logits(ids[None])[0, -1]
        largest = logits.topk(LARGEST).indices
        between = torch.arange(index, len(logits), BETWEEN)
        chosen = torch.cat([largest, between])
        goldens.append({
            "ids": ids.tolist(),
            "logSumExp": logits.logsumexp(0).item(),
            "chosen": chosen.tolist(),
            "logits": rounded(logits[chosen]),
        })
    # A document of some length, longer than the window; its middle is where windows have moved on.
    whole = next(each for each in documents if 500 <= len(each) <= 900)
    nats = surprisals(model, whole)
    weights = manifest["files"]["weights"]["sha256"]
    document = {"ids": whole.tolist(), "natsPerToken": nats.mean().item()}
    lines = ",\n".join("    " + json.dumps(golden) for golden in goldens)
    TARGET.write_text(
        f'{{\n  "weights": "{weights}",\n  "document": {json.dumps(document)},\n  "goldens": [\n{lines}\n  ]\n}}\n'
    )


if __name__ == "__main__":
    main()
