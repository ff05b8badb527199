"""Trains heads of a reader again, with its encoder as it is: the roles of cues, from labels and its own beliefs, and features and lemmas, from the treebank."""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from reader import Reader
from train import LIMIT, load, read_checkpoint, scores, tell, write_checkpoint
from windows import IGNORE, batches, collate, cut, with_labels

TAGS = ("feats", "lemma")
# Padded pieces a batch.
ROOM = 4096


def read(model: Reader, documents: list[dict], chance: random.Random, device: str) -> list[dict[str, Tensor]]:
    """The documents in batches, each with the states of its words."""
    windows = [(d, *w) for d in documents for w in cut(d, LIMIT, chance, chance.random() < 0.2)]
    found = []
    for group in batches(windows, ROOM, chance):
        batch = {name: tensor.to(device) for name, tensor in collate(group).items()}
        with torch.no_grad():
            states = model.words(batch["pieces"], batch["features"], batch["first"], batch["mask"])
            beliefs = model.roles(states, batch["lengths"], *batch["cues"].unbind(1))[0].softmax(-1).half() if len(batch["cues"]) else None
        found.append({name: batch[name] for name in ("lengths", "mask", "cues", "roles", *TAGS)} | {"states": states.half(), "beliefs": beliefs})
    return found


def shuffled(read_: list[dict[str, Tensor]], passes: int, chance: random.Random) -> Iterator[tuple[float, dict[str, Tensor]]]:
    """The batches, each so many times, with the share of the rate that each is learnt at: it falls to zero."""
    order = [batch for _ in range(passes) for batch in chance.sample(read_, len(read_))]
    return ((1 - i / len(order), batch) for i, batch in enumerate(order))


def learn_roles(model: Reader, read_: list[dict[str, Tensor]], passes: int, chance: random.Random) -> None:
    model.roles.train()
    optimizer = torch.optim.AdamW(model.roles.parameters(), betas=(0.9, 0.98), weight_decay=0.01)
    for rate, batch in shuffled([batch for batch in read_ if len(batch["cues"])], passes, chance):
        optimizer.param_groups[0]["lr"] = 1.5e-3 * rate
        found, _ = model.roles(F.dropout(batch["states"].float(), 0.1), batch["lengths"], *batch["cues"].unbind(1))
        labels = batch["roles"]
        told = F.cross_entropy(found.flatten(0, 1), labels.flatten(), ignore_index=IGNORE, reduction="sum")
        believed = F.cross_entropy(found.flatten(0, 1), batch["beliefs"].float().flatten(0, 1), reduction="none")
        loss = (told + (believed * (labels != IGNORE).flatten()).sum()) / (24 * len(labels))
        step(optimizer, loss)


def learn_tags(model: Reader, read_: list[dict[str, Tensor]], passes: int, chance: random.Random) -> None:
    heads = [getattr(model, name) for name in TAGS]
    optimizer = torch.optim.AdamW([p for head in heads for p in head.parameters()], weight_decay=0.01)
    for rate, batch in shuffled(read_, passes, chance):
        optimizer.param_groups[0]["lr"] = 2e-3 * rate
        words = F.dropout(batch["states"][batch["mask"]].float(), 0.1)
        step(optimizer, sum(F.cross_entropy(head(words), batch[name][batch["mask"]], ignore_index=IGNORE) for name, head in zip(TAGS, heads)))


def step(optimizer: torch.optim.Optimizer, loss: Tensor) -> None:
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(optimizer.param_groups[0]["params"], 1.0)
    optimizer.step()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="the folder that training/prepare.py filled")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the checkpoint to write; its log goes beside it")
    parser.add_argument("--passes", type=int, default=6, help="over the articles; the treebank is gone through as often")
    parser.add_argument("--share", type=float, default=1.0, help="share of the documents that are used at all")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    model = read_checkpoint(options.checkpoint).to(options.device).eval()
    for kind, learn in (("syntax", learn_tags), ("attribution", learn_roles)):
        documents = load(options.work / f"{kind}-train.jsonl")
        documents = [with_labels(d, model.shape) for d in documents[: round(options.share * len(documents))]]
        learn(model, read(model, documents, chance, options.device), options.passes, chance)
    write_checkpoint(model, options.out)
    with options.out.with_suffix(".log").open("a") as log:
        tell(log, **scores(model.eval(), options.work))


if __name__ == "__main__":
    main()
