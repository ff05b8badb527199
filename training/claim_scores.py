"""How well a reader tells claims, by word and without rules: to choose between readers, not to report."""

from collections import Counter

import torch
from torch import Tensor

from reader import CLAIMS, KINDS, ROLE_TAGS, TRIGGER_TAGS, Reader
from windows import collate, cut


@torch.no_grad()
def found_claims(model: Reader, batch: dict[str, Tensor], margin: float = 1.0) -> list[dict]:
    """The claims that a reader finds in a batch: window, kind, trigger, label, status and the words of agent and object."""
    words = model.words(batch["pieces"], batch["features"], batch["first"], batch["mask"])
    scores = model.triggers(words).unflatten(-1, (len(CLAIMS), len(TRIGGER_TAGS))).float()
    likely = (scores[..., 1] > torch.maximum(scores[..., 0], scores[..., 2]) - margin) & batch["mask"].unsqueeze(-1)
    triggers = likely.nonzero()
    if not len(triggers):
        return []
    triggers[:, 2] += 1
    roles, start, read = model.roles(words, batch["lengths"], *triggers.unbind(1))
    label, status = model.judge(read)
    # Labels of other kinds than the trigger's are no choice; how likely there is none beside those that are.
    own = kind_of_labels(model.shape.claims).unsqueeze(0) == triggers[:, 2:]
    chance = label.float().masked_fill(~own & (torch.arange(label.shape[1]) > 0), -1e4).softmax(-1)
    first = scores.softmax(-1)[..., 1][likely]
    rows = []
    tags = roles.argmax(-1)
    for k, (row, word, kind) in enumerate(triggers.tolist()):
        length = int(batch["lengths"][row])
        offset = int(start[k])
        tagged = tags[k].tolist()[: max(0, length - offset)]
        rows.append(
            {
                "row": row,
                "kind": kind - 1,
                "word": word,
                "sure": float(first[k]),
                "none": float(chance[k, 0]),
                "label": int(chance[k, 1:].argmax()) + 1,
                "status": int(status[k].argmax()),
                **{role: words_of(role, tagged, offset) for role in ("agent", "object", "place", "time")},
            }
        )
    return rows


def words_of(role: str, tags: list[int], offset: int) -> set[int]:
    """The words with a tag of this role; the first tag is that of word `offset`."""
    own = ROLE_TAGS.index(f"B-{role}"), ROLE_TAGS.index(f"I-{role}")
    return {offset + i for i, tag in enumerate(tags) if tag in own}


def kind_of_labels(labels: list[str]) -> Tensor:
    """The number among the kinds of each label; that of none is that of statements, which have no labels."""
    return torch.tensor([0, *(KINDS.index(kind_of(label)) for label in labels[1:])])


def kind_of(label: str) -> str:
    return "posture" if "/" in label else "action" if label.isupper() else "stance"


def holds(mine: dict, claim: dict, role: str, first: int) -> bool:
    """Whether a claim found has a word of this party of a marked one, or that has none; `first` is the window's first word."""
    return not claim[role] or any(low - first <= word < high - first for low, high in claim[role] for word in mine[role])


def claim_scores(model: Reader, documents: list[dict], limit: int, threshold: float = 0.5, single: bool = False) -> dict[str, float | list[float]]:
    """F1 by kind of claims found with their label (overlapping triggers), those of them with both parties; status of those found."""
    model.eval()
    counts: Counter = Counter()
    items = [(d, first, end) for d in documents for first, end in cut(d, limit, single=single)]
    items.sort(key=lambda item: item[2] - item[1])
    shape = model.shape
    for at in range(0, len(items), 8):
        group = items[at : at + 8]
        batch = collate(group, shape)
        found = [one for one in found_claims(model, batch) if one["none"] < threshold]
        for row, (document, first, end) in enumerate(group):
            gold = [claim for claim in document["claims"] if first <= claim["trigger"][0] and claim["trigger"][1] <= end]
            for kind, name in enumerate(CLAIMS):
                mine = [one for one in found if one["row"] == row and one["kind"] == kind]
                theirs = [claim for claim in gold if claim["kind"] == name]
                met = [(m, t) for m in mine for t in theirs if t["trigger"][0] - first <= m["word"] < t["trigger"][1] - first]
                right = [(m, t) for m, t in met if shape.claims[m["label"]] in (t["label"], *t["other"])]
                whole = [(m, t) for m, t in right if holds(m, t, "agent", first) and holds(m, t, "object", first)]
                counts[name, "mine"] += len(mine)
                counts[name, "gold"] += len(theirs)
                for key, pairs in (("typed", right), ("whole", whole)):
                    counts[name, key, "p"] += len({id(m) for m, _ in pairs})
                    counts[name, key, "r"] += len({id(t) for _, t in pairs})
                for m, t in right:
                    if t["status"]:
                        counts["status", "of"] += 1
                        counts["status", "right"] += shape.status[m["status"]] == t["status"]
                    for role in ("agent", "object", "place", "time"):
                        counts[role, "mine"] += bool(m[role])
                        counts[role, "gold"] += bool(t[role])
                        counts[role, "right"] += bool(t[role]) and bool(m[role]) and holds(m, t, role, first)
    scores: dict[str, float | list[float]] = {}
    for name in CLAIMS:
        for key in ("typed", "whole"):
            p, r = counts[name, key, "p"] / max(1, counts[name, "mine"]), counts[name, key, "r"] / max(1, counts[name, "gold"])
            scores[f"{name} {key}"] = round(200 * p * r / max(1e-9, p + r), 1)
        scores[f"{name} p/r"] = [round(100 * counts[name, "typed", x] / max(1, counts[name, y]), 1) for x, y in (("p", "mine"), ("r", "gold"))]
    for role in ("agent", "object", "place", "time"):
        scores[role] = round(200 * counts[role, "right"] / max(1, counts[role, "mine"] + counts[role, "gold"]), 1)
    scores["status"] = round(100 * counts["status", "right"] / max(1, counts["status", "of"]), 1)
    return scores
