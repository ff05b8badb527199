"""Marks the sentences of PLOVER's set, which tell actor, recipient and class of an act and not its words: of the words that a reader takes for triggers, those whose
parties and class come nearest. Writes documents whose other words are left open.
"""

import argparse
import json
from pathlib import Path

import torch

from claims import begun
from prepare import tokenise, utf16_spans_to_tokens, write
from reader import CLAIMS, ROLE_TAGS, TRIGGER_TAGS, Reader
from train import LIMIT
from windows import collate, cut, with_labels

# The first edition's YIELD is two types now.
TYPES = {"YIELD": ["RETREAT", "CONCEDE"]}
# Every so many sentences are left out, to measure on.
LEFT = 5
# Below this a trigger is no better than a guess.
LEAST = 1.0


def sentences(gold: Path) -> list[dict]:
    """The sentences as documents, with the words of actor and recipient where they stand in them."""
    rows = [json.loads(line) for i, line in enumerate((gold / "events" / "plover-train.jsonl").open(encoding="utf8")) if i % LEFT]
    documents = tokenise([{"id": f"plover-{i}", "text": row["sentence"]} for i, row in enumerate(rows)])
    for row, document in zip(rows, documents):
        document["types"] = TYPES.get(row["root"], [row["root"]])
        for role, name in (("agent", "actor"), ("object", "recipient")):
            start = row["sentence"].find(row[name])
            length = len(row[name].encode("utf-16-le")) // 2
            start = len(row["sentence"][:start].encode("utf-16-le")) // 2 if start >= 0 else -1
            document[role] = utf16_spans_to_tokens(document, [[start, start + length]]) if start >= 0 else []
    return documents


@torch.no_grad()
def trigger_of(model: Reader, document: dict) -> tuple[float, int, str] | None:
    """The likeliest trigger of the sentence's act: how well it fits, its word, and its type among those that are right."""
    shape = model.shape
    ready = with_labels(document, shape)
    windows = cut(ready, LIMIT)
    if len(windows) != 1:
        return None
    batch = collate([(ready, *windows[0])], shape)
    words = model.words(batch["pieces"], batch["features"], batch["first"], batch["mask"])
    chance = model.triggers(words).unflatten(-1, (len(CLAIMS), len(TRIGGER_TAGS))).float().softmax(-1)[0, :, 0, 1]
    likely = chance.topk(min(6, len(chance))).indices
    row = torch.zeros_like(likely)
    roles, start, read = model.roles(words, batch["lengths"], row, likely, torch.ones_like(likely))
    label = model.judge(read)[0].float().softmax(-1)
    held = roles.float().softmax(-1)
    best = None
    for k, word in enumerate(likely.tolist()):
        type_ = max(document["types"], key=lambda one: float(label[k, shape.claims.index(one)]))
        fit = float(chance[word] + label[k, shape.claims.index(type_)])
        for role in ("agent", "object"):
            at = ROLE_TAGS.index(f"B-{role}")
            shares = [float(held[k, w - int(start[k]), at : at + 2].sum()) for low, high in document[role] for w in range(low, high) if 0 <= w - int(start[k]) < held.shape[1]]
            fit += max(shares, default=0.5)
        if best is None or fit > best[0]:
            best = (fit, word, type_)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="the folder with events/")
    parser.add_argument("--checkpoint", type=Path, required=True, help="a reader that knows claims")
    parser.add_argument("--work", type=Path, required=True, help="gets plover-train.jsonl")
    options = parser.parse_args()
    model = begun(options.checkpoint, {}).eval()
    marked = []
    for document in sentences(options.gold):
        found = trigger_of(model, document)
        if found is None or found[0] < LEAST:
            continue
        _, word, type_ = found
        mark = {"kind": "action", "trigger": [word, word + 1], "label": type_, "other": [], "status": None, "place": [], "time": []}
        document["claims"] = [mark | {role: document.pop(role) for role in ("agent", "object")}]
        document["open"] = True
        marked.append(document)
    write(options.work / "plover-train.jsonl", marked)


if __name__ == "__main__":
    main()
