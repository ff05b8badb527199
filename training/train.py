"""Trains a reader on all tasks at once; writes a checkpoint on the way and a line of scores at the end."""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from evaluate import attribution_scores, syntax_scores
from pretrained import pretrained
from reader import Reader, Shape
from windows import IGNORE, batches, collate, cut, labels_of, with_labels

LIMIT = 256
SEED = 20190516
# How much each head counts; heads and relations of trees and the roles of cues count one.
WEIGHTS = {"upos": 0.5, "feats": 0.5, "lemma": 0.5, "names": 1.5, "cue": 4.0, "flat": 0.5}


def load(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.open(encoding="utf8")] if path.exists() else []


@dataclass
class Batches(IterableDataset):
    """Batches without end; each worker cuts and mixes the documents by its own chance."""

    articles: list[dict]
    treebank: list[dict]
    bodies: list[dict]
    options: argparse.Namespace

    def __iter__(self) -> Iterator[dict[str, Tensor]]:
        worker = get_worker_info()
        chance = random.Random(self.options.seed * 1000 + (worker.id if worker else 0))
        while True:
            yield from map(collate, self.epoch(chance))

    def epoch(self, chance: random.Random) -> Iterator[list[tuple[dict, int, int]]]:
        options = self.options
        drawn = chance.sample(self.bodies, int(options.bodies * len(self.bodies)))
        news = [(d, *w) for d in self.articles + drawn for w in cut(d, LIMIT, chance, chance.random() < options.single)]
        trees = [(d, *w) for d in self.treebank * options.trees for w in cut(d, LIMIT, chance, chance.random() < options.single)]
        groups = [*batches(news, options.room, chance), *batches(trees, options.room, chance)]
        chance.shuffle(groups)
        yield from groups


def mean_loss(scores: Tensor, labels: Tensor) -> Tensor:
    return F.cross_entropy(scores.flatten(0, -2).float(), labels.flatten(), ignore_index=IGNORE)


def loss_of(model: Reader, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The parts of the loss, weighed."""
    labelled = {name for name in (*WEIGHTS, "head") if (batch[name] != IGNORE).any()}
    batch = {name: tensor.to(model.cue.weight.device, non_blocking=True) for name, tensor in batch.items()}
    words = model.words(batch["pieces"], batch["features"], batch["first"], batch["mask"])
    parts = {name: WEIGHTS[name] * mean_loss(getattr(model, name)(words), batch[name]) for name in WEIGHTS if name in labelled}
    if "head" in labelled:
        parts["arc"] = mean_loss(model.tree.arcs(words, batch["sentence"]), batch["head"])
        parts["relation"] = mean_loss(model.tree.relation(words, batch["head"].clamp(min=0)), batch["deprel"])
    if len(batch["cues"]):
        roles, _ = model.roles.of_cues(words, batch["lengths"], *batch["cues"].unbind(1))
        labels = batch["roles"]
        total = F.cross_entropy(roles.flatten(0, 1).float(), labels.flatten(), ignore_index=IGNORE, reduction="sum")
        parts["roles"] = total / (12 * len(labels))
    return parts


def read_checkpoint(path: Path, **changed) -> Reader:
    saved = torch.load(path, map_location="cpu", weights_only=True)
    model = Reader(Shape(**{**saved["shape"], **changed}))
    model.load_state_dict(saved["weights"])
    return model


def write_checkpoint(model: Reader, path: Path) -> None:
    torch.save({"shape": model.shape.as_dict(), "weights": model.state_dict()}, path)


class Pace:
    """The optimizer of a reader. The embeddings of pieces stay as they were pre-trained; the rate rises for a twenty-fifth of the time and falls to zero."""

    def __init__(self, model: Reader, options: argparse.Namespace):
        model.encoder.pieces.weight.requires_grad = False
        encoder = [p for p in model.encoder.parameters() if p.requires_grad]
        heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
        self.options, self.weights = options, encoder + heads
        self.rates = options.rate, options.steeper * options.rate
        groups = [{"params": part, "lr": rate} for part, rate in zip((encoder, heads), self.rates) if part]
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
        self.begun, self.steps = time.time(), 0

    def minutes(self) -> float:
        return round((time.time() - self.begun) / 60, 2)

    def done(self) -> float:
        """The share of the training that is over."""
        return max(self.steps / self.options.steps, self.minutes() / self.options.minutes)

    def step(self, parts: dict[str, Tensor]) -> None:
        done = self.done()
        for group, rate in zip(self.optimizer.param_groups, self.rates[-len(self.optimizer.param_groups) :]):
            group["lr"] = rate * min(25 * done + 0.01, max(0.0, 1 - done) * 25 / 24, 1.0)
        self.optimizer.zero_grad()
        total(parts.values()).backward()
        nn.utils.clip_grad_norm_(self.weights, 1.0, foreach=True)
        self.optimizer.step()
        self.steps += 1


def total(losses: Iterable[Tensor]) -> Tensor:
    whole = sum(losses)
    assert isinstance(whole, Tensor), "no loss to add up"
    return whole


def in_training(model: Reader, batches_: Iterable[dict[str, Tensor]], loss: Callable[[Reader, dict[str, Tensor]], dict[str, Tensor]], options, out: Path) -> None:
    """Trains the reader until the options' steps or minutes are over; writes `out`, and a log beside it."""
    model.to(options.device).train()
    for part in model.modules():
        if isinstance(part, nn.Dropout) and options.dropout is not None:
            part.p = options.dropout
    pace = Pace(model, options)
    mean = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(options.mean)) if options.mean else None
    told = mean.module if mean else model
    assert isinstance(told, Reader)
    sums: dict[str, Tensor] = {}
    with out.with_suffix(".log").open("a") as log:
        for batch in batches_:
            if pace.done() >= 1:
                break
            with torch.autocast(options.device, dtype=torch.bfloat16):
                parts = loss(model, batch)
            if pace.steps % 10 == 0:
                sums |= {name: 0.8 * sums.get(name, part.detach()) + 0.2 * part.detach() for name, part in parts.items()}
            if pace.steps % 100 == 0:
                tell(log, step=pace.steps, minutes=pace.minutes(), **{name: round(float(value), 4) for name, value in sums.items()})
            pace.step(parts)
            if mean:
                mean.update_parameters(model)
            if pace.steps % 250 == 0:
                write_checkpoint(told, out)
        model.load_state_dict(told.state_dict())
        write_checkpoint(model, out)
        tell(log, steps=pace.steps, minutes=pace.minutes(), **scores(model, options.work))


def add_pace(parser: argparse.ArgumentParser, rate: float, steeper: float, room: int) -> None:
    """The options that all trainings have."""
    parser.add_argument("--work", type=Path, required=True, help="the folder that training/prepare.py filled")
    parser.add_argument("--out", type=Path, required=True, help="the checkpoint to write; its log goes beside it")
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=1e9, help="the rate reaches zero after this long at the latest")
    parser.add_argument("--room", type=int, default=room, help="padded pieces a batch")
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--steeper", type=float, default=steeper, help="the heads' learning rate as a multiple of the encoder's")
    parser.add_argument("--mean", type=float, default=0.0, help="how much of the mean of all steps' weights each step keeps (0.997); the mean is what is written")
    parser.add_argument("--dropout", type=float, help="share of the states left out; else a tenth, in trees a quarter")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--seed", type=int, default=SEED)


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace(parser, rate=1e-4, steeper=8.0, room=2048)
    start = parser.add_mutually_exclusive_group(required=True)
    start.add_argument("--encoder", type=Path, help="begin with a pre-trained BERT, as training/pretrained.py reads it")
    start.add_argument("--resume", type=Path, help="begin with a checkpoint")
    parser.add_argument("--layers", type=int, default=6, help="of the pre-trained BERT")
    parser.add_argument("--roof", type=float, help="what a feed-forward channel gives at most; else as in the checkpoint, or no bound")
    parser.add_argument("--trees", type=int, default=2, help="passes over the treebank in one over the articles")
    parser.add_argument("--share", type=float, default=1.0, help="share of the documents that are used at all, to compare encoders in little time")
    parser.add_argument("--single", type=float, default=0.15, help="share of the documents that each pass cuts into single sentences")
    parser.add_argument("--bodies", type=float, default=0.05, help="share of the texts with names alone that each pass draws")
    parser.add_argument("--workers", type=int, default=0, help="processes that make batches")
    return parser.parse_args()


def main() -> None:
    options = parse_options()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    attribution, syntax, bodies = (load(options.work / f"{kind}-train.jsonl") for kind in ("attribution", "syntax", "names"))
    told = {} if options.roof is None else {"roof": options.roof}
    if options.resume:
        model = read_checkpoint(options.resume, **told)
    else:
        model = Reader(replace(shape_of(options), **labels_of(syntax, attribution), **told))
        model.encoder.load_state_dict(pretrained(options.encoder, options.layers))
    if options.share < 1:
        attribution, syntax = (chance.sample(part, round(options.share * len(part))) for part in (attribution, syntax))
    attribution, syntax, bodies = ([with_labels(document, model.shape) for document in part] for part in (attribution, syntax, bodies))
    ahead = {"num_workers": options.workers, "prefetch_factor": 8} if options.workers else {}
    loader = DataLoader(Batches(attribution, syntax, bodies, options), batch_size=None, pin_memory=options.device == "cuda", **ahead)
    in_training(model, loader, loss_of, options, options.out)


def shape_of(options: argparse.Namespace) -> Shape:
    """The sizes of the pre-trained BERT."""
    weights = pretrained(options.encoder, options.layers)
    inner, width = weights["layers.0.inner.weight"].shape
    return Shape(layers=options.layers, width=width, inner=inner, heads=12, head_size=width // 12, vocabulary=len(weights["pieces.weight"]))


def scores(model: Reader, work: Path) -> dict[str, dict[str, float]]:
    attribution, syntax = ([with_labels(d, model.shape) for d in load(work / f"{kind}-dev.jsonl")] for kind in ("attribution", "syntax"))
    return {
        "article": attribution_scores(model, attribution, LIMIT),
        "sentence": attribution_scores(model, attribution, LIMIT, single=True),
        "syntax": syntax_scores(model, syntax, LIMIT),
    }


def tell(log, **facts) -> None:
    line = json.dumps(facts)
    print(line, flush=True)
    log.write(line + "\n")
    log.flush()


if __name__ == "__main__":
    main()
