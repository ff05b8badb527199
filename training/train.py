"""Trains the reader on all tasks at once; writes a checkpoint and a line of scores after each epoch."""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from evaluate import attribution_scores, syntax_scores
from pretrained import pretrained
from reader import Reader, Shape
from windows import IGNORE, batches, collate, cut, labels_of

LIMIT = 256
SEED = 20190516


def load(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.open(encoding="utf8")] if path.exists() else []


def mean_loss(scores: Tensor, labels: Tensor) -> Tensor:
    return F.cross_entropy(scores.flatten(0, -2).float(), labels.flatten(), ignore_index=IGNORE)


def loss_of(model: Reader, batch: dict[str, Tensor], device: str, teacher: Reader | None = None) -> tuple[Tensor, dict[str, float]]:
    batch = {name: tensor.to(device) for name, tensor in batch.items()}
    with torch.autocast(device, dtype=torch.bfloat16):
        words = model.words(batch["pieces"], batch["features"], batch["first"])
        parts: dict[str, Tensor] = {}
        for name, weight in (("upos", 0.5), ("feats", 0.5), ("lemma", 0.5), ("names", 1.5), ("cue", 4.0), ("flat", 0.5)):
            if (batch[name] != IGNORE).any():
                parts[name] = weight * mean_loss(getattr(model, name)(words), batch[name])
        if (batch["head"] != IGNORE).any():
            parts["arc"] = mean_loss(model.tree.arcs(words, batch["sentence"]), batch["head"])
            parts["relation"] = mean_loss(model.tree.relation(words, batch["head"].clamp(min=0)), batch["deprel"])
        if len(batch["cues"]):
            scores, _ = model.roles(words, batch["lengths"], batch["cues"][:, 0], batch["cues"][:, 1])
            labels = batch["roles"]
            total = F.cross_entropy(scores.flatten(0, 1).float(), labels.flatten(), ignore_index=IGNORE, reduction="sum")
            parts["roles"] = total / (12 * len(labels))
        if teacher is not None:
            parts |= lessons(model, teacher, words, batch)
    return sum(parts.values()), {name: float(part.detach()) for name, part in parts.items()}


def lessons(model: Reader, teacher: Reader, words: Tensor, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """How far the reader is from a teacher (cross-entropy) on cues, their roles and trees; texts without attributions have the teacher's cues."""
    with torch.no_grad():
        known = teacher.words(batch["pieces"], batch["features"], batch["first"])
        tags = teacher.cue(known)
        untold = batch["mask"] & (batch["cue"] == IGNORE)
        found = ((tags.argmax(-1) == 1) & untold).nonzero()
    row, cue = torch.cat([batch["cues"], found]).unbind(1)
    parts = {"taught cue": 2.0 * distance(model.cue(words), tags, batch["mask"])}
    if len(row):
        scores, _ = model.roles(words, batch["lengths"], row, cue)
        with torch.no_grad():
            theirs, start = teacher.roles(known, batch["lengths"], row, cue)
        there = start.unsqueeze(1) + torch.arange(scores.shape[1], device=cue.device) < batch["lengths"][row].unsqueeze(1)
        parts["taught roles"] = distance(scores, theirs, there) * there.sum() / (12 * len(row))
    if (batch["head"] != IGNORE).any():
        with torch.no_grad():
            theirs = teacher.tree.arcs(known, batch["sentence"])
        parts["taught arc"] = 0.5 * distance(model.tree.arcs(words, batch["sentence"]), theirs, batch["head"] != IGNORE)
    return parts


def distance(scores: Tensor, theirs: Tensor, mask: Tensor) -> Tensor:
    """Mean cross-entropy of the scores against what `theirs` believe, where `mask` is set."""
    return F.cross_entropy(scores[mask].float(), theirs[mask].float().softmax(-1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="the folder that training/prepare.py filled")
    parser.add_argument("--encoder", type=Path, required=True, help="a pre-trained BERT: its model.safetensors, or an ONNX file")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--local", type=int, help="so many lower layers attend within blocks; else as in the checkpoint, or none")
    parser.add_argument("--roof", type=float, help="what a feed-forward channel gives at most; else as in the checkpoint, or no bound")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--room", type=int, default=2048, help="padded pieces a batch")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--steeper", type=float, default=8.0, help="the heads' learning rate as a multiple of the encoder's")
    parser.add_argument("--trees", type=int, default=2, help="passes over the treebank in one epoch")
    parser.add_argument("--share", type=float, default=1.0, help="share of the documents that are used at all, to compare encoders in little time")
    parser.add_argument("--single", type=float, default=0.15, help="share of the articles that each epoch cuts into single sentences")
    parser.add_argument("--bodies", type=float, default=0.05, help="share of the texts with names alone that each epoch draws")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--resume", type=Path, help="a checkpoint to go on from, with a learning rate of its own")
    parser.add_argument("--teacher", type=Path, help="a checkpoint whose beliefs about cues, roles and trees are learnt beside the labels")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--hours", type=float, default=99.0, help="the learning rate reaches zero after this long at the latest")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    attribution, syntax = load(options.work / "attribution-train.jsonl"), load(options.work / "syntax-train.jsonl")
    named = load(options.work / "names-train.jsonl")
    if options.share < 1:
        attribution, syntax = (chance.sample(part, round(options.share * len(part))) for part in (attribution, syntax))
    attribution_dev, syntax_dev = load(options.work / "attribution-dev.jsonl"), load(options.work / "syntax-dev.jsonl")
    told = {name: value for name, value in (("local", options.local), ("roof", options.roof)) if value is not None}
    shape = Shape(layers=options.layers, **labels_of(syntax, attribution), **told)
    if options.resume:
        saved = torch.load(options.resume, map_location="cpu", weights_only=True)
        shape = Shape(**{**saved["shape"], **told})
    model = Reader(shape)
    if options.resume:
        model.load_state_dict(saved["weights"])
    else:
        model.encoder.load_state_dict(pretrained(options.encoder, options.layers))
    teacher = None
    if options.teacher:
        known = torch.load(options.teacher, map_location=options.device, weights_only=True)
        teacher = Reader(Shape(**known["shape"])).to(options.device).eval()
        teacher.load_state_dict(known["weights"])
    model.encoder.pieces.weight.requires_grad = False
    model.to(options.device)
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": options.rate, "weight_decay": 0.01}, {"params": heads, "lr": options.steeper * options.rate, "weight_decay": 0.01}],
        betas=(0.9, 0.98),
    )
    peak = [group["lr"] for group in optimizer.param_groups]
    begun = time.time()
    done, log = 0.0, (options.out / "log.txt").open("a")
    for epoch in range(options.epochs):
        extra = chance.sample(named, int(options.bodies * len(named)))
        items = [(d, *w) for d in attribution + extra for w in cut(d, LIMIT, chance, single=chance.random() < options.single)]
        trees = [(d, *w) for _ in range(options.trees) for d in syntax for w in cut(d, LIMIT, chance, chance.random() < 0.15)]
        groups = [*batches(items, options.room, chance), *batches(trees, options.room, chance)]
        chance.shuffle(groups)
        sums: dict[str, float] = {}
        for step, group in enumerate(groups):
            done = max((epoch + step / len(groups)) / options.epochs, (time.time() - begun) / 3600 / options.hours)
            for group_, rate in zip(optimizer.param_groups, peak):
                group_["lr"] = rate * min(done / 0.04 + 0.01, max(0.0, (1 - done) / 0.96), 1.0)
            model.train()
            loss, parts = loss_of(model, collate(group, shape), options.device, teacher)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
            optimizer.step()
            for name, value in parts.items():
                sums[name] = 0.98 * sums.get(name, value) + 0.02 * value
            if step % 100 == 0:
                tell(log, epoch=epoch, step=step, of=len(groups), minutes=round((time.time() - begun) / 60, 1), **{k: round(v, 4) for k, v in sums.items()})
            if done >= 1:
                break
        scores = {"article": attribution_scores(model, attribution_dev, LIMIT), "syntax": syntax_scores(model, syntax_dev, LIMIT)}
        if epoch == options.epochs - 1 or done >= 1:
            scores["sentence"] = attribution_scores(model, attribution_dev, LIMIT, single=True)
        tell(log, epoch=epoch, minutes=round((time.time() - begun) / 60, 1), **scores)
        torch.save({"shape": shape.as_dict(), "weights": model.state_dict()}, options.out / "reader.pt")
        if done >= 1:
            break


def tell(log, **facts) -> None:
    line = json.dumps(facts)
    print(line, flush=True)
    log.write(line + "\n")
    log.flush()


if __name__ == "__main__":
    main()
