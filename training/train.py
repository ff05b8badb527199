"""Trains the reader on all tasks at once; writes checkpoints on the way and a line of scores at the end."""

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from evaluate import attribution_scores, syntax_scores
from pretrained import pretrained
from reader import Reader, Shape
from windows import IGNORE, batches, collate, cut, labels_of, with_labels

LIMIT = 256
SEED = 20190516
# How much each head's labels, and each head's teacher, count.
LABELS = {"upos": 0.5, "feats": 0.5, "lemma": 0.5, "names": 1.5, "cue": 4.0, "flat": 0.5}
LESSONS = {"upos": 0.5, "feats": 0.5, "lemma": 0.5, "names": 1.5, "cue": 4.0}


def load(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.open(encoding="utf8")]


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
        drawn = chance.sample(self.bodies, int(self.options.bodies * len(self.bodies)))
        news = [(d, *w) for d in self.articles + drawn for w in cut(d, LIMIT, chance, chance.random() < self.options.single)]
        trees = [(d, *w) for _ in range(self.options.trees) for d in self.treebank for w in cut(d, LIMIT, chance, chance.random() < 0.15)]
        groups = [*batches(news, self.options.room, chance), *batches(trees, self.options.room, chance)]
        chance.shuffle(groups)
        yield from groups


def mean_loss(scores: Tensor, labels: Tensor) -> Tensor:
    return F.cross_entropy(scores.flatten(0, -2).float(), labels.flatten(), ignore_index=IGNORE)


def loss_of(model: Reader, batch: dict[str, Tensor], teachers: list[Reader]) -> dict[str, Tensor]:
    """The parts of the loss, weighed."""
    words = model.words(batch["pieces"], batch["features"], batch["first"])
    parts = {name: weight * mean_loss(getattr(model, name)(words), batch[name]) for name, weight in LABELS.items() if known(batch[name])}
    if known(batch["head"]):
        parts["arc"] = mean_loss(model.tree.arcs(words, batch["sentence"]), batch["head"])
        parts["relation"] = mean_loss(model.tree.relation(words, batch["head"].clamp(min=0)), batch["deprel"])
    if len(batch["cues"]):
        scores, _ = model.roles(words, batch["lengths"], *cue_positions(batch["cues"]))
        labels = batch["roles"]
        total = F.cross_entropy(scores.flatten(0, 1).float(), labels.flatten(), ignore_index=IGNORE, reduction="sum")
        parts["roles"] = total / (12 * len(labels))
    return parts | lessons(model, teachers, words, batch) if teachers else parts


def known(labels: Tensor) -> bool:
    return bool((labels != IGNORE).any())


def cue_positions(cues: Tensor) -> tuple[Tensor, Tensor]:
    """Window and word of each of the cues [cues, 2]."""
    return cues[:, 0], cues[:, 1]


def lessons(model: Reader, teachers: list[Reader], words: Tensor, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """How far the reader is (cross-entropy) from what its teachers believe on average; texts without attributions or trees have the teachers' cues and heads."""
    mask = batch["mask"]
    with torch.no_grad():
        states = [(teacher, teacher.words(batch["pieces"], batch["features"], batch["first"])) for teacher in teachers]
        beliefs = {name: believed(getattr(teacher, name)(state)[mask] for teacher, state in states) for name in LESSONS}
        arcs = believed(teacher.tree.arcs(state, batch["sentence"]) for teacher, state in states)
        heads = batch["head"].where(batch["head"] != IGNORE, arcs.argmax(-1))
        relations = believed(teacher.tree.relation(state, heads)[mask] for teacher, state in states)
        cue = torch.zeros_like(mask).masked_scatter(mask, beliefs["cue"].argmax(-1) == 1)
        found = (cue & (batch["cue"] == IGNORE)).nonzero()
        cues = torch.cat([batch["cues"], found])
    parts = {name: weight * distance(getattr(model, name)(words)[mask], beliefs[name]) for name, weight in LESSONS.items()}
    parts["arc"] = distance(model.tree.arcs(words, batch["sentence"])[mask], arcs[mask])
    parts["relation"] = distance(model.tree.relation(words, heads)[mask], relations)
    if len(cues):
        scores, start = model.roles(words, batch["lengths"], *cue_positions(cues))
        there = start.unsqueeze(1) + torch.arange(scores.shape[1], device=start.device) < batch["lengths"][cues[:, 0]].unsqueeze(1)
        with torch.no_grad():
            roles = believed(teacher.roles(state, batch["lengths"], *cue_positions(cues))[0][there] for teacher, state in states)
        parts["roles"] = distance(scores[there], roles) * there.sum() / (12 * len(cues))
    return {f"taught {name}": part for name, part in parts.items()}


def believed(scores: Iterator[Tensor]) -> Tensor:
    """The mean of the teachers' probabilities."""
    return torch.stack([score.float().softmax(-1) for score in scores]).mean(0)


def distance(scores: Tensor, belief: Tensor) -> Tensor:
    return F.cross_entropy(scores.float(), belief)


def read_checkpoint(path: Path, **changed) -> Reader:
    saved = torch.load(path, map_location="cpu", weights_only=True)
    model = Reader(Shape(**{**saved["shape"], **changed}))
    model.load_state_dict(saved["weights"])
    return model


def write_checkpoint(model: Reader, path: Path) -> None:
    torch.save({"shape": model.shape.as_dict(), "weights": model.state_dict()}, path)


def optimizer_of(model: Reader, options: argparse.Namespace) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """The embeddings of pieces stay as they were pre-trained; the rate rises for a twenty-fifth of the steps and falls to zero."""
    model.encoder.pieces.weight.requires_grad = False
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": options.steeper * options.rate}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    rate = lambda step: min(25 * step / options.steps + 0.01, (1 - step / options.steps) * 25 / 24, 1.0)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, rate)


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="the folder that training/prepare.py filled")
    parser.add_argument("--out", type=Path, required=True)
    start = parser.add_mutually_exclusive_group(required=True)
    start.add_argument("--encoder", type=Path, help="begin with a pre-trained BERT: its model.safetensors, or an ONNX file")
    start.add_argument("--resume", type=Path, help="begin with a checkpoint")
    parser.add_argument("--layers", type=int, default=6, help="of the pre-trained BERT")
    parser.add_argument("--roof", type=float, help="what a feed-forward channel gives at most; else as in the checkpoint, or no bound")
    parser.add_argument("--teacher", type=Path, nargs="*", default=[], help="checkpoints whose beliefs are learnt beside the labels")
    parser.add_argument("--labels", type=float, default=1.0, help="how much the labels count, where there are teachers")
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--room", type=int, default=2048, help="padded pieces a batch")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--steeper", type=float, default=8.0, help="the heads' learning rate as a multiple of the encoder's")
    parser.add_argument("--trees", type=int, default=2, help="passes over the treebank in one over the articles")
    parser.add_argument("--share", type=float, default=1.0, help="share of the documents that are used at all, to compare encoders in little time")
    parser.add_argument("--single", type=float, default=0.15, help="share of the articles that each pass cuts into single sentences")
    parser.add_argument("--bodies", type=float, default=0.05, help="share of the texts with names alone that each pass draws")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--workers", type=int, default=0, help="processes that make batches")
    parser.add_argument("--seed", type=int, default=SEED)
    return parser.parse_args()


def main() -> None:
    options = parse_options()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    attribution, syntax, bodies = (load(options.work / f"{kind}-train.jsonl") for kind in ("attribution", "syntax", "names"))
    told = {} if options.roof is None else {"roof": options.roof}
    if options.resume:
        model = read_checkpoint(options.resume, **told)
    else:
        model = Reader(Shape(layers=options.layers, **labels_of(syntax, attribution), **told))
        model.encoder.load_state_dict(pretrained(options.encoder, options.layers))
    model.to(options.device)
    teachers = [read_checkpoint(path).to(options.device).eval() for path in options.teacher]
    if options.share < 1:
        attribution, syntax = (chance.sample(part, round(options.share * len(part))) for part in (attribution, syntax))
    sets = [[with_labels(document, model.shape) for document in part] for part in (attribution, syntax, bodies)]
    loader = DataLoader(Batches(*sets, options), batch_size=None, num_workers=options.workers, prefetch_factor=8 if options.workers else None)
    optimizer, schedule = optimizer_of(model, options)
    begun, sums = time.time(), {}
    with (options.out / "log.txt").open("a") as log:
        for step, batch in zip(range(options.steps), loader):
            model.train()
            with torch.autocast(options.device, dtype=torch.bfloat16, enabled=options.device == "cuda"):
                parts = loss_of(model, {name: tensor.to(options.device) for name, tensor in batch.items()}, teachers)
            weight = options.labels if teachers else 1.0
            loss = sum(part if name.startswith("taught") else weight * part for name, part in parts.items())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            for name, part in parts.items():
                sums[name] = 0.98 * sums.get(name, part.detach()) + 0.02 * part.detach()
            if step % 100 == 0:
                tell(log, step=step, minutes=round((time.time() - begun) / 60, 2), **{name: round(float(value), 4) for name, value in sums.items()})
            if step % 250 == 249:
                write_checkpoint(model, options.out / "unfinished.pt")
        write_checkpoint(model, options.out / "reader.pt")
        tell(log, minutes=round((time.time() - begun) / 60, 2), **scores(model, options.work))


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
