"""Scores of a reader on the dev documents, for watching a training; `sitrep eval` is the measure that counts."""

from collections import Counter

import torch
from torch import Tensor

from reader import Reader
from windows import IGNORE, collate, cut


def spans(tags: list[int], base: int) -> set[tuple[int, int]]:
    """Ranges of B (`base`) and I (`base + 1`) tags; an I that follows no B or I opens a range."""
    found, start = set(), None
    for i, tag in enumerate([*tags, 0]):
        if start is not None and tag != base + 1:
            found.add((start, i))
            start = None
        if tag == base or (tag == base + 1 and start is None):
            start = i
    return found


def on_device(batch: dict[str, Tensor], model: Reader) -> dict[str, Tensor]:
    device = model.cue.weight.device
    return {name: tensor.to(device) for name, tensor in batch.items()}


def f1(right: int, found: int, gold: int) -> float:
    return round(200 * right / max(1, found + gold), 2)


@torch.no_grad()
def attribution_scores(model: Reader, documents: list[dict], limit: int, single: bool = False) -> dict[str, float]:
    """Exact F1 of cue, source and content; windows do not overlap here, so whole articles score a little low."""
    model.eval()
    counts: Counter = Counter()
    items = [(d, first, end) for d in documents for first, end in cut(d, limit, single=single)]
    items.sort(key=lambda item: item[2] - item[1])
    size = 64 if single else 8

    def score(name: str, found: set, gold: set) -> None:
        counts.update({(name, "right"): len(found & gold), (name, "found"): len(found), (name, "gold"): len(gold)})

    for at in range(0, len(items), size):
        batch = on_device(collate(items[at : at + size]), model)
        words = model.words(batch["pieces"], batch["features"], batch["first"], batch["mask"])
        cue_tags = model.cue(words).argmax(-1).masked_fill(~batch["mask"], 0)
        names = model.names(words).argmax(-1)
        starts = (cue_tags == 1).nonzero()
        if len(starts):
            scores, reach = model.roles.of_cues(words, batch["lengths"], starts[:, 0], starts[:, 1])
            roles = [
                [0] * begin + tags[: int(batch["lengths"][row]) - begin]
                for tags, begin, (row, _) in zip(scores.argmax(-1).tolist(), reach.tolist(), starts.tolist())
            ]
        for row in range(len(words)):
            length = int(batch["mask"][row].sum())
            score("cue", spans(cue_tags[row].tolist()[:length], 1), spans(batch["cue"][row].tolist()[:length], 1))
            if (batch["names"][row] != IGNORE).any():
                kinds = range(1, len(model.shape.names), 2)
                found_names = {(k, *s) for k in kinds for s in spans(names[row].tolist()[:length], k)}
                gold_names = {(k, *s) for k in kinds for s in spans(batch["names"][row].tolist()[:length], k)}
                score("names", found_names, gold_names)
            for name, base in (("source", 1), ("content", 3)):
                found = {s for k, (r, _) in enumerate(starts.tolist()) if r == row for s in spans(roles[k], base)}
                gold = {s for k, (r, _) in enumerate(batch["cues"].tolist()) if r == row for s in spans(batch["tags"][k].tolist(), base)}
                score(name, found, gold)
    return {name: f1(counts[name, "right"], counts[name, "found"], counts[name, "gold"]) for name in ("source", "cue", "content", "names")}


@torch.no_grad()
def syntax_scores(model: Reader, documents: list[dict], limit: int) -> dict[str, float]:
    """Accuracy of UPOS, features and lemma script, UAS and LAS, by word, punctuation included; heads are taken greedily."""
    model.eval()
    right: Counter = Counter()
    items = [(d, first, end) for d in documents for first, end in cut(d, limit)]
    for at in range(0, len(items), 8):
        batch = on_device(collate(items[at : at + 8]), model)
        words = model.words(batch["pieces"], batch["features"], batch["first"], batch["mask"])
        heads = model.tree.arcs(words, batch["sentence"]).argmax(-1)
        relations = model.tree.relation(words, heads).argmax(-1)
        known = batch["head"] != IGNORE
        right["all"] += int(known.sum())
        for name in ("upos", "feats", "lemma"):
            right[name] += int((getattr(model, name)(words).argmax(-1) == batch[name])[known].sum())
        attached = (heads == batch["head"])[known]
        right["uas"] += int(attached.sum())
        right["las"] += int((attached & (relations == batch["deprel"])[known]).sum())
    return {name: round(100 * right[name] / max(1, right["all"]), 2) for name in ("upos", "feats", "lemma", "uas", "las")}
