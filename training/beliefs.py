"""Writes down what teachers believe about every word of the texts, so that readers can be taught without asking them again.

A belief is kept as its likeliest labels and their probabilities, in 255ths. Labels, where the texts have any, take a share of each belief.
"""

import argparse
import random
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from reader import REACH, Reader
from train import LIMIT, load, read_checkpoint
from windows import IGNORE, batches, collate, cut, with_labels

# How many labels of a belief are kept.
KEPT = {"upos": 3, "feats": 3, "lemma": 3, "names": 3, "cue": 3, "arc": 4, "relation": 3, "roles": 2}
# The share that a label has beside the beliefs; PolNeAR's say what is asked for, the treebank was learnt by heart.
SHARE = {"upos": 0.3, "feats": 0.3, "lemma": 0.3, "names": 0.5, "cue": 0.5, "arc": 0.3, "relation": 0.3, "roles": 0.5}
TAGS = ("upos", "feats", "lemma", "names")
LABEL_OF = {"arc": "head", "relation": "deprel"}


def kept(belief: Tensor, labels: Tensor, count: int, share: float) -> dict[str, Tensor]:
    """The `count` likeliest of each row, and the label with its share: [rows, count + 1] label numbers and probabilities in 255ths."""
    best = belief.float().topk(min(count, belief.shape[-1]), -1)
    chance = best.values / best.values.sum(-1, keepdim=True)
    label = labels.unsqueeze(-1)
    known = (label != IGNORE).float()
    chance = torch.cat([chance * (1 - share * known), share * known], -1)
    return {"labels": torch.cat([best.indices, label.clamp(min=0)], -1).short(), "chance": (chance * 255).round().byte()}


def mean(scores: list[Tensor], of_news: bool) -> Tensor:
    """The mean of the teachers' probabilities; the last is of news, where that is so, and counts as much as all others."""
    chances = [score.float().softmax(-1) for score in scores]
    if not of_news:
        return torch.stack(chances).mean(0)
    return (torch.stack(chances[:-1]).mean(0) + chances[-1]) / 2


def asked(batch: dict[str, Tensor], teachers: list[Reader], of_news: Reader | None) -> dict[str, Tensor]:
    """What the teachers believe: by word, `heads` [windows, words] that the relations are of, the `cues` [cues, 2] found or labelled, and their roles."""
    models = teachers if of_news is None else [*teachers, of_news]
    news = of_news is not None
    words = [model.words(batch["pieces"], batch["features"], batch["first"], batch["mask"]) for model in models]
    mask = batch["mask"]
    beliefs = {name: mean([getattr(model, name)(state[mask]) for model, state in zip(models, words)], news) for name in TAGS}
    beliefs["cue"] = mean([model.cue(state[mask]) for model, state in zip(teachers, words)], False)
    arcs = mean([model.tree.arcs(state, batch["sentence"]) for model, state in zip(models, words)], news)
    heads = batch["head"].where(batch["head"] != IGNORE, arcs.argmax(-1))
    relations = mean([model.tree.relation(state, heads)[mask] for model, state in zip(models, words)], news)
    beliefs |= {"arc": arcs[mask], "heads": heads, "relation": relations}
    cues = batch["cues"]
    if (batch["cue"] == IGNORE).all():
        cues = torch.zeros_like(mask).masked_scatter(mask, beliefs["cue"].argmax(-1) == 1).nonzero()
    beliefs["cues"] = cues
    if len(cues):
        roles = [model.roles.of_cues(state, batch["lengths"], *cues.unbind(1)) for model, state in zip(teachers, words)]
        beliefs["roles"] = mean([scores for scores, _ in roles], False)
        reached = roles[0][1].unsqueeze(1) + torch.arange(beliefs["roles"].shape[1], device=cues.device)
        beliefs["there"] = reached < batch["lengths"][cues[:, 0]].unsqueeze(1)
    return beliefs


@torch.no_grad()
def believed(kind: str, group: list[tuple[dict, int, int]], teachers: list[Reader], of_news: Reader | None, device: str) -> dict[str, np.ndarray]:
    """The arrays of a group of windows of one kind of text: what is read, by piece, word, window and cue, and what is believed of it."""
    batch = {name: tensor.to(device) for name, tensor in collate(group).items()}
    beliefs = asked(batch, teachers, of_news if kind == "news" else None)
    mask, cues, found = batch["mask"], beliefs["cues"], {}
    for name in (*TAGS, "cue", "arc", "relation"):
        for part, values in kept(beliefs[name], batch[LABEL_OF.get(name, name)][mask], KEPT[name], SHARE[name]).items():
            found[f"{name}.{part}"] = values
    found["head"] = beliefs["heads"][mask].short()
    found["window.cues"] = torch.bincount(cues[:, 0], minlength=len(group)).short()
    if len(cues):
        width = beliefs["roles"].shape[1]
        labels = batch["roles"] if len(batch["cues"]) else torch.full((len(cues), width), IGNORE, device=device)
        order = torch.argsort(cues[:, 0], stable=True)
        for part, values in kept(beliefs["roles"], labels, KEPT["roles"], SHARE["roles"]).items():
            values = F.pad(values * beliefs["there"].unsqueeze(-1).to(values.dtype), (0, 0, 0, REACH - width))
            found[f"roles.{part}"] = values[order]
        found["cues"] = cues[order, 1].short()
    pieces = batch["pieces"] > 0
    found |= {"pieces": batch["pieces"][pieces].int(), "features": batch["features"][pieces].byte(), "window.pieces": pieces.sum(1).short()}
    found |= {"first": batch["first"][mask].short(), "sentence": batch["sentence"][mask].short(), "window.words": mask.sum(1).short()}
    found["window.tree"] = torch.full((len(group),), kind == "tree")
    return {name: values.cpu().numpy() for name, values in found.items()}


def teacher(path: Path, device: str) -> Reader:
    model = read_checkpoint(path).to(device).eval()
    return model.bfloat16() if device == "cuda" else model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="the folder that training/prepare.py filled")
    parser.add_argument("--teacher", type=Path, nargs="+", required=True)
    parser.add_argument("--news-teacher", type=Path, help="one more, which in news counts as much as all others about tags, names and trees")
    parser.add_argument("--out", type=Path, required=True, help="a file of arrays")
    parser.add_argument("--single", type=float, default=0.3, help="share of the documents that are cut into single sentences")
    parser.add_argument("--room", type=int, default=16384)
    parser.add_argument("--part", type=int, nargs=2, default=[0, 1], help="which of how many parts of the documents")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--seed", type=int, default=20190516)
    options = parser.parse_args()
    teachers = [teacher(path, options.device) for path in options.teacher]
    of_news = teacher(options.news_teacher, options.device) if options.news_teacher else None
    number, parts = options.part
    sets = {kind: load(options.work / f"{name}-train.jsonl")[number::parts] for kind, name in (("news", "attribution"), ("body", "names"), ("tree", "syntax"), ("web", "web"))}
    ready = {kind: [with_labels(d, teachers[0].shape) for d in documents] for kind, documents in sets.items()}
    ready["news"] += ready.pop("body")
    chance = random.Random(options.seed)
    groups = []
    for kind, documents in ready.items():
        windows = [(d, *w) for d in documents for w in cut(d, LIMIT, chance, chance.random() < options.single)]
        groups += [(kind, group) for group in batches(windows, options.room, chance)]
    arrays = [believed(kind, group, teachers, of_news, options.device) for kind, group in groups]
    names = {name for one in arrays for name in one}
    joined = {name: np.concatenate([one[name] for one in arrays if name in one]) for name in names}
    np.savez(options.out, **joined)  # type: ignore[arg-type]  # Any name may be that of an array, but numpy's types reserve one for a flag.
    print(len(groups), "groups,", sum(len(one["first"]) for one in arrays), "words")


if __name__ == "__main__":
    main()
