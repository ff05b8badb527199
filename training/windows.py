"""Documents cut into windows, and windows put together into batches."""

import random
from collections.abc import Iterator

import torch
from torch import Tensor

from lemma_script import lemma_script
from reader import REACH, Shape, reach_start

CLS, SEP = 101, 102
IGNORE = -100


def labels_of(syntax: list[dict], named: list[dict], rare: int = 2) -> dict:
    """The label lists for `Shape`, the most frequent first; what occurs fewer than `rare` times is left out."""
    counts: dict[str, dict[str, int]] = {"upos": {}, "feats": {}, "lemma": {}, "deprel": {}}
    for document in syntax:
        for i, (lemma, upos, feats, _, deprel) in enumerate(document["words"]):
            script = lemma_script(document["forms"][i], lemma)
            for name, label in (("upos", upos), ("feats", feats), ("lemma", script), ("deprel", deprel)):
                counts[name][label] = counts[name].get(label, 0) + 1
    lists = {
        name: [label for label, n in sorted(found.items(), key=lambda x: (-x[1], x[0])) if n >= rare]
        for name, found in counts.items()
    }
    kinds = sorted({kind for document in named for *_, kind in document.get("names", [])})
    lists["names"] = ["O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI")]
    return lists


def cut(document: dict, limit: int, chance: random.Random | None = None, single: bool = False) -> list[tuple[int, int]]:
    """Token ranges of whole sentences with at most `limit` pieces each; `single` puts every sentence on its own.

    With `chance` the first window is shorter, so that each epoch cuts a document elsewhere.
    """
    room = limit - 2
    budget = room if chance is None or single else chance.randint(room // 3, room)
    windows: list[tuple[int, int]] = []
    first, used = 0, 0
    for start, end in document["sentences"]:
        size = sum(len(p) for p in document["pieces"][start:end])
        if used and (single or used + size > budget):
            windows.append((first, start))
            first, used, budget = start, 0, room
        while size > room:
            part, taken = start, 0
            while taken + len(document["pieces"][part]) <= room:
                taken += len(document["pieces"][part])
                part += 1
            windows.append((first, part))
            first = start = part
            size -= taken
        used += size
    if used:
        windows.append((first, document["sentences"][-1][1]))
    return windows


def batches(items: list[tuple[dict, int, int]], room: int, chance: random.Random) -> Iterator[list[tuple[dict, int, int]]]:
    """Items of like length together, at most `room` padded pieces a batch, batches in random order."""
    chance.shuffle(items)
    items.sort(key=lambda item: piece_count(item) + chance.random() * 16)
    groups: list[list] = []
    for item in items:
        size = piece_count(item)
        if groups and (len(groups[-1]) + 1) * max(size, groups[-1][0][1]) <= room:
            groups[-1][0][1] = max(groups[-1][0][1], size)
            groups[-1].append(item)
        else:
            groups.append([[0, size], item])
    chance.shuffle(groups)
    for group in groups:
        yield group[1:]


def piece_count(item: tuple[dict, int, int]) -> int:
    document, first, end = item
    return 2 + sum(len(p) for p in document["pieces"][first:end])


def collate(items: list[tuple[dict, int, int]], shape: Shape) -> dict[str, Tensor]:
    """Tensors for `items`, one window (document, first token, end token) each; labels are IGNORE where unknown."""
    width = max(piece_count(item) for item in items)
    length = max(end - first for _, first, end in items)
    batch = {
        "pieces": torch.zeros(len(items), width, dtype=torch.long),
        "features": torch.zeros(len(items), width, dtype=torch.long),
        "first": torch.zeros(len(items), length, dtype=torch.long),
        "sentence": torch.full((len(items), length), -1, dtype=torch.long),
        "mask": torch.zeros(len(items), length, dtype=torch.bool),
    }
    for name in ("upos", "feats", "lemma", "head", "deprel", "names", "cue", "flat"):
        batch[name] = torch.full((len(items), length), IGNORE, dtype=torch.long)
    cues: list[tuple[int, int]] = []
    roles: list[list[int]] = []
    for row, (document, first, end) in enumerate(items):
        place(batch, row, document, first, end)
        if "words" in document:
            label_syntax(batch, row, document, first, end, shape)
        if "names" in document:
            label_names(batch, row, document, first, end, shape)
        for attribution in document.get("attributions", []):
            label_attribution(batch, row, attribution, first, end, length, cues, roles)
        if "attributions" in document:
            for name in ("cue", "flat"):
                labels = batch[name][row, : end - first]
                labels[labels == IGNORE] = 0
    batch["cues"] = torch.tensor(cues, dtype=torch.long).reshape(-1, 2)
    batch["lengths"] = batch["mask"].sum(1)
    batch["tags"] = torch.tensor(roles, dtype=torch.long).reshape(-1, length)
    batch["roles"] = within_reach(batch["tags"], batch)
    return batch


def within_reach(roles: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """The labels [cues, reach] of the stretch that the reader looks at for each cue; IGNORE behind the window's end."""
    rows, cues = batch["cues"].unbind(1)
    lengths = batch["lengths"][rows]
    position = reach_start(lengths, cues).unsqueeze(1) + torch.arange(REACH)[: roles.shape[1]]
    labels = roles.gather(1, position.clamp(max=roles.shape[1] - 1))
    return labels.masked_fill(position >= lengths.unsqueeze(1), IGNORE)


def place(batch: dict[str, Tensor], row: int, document: dict, first: int, end: int) -> None:
    ids, features, positions = [CLS], [0], []
    for i in range(first, end):
        positions.append(len(ids))
        ids += document["pieces"][i]
        features += [document["features"][i]] * len(document["pieces"][i])
    ids.append(SEP)
    features.append(0)
    batch["pieces"][row, : len(ids)] = torch.tensor(ids)
    batch["features"][row, : len(ids)] = torch.tensor(features)
    batch["first"][row, : end - first] = torch.tensor(positions)
    batch["mask"][row, : end - first] = True
    for number, (start, stop) in enumerate(document["sentences"]):
        low, high = max(start, first), min(stop, end)
        if low < high:
            batch["sentence"][row, low - first : high - first] = number


def label_syntax(batch: dict[str, Tensor], row: int, document: dict, first: int, end: int, shape: Shape) -> None:
    index = document.setdefault("index", {name: {x: i for i, x in enumerate(getattr(shape, name))} for name in ("upos", "feats", "lemma", "deprel")})
    for start, stop in document["sentences"]:
        for i in range(max(start, first), min(stop, end)):
            lemma, upos, feats, head, deprel = document["words"][i]
            at = i - first
            batch["upos"][row, at] = index["upos"].get(upos, IGNORE)
            batch["feats"][row, at] = index["feats"].get(feats, IGNORE)
            batch["lemma"][row, at] = index["lemma"].get(lemma_script(document["forms"][i], lemma), IGNORE)
            target = (i if head == 0 else start + head - 1) - first
            if 0 <= target < end - first:
                batch["head"][row, at] = target
                batch["deprel"][row, at] = index["deprel"].get(deprel, IGNORE)


def label_names(batch: dict[str, Tensor], row: int, document: dict, first: int, end: int, shape: Shape) -> None:
    batch["names"][row, : end - first] = 0
    for start, stop, kind in document["names"]:
        if start >= first and stop <= end:
            inside = shape.names.index(f"I-{kind}")
            batch["names"][row, start - first : stop - first] = inside
            batch["names"][row, start - first] = inside - 1


def label_attribution(
    batch: dict[str, Tensor], row: int, attribution: dict, first: int, end: int, length: int, cues: list, roles: list
) -> None:
    start, stop = attribution["cue"][0] if attribution["cue"] else (-1, -1)
    if start < first or stop > end:
        return
    batch["cue"][row, start - first : stop - first] = 2
    batch["cue"][row, start - first] = 1
    tags = [0] * length
    for base, role in ((1, "source"), (3, "content")):
        for low, high in attribution[role]:
            low, high = max(low, first) - first, min(high, end) - first
            for i in range(low, high):
                tags[i] = base + (i > low)
    flat = batch["flat"][row]
    for i, tag in enumerate(tags):
        if tag and flat[i] == IGNORE:
            flat[i] = tag
    cues.append((row, start - first))
    roles.append(tags)
