"""Trains the model: python3 train.py --corpus DIR --run DIR [--minutes N] [--resume]

Writes to the run folder: `checkpoint.pt` (everything that resuming needs), `best.pt` (the weights with the lowest
validation loss) and `log.jsonl` (a line per look at the validation text).
"""

import argparse
import json
import math
import pathlib
import time

import numpy as np
import torch

import data
from config import ModelConfig, TrainConfig, changed, to_dict
from evaluate import evaluate
from loss import exact_loss, sampled_loss
from model import Transformer


class Optimiser:
    """Muon (Jordan 2024) for the matrices of the layers, AdamW for the rest; both on one schedule."""

    def __init__(self, model: Transformer, config: TrainConfig) -> None:
        matrices = [p for name, p in model.named_parameters() if name.startswith("layers.") and p.ndim == 2]
        chosen = {id(p) for p in matrices}
        rest = [p for p in model.parameters() if id(p) not in chosen]
        self.parts = [
            torch.optim.Muon(
                matrices,
                lr=config.matrix_rate,
                weight_decay=config.weight_decay,
                adjust_lr_fn="match_rms_adamw" if config.matrix_rate < 0.01 else "original",
            ),
            torch.optim.AdamW(rest, lr=config.vector_rate, betas=(0.9, 0.98), weight_decay=0.0),
        ]
        self.peaks = [config.matrix_rate, config.vector_rate]

    def step(self, rate: float) -> None:
        """`rate`: share of the peak learning rate, in [0, 1]."""
        for part, peak in zip(self.parts, self.peaks):
            for group in part.param_groups:
                group["lr"] = rate * peak
            part.step()
            part.zero_grad(set_to_none=True)

    def state(self) -> list[dict]:
        return [part.state_dict() for part in self.parts]

    def load(self, states: list[dict]) -> None:
        for part, state in zip(self.parts, states):
            part.load_state_dict(state)


def rate_at(done: float, config: TrainConfig) -> float:
    """Share of the peak learning rate when a share `done` of the run is over: up, level, down to nothing."""
    return max(0.0, min(1.0, done / config.warm_up, (1.0 - done) / config.cool_down))


def draw_batch(ids: np.ndarray, count: int, window: int, random: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor]:
    """Windows from anywhere in the text and the tokens that follow: (B, T) each."""
    starts = random.integers(0, len(ids) - window, count)
    rows = np.stack([ids[start : start + window + 1] for start in starts]).astype(np.int64)
    both = torch.from_numpy(rows)
    return both[:, :-1], both[:, 1:]


def train(
    model: Transformer, text: data.Text, valid: data.Text, config: TrainConfig, run: pathlib.Path, resume: bool = False
) -> float:
    """Trains for `config.minutes` of working time; gives the lowest validation loss, in nats per token."""
    run.mkdir(parents=True, exist_ok=True)
    optimiser = Optimiser(model, config)
    random = np.random.default_rng(config.seed)
    generator = torch.Generator().manual_seed(config.seed)
    step, worked, best = 0, 0.0, math.inf
    if resume:
        kept = torch.load(run / "checkpoint.pt", weights_only=False)
        model.load_state_dict(kept["model"])
        optimiser.load(kept["optimiser"])
        random.bit_generator.state = kept["random"]
        generator.set_state(kept["generator"])
        step, worked, best = kept["step"], kept["worked"], kept["best"]
    window = model.config.window
    total = config.minutes * 60
    checked, losses = worked, []
    model.train()
    while True:
        began = time.perf_counter()
        done = worked / total
        inputs, targets = draw_batch(text.ids, config.batch, window, random)
        hidden = model(inputs).flatten(0, 1)
        if done > 1 - config.exact_share:
            loss = exact_loss(hidden, model.token.weight, targets.flatten())
        else:
            loss = sampled_loss(hidden, model.token.weight, targets.flatten(), config.negatives, generator)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step(rate_at(done, config))
        losses.append(loss.item())
        step += 1
        worked += time.perf_counter() - began
        over = worked >= total
        if not over and worked - checked < config.check_minutes * 60:
            continue
        # A look in between reads a quarter of the text; the last one all of it.
        score = evaluate(model, valid, every=1 if over else 4)
        tokens = step * config.batch * window
        line = {
            "step": step,
            "minutes": round(worked / 60, 2),
            "tokens": tokens,
            "tokens_a_second": round(tokens / worked),
            "train": round(float(np.mean(losses)), 4),
            "valid": round(score.nats_per_token, 4),
            "whole": over,
        }
        print(json.dumps(line), flush=True)
        with (run / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        if score.nats_per_token < best or over:
            best = score.nats_per_token
            torch.save({"config": to_dict(model.config), "model": model.state_dict(), "log": line}, run / "best.pt")
        kept = {
            "model": model.state_dict(),
            "optimiser": optimiser.state(),
            "random": random.bit_generator.state,
            "generator": generator.get_state(),
            "step": step,
            "worked": worked,
            "best": best,
        }
        torch.save(kept, run / "checkpoint.part")
        (run / "checkpoint.part").replace(run / "checkpoint.pt")
        checked, losses = worked, []
        if over:
            return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=pathlib.Path, required=True, help="a folder with train.txt and valid.txt")
    parser.add_argument("--run", type=pathlib.Path, required=True, help="where checkpoints and the log are written")
    parser.add_argument("--resume", action="store_true", help="go on from the run's checkpoint")
    for name, kind in [("minutes", float), ("batch", int), ("dropout", float), ("negatives", int), ("seed", int),
                       ("matrix-rate", float), ("vector-rate", float)]:
        parser.add_argument(f"--{name}", type=kind)
    for name in ["layers", "heads", "width"]:
        parser.add_argument(f"--{name}", type=int)
    options = parser.parse_args()
    shape = changed(ModelConfig(), layers=options.layers, heads=options.heads, width=options.width)
    config = changed(
        TrainConfig(), minutes=options.minutes, batch=options.batch, dropout=options.dropout, negatives=options.negatives,
        seed=options.seed, matrix_rate=options.matrix_rate, vector_rate=options.vector_rate,
    )
    torch.manual_seed(config.seed)
    cache = options.run / "ids"
    text, valid = data.load(options.corpus, "train", cache), data.load(options.corpus, "valid", cache)
    model = Transformer(shape, config.dropout)
    print(f"{model.parameter_count():,} parameters; {len(text.ids):,} tokens; {to_dict(config)}", flush=True)
    train(model, text, valid, config, options.run, options.resume)


if __name__ == "__main__":
    main()
