"""Documents cut into windows, and windows put together into batches."""

import random
from collections.abc import Iterator

import torch
from torch import Tensor

from lemma_script import lemma_script
from reader import CLAIMS, NONE, REACH, ROLE_TAGS, Shape, reach_start

CLS, SEP = 101, 102
IGNORE = -100
LABELS = ("upos", "feats", "lemma", "head", "deprel", "names", "cue", "flat")


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


def claim_labels(documents: list[dict]) -> dict[str, list[str]]:
    """The label lists of claims for `Shape`: none first, then by kind and alphabet."""
    found = sorted({(CLAIMS.index(claim["kind"]), claim["label"]) for document in documents for claim in document["claims"]})
    status = sorted({claim["status"] for document in documents for claim in document["claims"] if claim["status"]})
    return {"claims": [NONE, *(label for _, label in found)], "status": status}


def cut(document: dict, limit: int, chance: random.Random | None = None, single: bool = False) -> list[tuple[int, int]]:
    """Token ranges of whole sentences with at most `limit` pieces each; `single` puts every sentence on its own.

    With `chance` the first window is shorter, so that each epoch cuts a document elsewhere.
    """
    at = document["at"]
    room = limit - 2
    budget = room if chance is None or single else chance.randint(room // 3, room)
    windows: list[tuple[int, int]] = []
    first, used = 0, 0
    for start, end in document["sentences"]:
        size = at[end] - at[start]
        if used and (single or used + size > budget):
            windows.append((first, start))
            first, used, budget = start, 0, room
        while size > room:
            part, taken = start, 0
            while taken + at[part + 1] - at[part] <= room:
                taken += at[part + 1] - at[part]
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
    return 2 + document["at"][end] - document["at"][first]


def with_labels(document: dict, shape: Shape) -> dict:
    """The document as the tensors that `collate` cuts windows from: pieces, and for each word its labels, IGNORE where unknown."""
    sizes = torch.tensor([len(p) for p in document["pieces"]])
    ends = sizes.cumsum(0)
    sentence = torch.zeros(len(sizes), dtype=torch.long)
    for number, (start, end) in enumerate(document["sentences"]):
        sentence[start:end] = number
    ready = {
        "sentences": document["sentences"],
        "at": [0, *ends.tolist()],
        "first": ends - sizes,
        "pieces": torch.tensor([piece for word in document["pieces"] for piece in word]),
        "features": torch.tensor(document["features"]).repeat_interleave(sizes),
        "sentence": sentence,
        "attributions": document.get("attributions"),
        "claims": document.get("claims"),
        "open": document.get("open", False),
    }
    if "words" in document:
        ready |= syntax_labels(document, shape)
    if "names" in document:
        tags = torch.zeros(len(sizes), dtype=torch.long)
        for start, end, kind in document["names"]:
            inside = shape.names.index(f"I-{kind}")
            tags[start:end] = inside
            tags[start] = inside - 1
        ready["names"] = tags
    return ready


def syntax_labels(document: dict, shape: Shape) -> dict[str, Tensor]:
    """Labels by word; `head` is a word of the document, a root its own."""
    index = {name: {x: i for i, x in enumerate(getattr(shape, name))} for name in ("upos", "feats", "lemma", "deprel")}
    labels = {name: torch.full((len(document["words"]),), IGNORE) for name in (*index, "head")}
    for start, end in document["sentences"]:
        for i in range(start, end):
            lemma, upos, feats, head, deprel = document["words"][i]
            script = lemma_script(document["forms"][i], lemma)
            for name, label in (("upos", upos), ("feats", feats), ("lemma", script), ("deprel", deprel)):
                labels[name][i] = index[name].get(label, IGNORE)
            labels["head"][i] = i if head == 0 else start + head - 1
    return labels


def collate(items: list[tuple[dict, int, int]], shape: Shape | None = None) -> dict[str, Tensor]:
    """Tensors for `items`, one window (document with labels, first token, end token) each; labels are IGNORE where unknown. Claims need `shape`.

    `cues` [cues, 2] are those labelled: window and word; `claims` [claims, 3] have their kind as well.
    """
    width = max(piece_count(item) for item in items)
    length = max(end - first for _, first, end in items)
    batch = {name: torch.zeros(len(items), size, dtype=torch.long) for name, size in (("pieces", width), ("features", width), ("first", length))}
    batch["sentence"] = torch.full((len(items), length), -1)
    batch["mask"] = torch.zeros(len(items), length, dtype=torch.bool)
    for name in LABELS:
        batch[name] = torch.full((len(items), length), IGNORE)
    batch["triggers"] = torch.full((len(items), length, len(CLAIMS)), IGNORE)
    cues: list[tuple[int, int]] = []
    roles: list[Tensor] = []
    claims: list[tuple[int, int, int]] = []
    claimed: list[tuple[Tensor, Tensor, int]] = []
    for row, (document, first, end) in enumerate(items):
        place({name: tensor[row] for name, tensor in batch.items()}, document, first, end)
        if document["claims"] is not None:
            # Of an open document nothing is known but the claims that it has.
            if not document["open"]:
                batch["triggers"][row, : end - first] = 0
            for claim in document["claims"]:
                start, stop = claim["trigger"]
                kind = CLAIMS.index(claim["kind"])
                if first <= start and stop <= end and batch["triggers"][row, start - first, kind] != 1:
                    assert shape is not None, "claims need a shape"
                    batch["triggers"][row, start - first : stop - first, kind] = 2
                    batch["triggers"][row, start - first, kind] = 1
                    claims.append((row, start - first, kind + 1))
                    claimed.append((role_tags(claim, first, end, length), label_chances(claim, shape), shape.status.index(claim["status"]) if claim["status"] else IGNORE))
        if document["attributions"] is None:
            continue
        for name in ("cue", "flat"):
            batch[name][row, : end - first] = 0
        for attribution in document["attributions"]:
            start, stop = attribution["cue"][0] if attribution["cue"] else (-1, -1)
            if first <= start and stop <= end:
                tags = role_tags({"agent": attribution["source"], "object": attribution["content"]}, first, end, length)
                label_attribution({name: batch[name][row] for name in ("cue", "flat")}, start - first, stop - first, tags)
                cues.append((row, start - first))
                roles.append(tags)
    batch["lengths"] = batch["mask"].sum(1)
    batch["cues"] = torch.tensor(cues, dtype=torch.long).reshape(-1, 2)
    batch["tags"] = torch.stack(roles) if roles else torch.zeros(0, length, dtype=torch.long)
    batch["roles"] = within_reach(batch["tags"], batch["cues"], batch["lengths"], length)
    batch["claims"] = torch.tensor(claims, dtype=torch.long).reshape(-1, 3)
    tags = torch.stack([tags for tags, _, _ in claimed]) if claimed else torch.zeros(0, length, dtype=torch.long)
    batch["claim.roles"] = within_reach(tags, batch["claims"], batch["lengths"], length)
    batch["claim.label"] = torch.stack([label for _, label, _ in claimed]) if claimed else torch.zeros(0, len(shape.claims) if shape else 0)
    batch["claim.status"] = torch.tensor([status for _, _, status in claimed], dtype=torch.long)
    return batch


def within_reach(tags: Tensor, triggers: Tensor, lengths: Tensor, length: int) -> Tensor:
    """Of the labels [triggers, length] those [triggers, reach] of the stretch that the reader looks at; IGNORE behind the window's end."""
    row, word = triggers[:, 0], triggers[:, 1]
    position = reach_start(lengths[row], word).unsqueeze(1) + torch.arange(REACH)[:length]
    labels = tags.gather(1, position.clamp(max=length - 1))
    return labels.masked_fill(position >= lengths[row].unsqueeze(1), IGNORE)


# The share that a mark's own reading has beside others that are as good.
FIRST_READING = 0.7


def label_chances(claim: dict, shape: Shape) -> Tensor:
    """How much each label is meant."""
    chances = torch.zeros(len(shape.claims))
    others = [shape.claims.index(label) for label in claim["other"] if label in shape.claims and label != claim["label"]]
    own = shape.claims.index(claim["label"]) if claim["label"] in shape.claims else None
    for at in others:
        chances[at] = (1 if own is None else 1 - FIRST_READING) / len(others)
    if own is not None:
        chances[own] = FIRST_READING if others else 1
    return chances


def place(row: dict[str, Tensor], document: dict, first: int, end: int) -> None:
    """Writes pieces and labels of the words from `first` to `end` into a row of each tensor."""
    low, high = document["at"][first], document["at"][end]
    last = high - low + 1
    row["pieces"][0], row["pieces"][last] = CLS, SEP
    row["pieces"][1:last] = document["pieces"][low:high]
    row["features"][1:last] = document["features"][low:high]
    words = end - first
    row["first"][:words] = document["first"][first:end] - low + 1
    row["mask"][:words] = True
    row["sentence"][:words] = document["sentence"][first:end]
    for name in ("upos", "feats", "lemma", "names"):
        if name in document:
            row[name][:words] = document[name][first:end]
    if "head" in document:
        head = document["head"][first:end] - first
        reached = (head >= 0) & (head < words)
        row["head"][:words] = head.where(reached, IGNORE)
        row["deprel"][:words] = document["deprel"][first:end].where(reached, IGNORE)


def role_tags(claim: dict, first: int, end: int, length: int) -> Tensor:
    """Tags [length] of what belongs to a trigger in the window from `first` to `end`."""
    tags = torch.zeros(length, dtype=torch.long)
    for role in ("time", "place", "object", "agent"):
        base = ROLE_TAGS.index(f"B-{role}")
        for low, high in claim.get(role, []):
            low, high = max(low, first) - first, min(high, end) - first
            if low < high:
                tags[low:high] = base + 1
                tags[low] = base
    return tags


def label_attribution(row: dict[str, Tensor], start: int, stop: int, tags: Tensor) -> None:
    """Notes a cue; of attributions that share a word the first gives its flat label."""
    row["cue"][start:stop] = 2
    row["cue"][start] = 1
    row["flat"][:] = row["flat"].where((row["flat"] != 0) | (tags == 0), tags)
