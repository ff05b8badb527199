"""Trains heads of a reader again, with its encoder as it is: features and lemmas, from the treebank, and the roles of cues, from labels and from what the reader
believes of them, in unlabelled news of the cues that it finds. The roles may be read by fewer layers than before.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from reader import Reader, Roles
from train import LIMIT, load, read_checkpoint, scores, tell, total, write_checkpoint
from windows import IGNORE, batches, collate, cut, with_labels

TAGS = ("feats", "lemma")
# Padded pieces a batch.
ROOM = 4096


@torch.no_grad()
def read(model: Reader, kind: str, documents: list[dict], chance: random.Random, device: str) -> list[dict[str, Tensor]]:
    """The documents in batches, each with the states of its words, its cues and what the model believes of their roles; the cues of news with names alone are those found."""
    windows = [(d, *w) for d in documents for w in cut(d, LIMIT, chance, chance.random() < 0.2)]
    found = []
    for group in batches(windows, ROOM, chance):
        batch = {name: tensor.to(device) for name, tensor in collate(group).items()}
        states = model.words(batch["pieces"], batch["features"], batch["first"], batch["mask"])
        if kind == "names":
            batch["cues"] = ((model.cue(states).argmax(-1) == 1) & batch["mask"]).nonzero()
        beliefs = model.roles.of_cues(states, batch["lengths"], *batch["cues"].unbind(1))[0].softmax(-1).half() if len(batch["cues"]) else None
        if not len(batch["roles"]) and beliefs is not None:
            batch["roles"] = torch.full(beliefs.shape[:2], IGNORE, device=device)
        kept = {name: batch[name] for name in ("lengths", "mask", "cues", "roles", *TAGS)} | {"states": states.half()}
        found.append(kept if beliefs is None else kept | {"beliefs": beliefs})
    return found


def shuffled(read_: list[dict[str, Tensor]], passes: int, chance: random.Random) -> Iterator[tuple[float, dict[str, Tensor]]]:
    """The batches, each so many times, with the share of the rate that each is learnt at: it falls to zero."""
    order = [batch for _ in range(passes) for batch in chance.sample(read_, len(read_))]
    for i, batch in enumerate(order):
        if i % len(read_) == 0:
            print(f"pass {i // len(read_) + 1} of {passes}", flush=True)
        yield 1 - i / len(order), batch


def learn_roles(model: Reader, read_: list[dict[str, Tensor]], passes: int, chance: random.Random) -> None:
    model.roles.train()
    optimizer = torch.optim.AdamW(model.roles.parameters(), betas=(0.9, 0.98), weight_decay=0.01)
    for rate, batch in shuffled([batch for batch in read_ if len(batch["cues"])], passes, chance):
        optimizer.param_groups[0]["lr"] = 1.5e-3 * rate
        found, start = model.roles.of_cues(F.dropout(batch["states"].float(), 0.1), batch["lengths"], *batch["cues"].unbind(1))
        there = start.unsqueeze(1) + torch.arange(found.shape[1], device=start.device) < batch["lengths"][batch["cues"][:, :1]]
        told = F.cross_entropy(found.flatten(0, 1), batch["roles"].flatten(), ignore_index=IGNORE, reduction="sum")
        believed = F.cross_entropy(found.flatten(0, 1), batch["beliefs"].float().flatten(0, 1), reduction="none")
        step(optimizer, (told + (believed * there.flatten()).sum()) / (24 * len(there)))


def with_role_layers(model: Reader, layers: int) -> None:
    """Gives the model so many of its role layers, the lowest."""
    fewer = Roles(model.shape.width, layers).to(model.cue.weight.device)
    kept = fewer.state_dict().keys()
    fewer.load_state_dict({name: tensor for name, tensor in model.roles.state_dict().items() if name in kept})
    model.roles, model.shape = fewer, replace(model.shape, role_layers=layers)


def learn_tags(model: Reader, read_: list[dict[str, Tensor]], passes: int, chance: random.Random) -> None:
    heads = [getattr(model, name) for name in TAGS]
    optimizer = torch.optim.AdamW([p for head in heads for p in head.parameters()], weight_decay=0.01)
    for rate, batch in shuffled(read_, passes, chance):
        optimizer.param_groups[0]["lr"] = 2e-3 * rate
        words = F.dropout(batch["states"][batch["mask"]].float(), 0.1)
        step(optimizer, total(F.cross_entropy(head(words), batch[name][batch["mask"]], ignore_index=IGNORE) for name, head in zip(TAGS, heads)))


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
    parser.add_argument("--cuts", type=int, default=1, help="ways in which the articles are cut into windows; each is held in memory")
    parser.add_argument("--role-layers", type=int, help="that read the roles of cues; else as many as before")
    parser.add_argument("--tags", action=argparse.BooleanOptionalAction, default=True, help="whether features and lemmas are learnt too")
    parser.add_argument("--share", type=float, default=1.0, help="share of the documents that are used at all")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    model = read_checkpoint(options.checkpoint).to(options.device).eval()
    of = {}
    for kind in ("syntax", "attribution", "names"):
        documents = load(options.work / f"{kind}-train.jsonl")
        of[kind] = [with_labels(d, model.shape) for d in documents[: round(options.share * len(documents))]]
    if options.tags:
        learn_tags(model, read(model, "syntax", of["syntax"], chance, options.device), options.passes, chance)
    # Each cut elsewhere, so that cues stand at other places of their windows.
    news = [read(model, kind, of[kind], chance, options.device) for kind in ("attribution", "names") for _ in range(options.cuts)]
    if options.role_layers is not None:
        with_role_layers(model, options.role_layers)
    learn_roles(model, [batch for part in news for batch in part], options.passes, chance)
    write_checkpoint(model, options.out)
    with options.out.with_suffix(".log").open("a") as log:
        tell(log, **scores(model.eval(), options.work))


if __name__ == "__main__":
    main()
