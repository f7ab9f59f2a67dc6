"""npm run test:training: a very small model learns, and what is exported is what was trained. No corpus, no network."""

import json
import math
import pathlib
import tempfile
import unittest

import numpy as np
import torch

from config import ModelConfig, TrainConfig
from data import SEPARATOR, Text, read_documents, split_documents
from evaluate import evaluate, surprisals
from export import load_best, quantised, write
from loss import exact_loss, sampled_loss
from model import Transformer
from open_export import open_export
from train import rate_at, train

SHAPE = ModelConfig(vocabulary=256, window=32, layers=2, heads=2, width=32)
SENTENCES = [
    "Once upon a time there was a fox who lived in a wood. ",
    "The fox had a den under an old tree, and was happy there. ",
    "One day a hen came into the wood, and the fox said good morning. ",
]


def text_of(sentences: list[str]) -> Text:
    content = "".join(sentences).encode()
    ids = np.frombuffer(b"\0" + content + b"\0", np.uint8).astype(np.uint16)
    return Text(ids, len(content), 1, separator=0)


class Learning(unittest.TestCase):
    def test_loss_falls_and_the_best_is_kept(self) -> None:
        torch.manual_seed(3)
        model = Transformer(SHAPE, dropout=0.1)
        text = text_of(SENTENCES * 20)
        config = TrainConfig(minutes=0.1, batch=8, negatives=64, check_minutes=0.04)
        with tempfile.TemporaryDirectory() as folder, torch.no_grad():
            run = pathlib.Path(folder)
            before = math.log(SHAPE.vocabulary)
            with torch.enable_grad():
                train(model, text, text, config, run)
            lines = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
            self.assertLess(lines[-1]["train"], before / 2)
            self.assertTrue((run / "checkpoint.pt").is_file())
            kept, _ = load_best(run)
            ids = torch.arange(5)[None]
            self.assertTrue(torch.equal(kept.logits(ids), model.eval().logits(ids)))

    def test_a_run_goes_on_where_it_was(self) -> None:
        torch.manual_seed(3)
        text = text_of(SENTENCES * 20)
        with tempfile.TemporaryDirectory() as folder:
            run = pathlib.Path(folder)
            train(Transformer(SHAPE), text, text, TrainConfig(minutes=0.02, batch=4, negatives=64), run)
            first = len((run / "log.jsonl").read_text().splitlines())
            train(Transformer(SHAPE), text, text, TrainConfig(minutes=0.04, batch=4, negatives=64), run, resume=True)
            lines = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
            self.assertGreater(len(lines), first)
            self.assertGreater(lines[-1]["step"], lines[first - 1]["step"])

    def test_the_rate_rises_stays_and_falls(self) -> None:
        config = TrainConfig(warm_up=0.1, cool_down=0.5)
        self.assertEqual([rate_at(done, config) for done in (0.0, 0.05, 0.1, 0.5, 0.75, 1.0)], [0, 0.5, 1, 1, 0.5, 0])


class Losses(unittest.TestCase):
    def test_the_estimated_denominator_is_right_on_average(self) -> None:
        torch.manual_seed(1)
        hidden, table, target = torch.randn(1, 8), torch.randn(400, 8), torch.tensor([7])
        generator = torch.Generator().manual_seed(2)
        losses = torch.stack([sampled_loss(hidden, table, target, 100, generator) for _ in range(4000)])
        # loss = ln denominator - logit of the target
        ratio = (losses - exact_loss(hidden, table, target)).exp().mean().item()
        self.assertAlmostEqual(ratio, 1.0, delta=0.02)

    def test_with_all_others_it_is_exact(self) -> None:
        torch.manual_seed(1)
        hidden, table, targets = torch.randn(9, 8), torch.randn(40, 8), torch.randint(0, 40, (9,))
        generator = torch.Generator().manual_seed(2)
        estimate = sampled_loss(hidden, table, targets, 1000, generator)
        self.assertAlmostEqual(estimate.item(), exact_loss(hidden, table, targets).item(), places=5)


class Exporting(unittest.TestCase):
    def test_both_precisions_come_back_as_they_were(self) -> None:
        torch.manual_seed(4)
        model = Transformer(SHAPE).eval()
        ids = torch.arange(20)[None]
        for precision, meant in (("float32", model), ("int8", quantised(model))):
            with tempfile.TemporaryDirectory() as folder, torch.no_grad():
                write(model, pathlib.Path(folder), "x", precision, 0, {})
                back, manifest = open_export(pathlib.Path(folder))
                self.assertTrue(torch.equal(back.logits(ids), meant.logits(ids)), precision)
                self.assertEqual(manifest["files"]["weights"]["bytes"] % 16, 0)


class Reading(unittest.TestCase):
    def test_documents_end_with_the_mark(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "train.txt"
            path.write_text("\none\n\ntwo\n<|endoftext|>\n<|endoftext|>\nthree\n")
            self.assertEqual(read_documents(path), ["one\n\ntwo", "three"])

    def test_every_token_is_scored_once(self) -> None:
        ids = np.array([SEPARATOR, 1, 2, SEPARATOR, 3, SEPARATOR], np.uint16)
        self.assertEqual([each.tolist() for each in split_documents(Text(ids, 3, 2))],
                         [[SEPARATOR, 1, 2, SEPARATOR], [SEPARATOR, 3, SEPARATOR]])
        torch.manual_seed(4)
        model = Transformer(SHAPE).eval()
        document = np.arange(100, dtype=np.uint16)
        with torch.no_grad():
            nats = surprisals(model, document)
            self.assertEqual(len(nats), 99)
            # Position 40 is foretold from the window that begins at 16.
            logits = model.logits(torch.arange(16, 40)[None])[0, -1].double()
            self.assertAlmostEqual(nats[39].item(), (logits.logsumexp(0) - logits[40]).item(), places=5)
            self.assertEqual(evaluate(model, text_of(SENTENCES)).tokens, len("".join(SENTENCES)) + 1)


if __name__ == "__main__":
    unittest.main()
