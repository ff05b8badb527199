"""Teaches a reader claims (acts, states, stances) from marked articles, together with what it knows already: of that, the reader that it begins with is
the teacher, in all texts, beside the labels where there are any. What other readers believe of claims may teach as well (`training/claim_beliefs.py`).
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from claim_scores import claim_scores
from reader import CLAIMS, ROLE_TAGS, TRIGGER_TAGS, Reader, RoleLayer, Shape
from train import LIMIT, WEIGHTS, add_pace, in_training, load, mean_loss, write_checkpoint
from windows import IGNORE, batches, claim_labels, collate, cut, with_labels

TAGS = ("upos", "feats", "lemma", "names", "cue")
# A word whose first tag falls short of its best other tag by less than this is judged as a trigger.
CANDIDATE = 2.0
# What is learnt of claims counts so much.
TRIGGERS, LABEL, STATUS, ROLES = 12.0, 1.0, 0.3, 1.0
# Words of triggers are rare, and one too many costs little: what it tells is judged again.
# A trigger that is none counts less than one that is some: there are as many of both, and what is missed is lost.
NONE_WEIGHT = 0.6
TAG_WEIGHTS = torch.tensor([1.0, 2.0, 2.0])


def begun(path: Path, labels: dict[str, list[str]], role_layers: int | None = None) -> Reader:
    """The reader of a checkpoint, with new heads for claims where it has none; role layers that it has not begin as ones that change nothing."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    fresh = not saved["shape"].get("claims")
    shape = {**saved["shape"], **labels} if fresh else saved["shape"]
    had = shape["role_layers"]
    shape["role_layers"] = role_layers or had
    model = Reader(Shape(**shape))
    weights = saved["weights"]
    known = model.state_dict()
    if fresh:
        for part in ("weight", "bias"):
            tags = weights[f"roles.tags.{part}"]
            if len(tags) < len(ROLE_TAGS):
                # Tags that no cue had: nothing of the states, and unlikely.
                added = known[f"roles.tags.{part}"][len(tags) :] * (part == "weight") - 6.0 * (part == "bias")
                weights[f"roles.tags.{part}"] = torch.cat([tags, added])
        with torch.no_grad():
            model.triggers.bias.view(len(CLAIMS), len(TRIGGER_TAGS))[:, 1:] = -4.0
    with torch.no_grad():
        for layer in list(model.roles.layers)[had:]:
            assert isinstance(layer, RoleLayer)
            for last in (layer.out, layer.outer):
                last.weight.zero_()
                last.bias.zero_()
    # Before the first claims the judge has no labels: what has another shape begins anew.
    known = model.state_dict()
    kept = {name: weights[name] for name, tensor in known.items() if name in weights and weights[name].shape == tensor.shape}
    model.load_state_dict(known | kept)
    return model


def groups(sets: dict[str, list[dict]], shares: dict[str, float], options: argparse.Namespace, chance: random.Random) -> Iterator[dict[str, Tensor]]:
    """Batches without end: all marked articles in each pass, and a share of the other texts."""
    while True:
        found = []
        for kind, documents in sets.items():
            count = shares[kind] * len(documents)
            drawn = chance.sample(documents, min(len(documents), int(count))) if count < len(documents) else documents
            windows = [(d, *w) for d in drawn for w in cut(d, LIMIT, chance, chance.random() < options.single)]
            found += list(batches(windows, options.room, chance))
        chance.shuffle(found)
        for group in found:
            yield collate(group, options.shape)


@torch.no_grad()
def read_once(model: Reader, old: Reader, batches_: Iterator[dict[str, Tensor]], count: int) -> list[dict[str, Tensor]]:
    """So many batches, each with the states that both readers give its words: what heads alone learn from."""
    model.eval()
    found = []
    for _ in range(count):
        batch = next(batches_)
        of = batch["pieces"], batch["features"], batch["first"], batch["mask"]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found.append(batch | {"states": model.words(*of).bfloat16(), "before": old.words(*of).bfloat16()})
        if len(found) % 100 == 0:
            print(f"read {len(found)} of {count} batches", flush=True)
    return found


def again_and_again(read: list[dict[str, Tensor]], chance: random.Random) -> Iterator[dict[str, Tensor]]:
    while True:
        yield from chance.sample(read, len(read))


class Loss:
    """What a batch asks of a reader; `old` knows all but claims."""

    def __init__(self, old: Reader, options: argparse.Namespace):
        self.old = old.eval()
        self.rare = options.rare
        self.turn = False

    def __call__(self, model: Reader, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        if "states" in batch:
            words = F.dropout(batch["states"].float(), 0.1)
        else:
            words = model.words(batch["pieces"], batch["features"], batch["first"], batch["mask"])
        found = self.claims(model, batch, words)
        # Of marked articles every second batch is enough to keep what is known.
        self.turn = not self.turn
        return found if found and self.turn else found | self.known(model, batch, words)

    def known(self, model: Reader, batch: dict[str, Tensor], words: Tensor) -> dict[str, Tensor]:
        """How far the reader is from the one before, and from the labels."""
        mask = batch["mask"]
        with torch.no_grad():
            before = batch["before"].float() if "before" in batch else self.old.words(batch["pieces"], batch["features"], batch["first"], mask)
        parts = {}
        for name in TAGS:
            with torch.no_grad():
                belief = getattr(self.old, name)(before)[mask].float().softmax(-1)
            scores = getattr(model, name)(words)
            parts[name] = WEIGHTS[name] * self.both(belief, scores[mask], batch[name][mask])
        with torch.no_grad():
            arcs = self.old.tree.arcs(before, batch["sentence"]).float()
            heads = batch["head"].where(batch["head"] != IGNORE, arcs.argmax(-1))
            relations = self.old.tree.relation(before, heads)[mask].float().softmax(-1)
        parts["arc"] = self.both(arcs[mask].softmax(-1), model.tree.arcs(words, batch["sentence"])[mask], batch["head"][mask])
        parts["relation"] = self.both(relations, model.tree.relation(words, heads)[mask], batch["deprel"][mask])
        cues = batch["cues"]
        labels: Tensor | None = batch["roles"]
        if not len(cues) and (batch["cue"] == IGNORE).all():
            with torch.no_grad():
                cues = ((self.old.cue(before).argmax(-1) == 1) & mask).nonzero()
            labels = None
        if len(cues):
            with torch.no_grad():
                believed = self.old.roles.of_cues(before, batch["lengths"], *cues.unbind(1))[0].float().softmax(-1)
            scores, start = model.roles.of_cues(words, batch["lengths"], *cues.unbind(1))
            there = start.unsqueeze(1) + torch.arange(scores.shape[1]) < batch["lengths"][cues[:, :1]]
            labels = torch.full(there.shape, IGNORE) if labels is None else labels
            parts["roles"] = scores.shape[1] / 12 * there.float().mean() * self.both(believed[there], scores[there], labels[there])
        return parts

    def both(self, belief: Tensor, scores: Tensor, labels: Tensor) -> Tensor:
        """The mean distance from beliefs [rows, labels], of rows with a label half from that."""
        scores = scores.float()
        width = belief.shape[-1]
        likely = F.log_softmax(scores, -1)
        apart = -(belief * likely[:, :width]).sum(-1)
        told = labels != IGNORE
        right = F.nll_loss(likely, labels.clamp(min=0), reduction="none")
        return torch.where(told, (apart + right) / 2, apart).mean()

    def claims(self, model: Reader, batch: dict[str, Tensor], words: Tensor) -> dict[str, Tensor]:
        """The loss of triggers, and of what the reader makes of them and of words that it takes for one."""
        labels = batch["triggers"]
        marked = labels != IGNORE
        if not marked.any():
            return {}
        scores = model.triggers(words).unflatten(-1, (len(CLAIMS), len(TRIGGER_TAGS))).float()
        parts = {"triggers": TRIGGERS * F.cross_entropy(scores[marked], labels[marked], weight=TAG_WEIGHTS)}
        with torch.no_grad():
            likely = scores[..., 1] > torch.maximum(scores[..., 0], scores[..., 2]) - CANDIDATE
            false = (likely & marked & (labels != 1)).nonzero()
            false[:, 2] += 1
            false = false[torch.randperm(len(false))[: len(batch["claims"]) + 8]]
        triggers = torch.cat([batch["claims"], false])
        if not len(triggers):
            return parts
        roles, _, read = model.roles(words, batch["lengths"], *triggers.unbind(1))
        label, status = model.judge(read)
        true = len(batch["claims"])
        none = torch.zeros(len(false), label.shape[1])
        none[:, 0] = 1
        likely = F.log_softmax(label.float(), -1)
        apart = -(torch.cat([batch["claim.label"], none]) * likely).sum(-1)
        weights = torch.cat([batch["claim.label"] @ self.rare, torch.full((len(false),), NONE_WEIGHT)])
        parts["label"] = LABEL * (apart * weights).sum() / weights.sum()
        if true:
            found = roles[:true].flatten(0, 1).float()
            parts["claim.roles"] = ROLES * F.cross_entropy(found, batch["claim.roles"].flatten(), ignore_index=IGNORE, reduction="sum") / (8 * true)
            if (batch["claim.status"] != IGNORE).any():
                parts["status"] = STATUS * mean_loss(status[:true], batch["claim.status"])
        return parts


def rarity(documents: list[dict], labels: list[str]) -> Tensor:
    """How much each label counts: rare ones up to thrice as much as frequent ones."""
    counts = torch.ones(len(labels))
    for document in documents:
        for claim in document["claims"]:
            counts[labels.index(claim["label"])] += 1
    return (counts.median() / counts).pow(0.25).clamp(0.6, 2.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace(parser, rate=1.5e-4, steeper=6.0, room=2048)
    parser.add_argument("--resume", type=Path, required=True, help="the checkpoint to begin with")
    parser.add_argument("--before", type=Path, required=True, help="the checkpoint whose knowledge is to be kept")
    parser.add_argument("--single", type=float, default=0.15, help="share of the documents that each pass cuts into single sentences")
    parser.add_argument("--news", type=float, default=0.2, help="share of the articles with attributions in each pass")
    parser.add_argument("--trees", type=float, default=0.3, help="share of the treebank in each pass")
    parser.add_argument("--sentences", type=float, default=0.0, help="share of PLOVER's sentences in each pass")
    parser.add_argument("--role-layers", type=int, help="how many layers read the words around a trigger; else as in the checkpoint")
    parser.add_argument("--heads", type=int, help="leave the encoder as it is: so many batches are read once, and the heads learn from them")
    parser.add_argument("--fold", type=int, nargs=2, help="which of how many parts of the marked articles is left out, to be scored on")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    chance = random.Random(options.seed)
    marked = load(options.work / "claims-train.jsonl")
    labels = claim_labels(marked)
    if options.fold:
        number, parts = options.fold
        left = marked[number::parts]
        marked = [document for i, document in enumerate(marked) if i % parts != number]
    else:
        left = load(options.work / "claims-dev.jsonl")
    model, old = begun(options.resume, labels, options.role_layers), begun(options.before, labels)
    options.shape, options.rare = model.shape, rarity(marked, model.shape.claims)
    names = {"claims": "claims", "news": "attribution", "trees": "syntax", "sentences": "plover"}
    shares = {"claims": 1.0, **{name: getattr(options, name) for name in ("news", "trees", "sentences")}}
    sets = {kind: marked if kind == "claims" else load(options.work / f"{name}-train.jsonl") for kind, name in names.items() if shares[kind]}
    sets = {kind: [with_labels(d, model.shape) for d in documents] for kind, documents in sets.items()}
    endless = groups(sets, shares, options, chance)
    if options.heads:
        for parameter in model.encoder.parameters():
            parameter.requires_grad = False
        endless = again_and_again(read_once(model, old, endless, options.heads), chance)
    in_training(model, endless, Loss(old, options), options, options.out)
    print(claim_scores(model, [with_labels(d, model.shape) for d in left], LIMIT))
    write_checkpoint(model, options.out)


if __name__ == "__main__":
    main()
