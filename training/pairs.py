"""Trains the judge of pairs: whether two texts say the same, contradict each other, or neither.

  python pairs.py --gold GOLD --encoder ENCODER/model.safetensors --vocabulary ../models/vocab.txt --out ../models/pairs.bin [--apart PARTS.json]

GOLD/pairs has MNLI, SNLI, RTE, SciTail and the headlines of fnc-1, GOLD/text/news-bodies.csv its bodies. Word pieces begin as what the sentence encoder makes of each by itself,
brought down to 128 numbers (as model2vec does); over them lies decomposable attention (Parikh et al. 2016). 17 minutes on half a core. Headlines of the topics that
are kept apart are never trained on: --apart names a JSON file with the list of their bodies.
"""

import argparse
import collections
import csv
import json
import math
import random
import re
import struct
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from pretrained import pretrained
from reader import Encoder, Shape

SAME, CONTRADICTS, NEITHER, NOT_SAME = range(4)
LABELS = {"entailment": SAME, "contradiction": CONTRADICTS, "neutral": NEITHER, "not_entailment": NOT_SAME}
WIDTH, HIDDEN, SCALE = 128, 128, 11
TOLD, CLAIM = 60, 40
DENIAL = re.compile(r"\b(?:den(?:y|ies|ied|ying)|hoax|false|untrue|not true|fake|debunk\w*|refut\w+|dismiss\w+|reject\w+|no truth|never|n't|not|no)\b", re.I)

Pair = tuple[str, str, int, str]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", errors="replace") as file:
        return list(csv.DictReader(file))


def inference(gold: Path, seed: int = 1) -> tuple[list[Pair], list[Pair]]:
    """Pairs of premise and hypothesis to train on, and a tenth of the premises of each set to test on."""
    chance = random.Random(seed)
    train: list[Pair] = []
    test: list[Pair] = []
    for name in ("mnli-dev.csv", "snli-dev.csv", "rte-train.csv", "scitail-dev.csv"):
        groups: dict[str, list[dict[str, str]]] = collections.defaultdict(list)
        for row in rows(gold / "pairs" / name):
            groups[row["premise"]].append(row)
        premises = sorted(groups)
        chance.shuffle(premises)
        for i, premise in enumerate(premises):
            into = train if i < int(len(premises) * 0.9) else test
            into += [(premise, row["hypothesis"], LABELS[row["label"]], name[:4]) for row in groups[premise] if row["label"] in LABELS]
    return train, test


def sentences(text: str) -> list[str]:
    parts = re.split(r"\n+|(?<=[.!?][\"”’])\s+|(?<=[.!?])\s+(?=[A-Z“\"])", text)
    return [part.strip() for part in parts if len(part.split()) > 4]


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:n't)?", text.lower().replace("’", "'"))


def headlines(gold: Path, apart: set[str], seed: int = 2) -> tuple[list[Pair], list[Pair]]:
    """A headline against the sentence of the body that has most of its words: the same where the body agrees, else a contradiction; against another sentence neither."""
    chance = random.Random(seed)
    bodies = {row["Body ID"]: row["articleBody"] for row in rows(gold / "text/news-bodies.csv")}
    counts = collections.Counter(word for body in bodies.values() for word in set(words(body)))
    weight = {word: math.log(len(bodies) / (1 + count)) for word, count in counts.items()}
    of_body = {ident: sentences(body) for ident, body in bodies.items()}
    train: list[Pair] = []
    test: list[Pair] = []
    for row in rows(gold / "pairs/fnc-train.csv"):
        ident, headline = row["body_id"], row["headline"]
        if "\ufffd" in headline or not of_body.get(ident):
            continue
        own = {word: weight.get(word, 7.0) for word in words(headline)}
        total = sum(own.values()) or 1
        ranked = sorted(((sum(own.get(word, 0) for word in set(words(s))) / total, -i) for i, s in enumerate(of_body[ident])), reverse=True)
        best = [of_body[ident][-i] for share, i in ranked[:3] if share > 0.35]
        if not best:
            continue
        into = test if ident in apart else train
        denying = [sentence for sentence in best if DENIAL.search(sentence)]
        if row["stance"] == "agree" and chance.random() < 0.6:
            into.append((best[0], headline, SAME, "fnc"))
        elif row["stance"] == "disagree" and (denying or DENIAL.search(headline)):
            into.append(((denying or best)[0], headline, CONTRADICTS, "fnc"))
        elif row["stance"] == "discuss" and chance.random() < 0.12 and not DENIAL.search(headline) and not DENIAL.search(best[0]):
            into.append((best[0], headline, SAME, "fnc discuss"))
        rest = [of_body[ident][-i] for share, i in ranked if share < 0.2]
        if chance.random() < 0.35 and rest:
            into.append((chance.choice(rest), headline, NEITHER, "fnc other"))
    return train, test


class Pieces:
    """BERT's uncased word pieces, at most eight a word, as `src/annotate/encoder/word-pieces.ts` splits them."""

    def __init__(self, vocabulary: Path):
        self.ids = {piece: i for i, piece in enumerate(vocabulary.read_text(encoding="utf-8").split("\n"))}

    def of(self, text: str, most: int) -> Tensor:
        found: list[int] = []
        for word in text.split():
            parts = re.findall(r"[^\W_]+|[^\w\s]|_", word.lower())
            found += [piece for part in parts for piece in self.greedy(part)][:8]
        return torch.tensor(found[:most] or [1])

    def greedy(self, part: str) -> list[int]:
        found, start = [], 0
        while start < len(part):
            ends = (end for end in range(len(part), start, -1) if ("##" if start else "") + part[start:end] in self.ids)
            end = next(ends, None)
            if end is None:
                return [self.ids["[UNK]"]]
            found.append(self.ids[("##" if start else "") + part[start:end]])
            start = end
        return found


def vectors(weights: Path, vocabulary: int) -> Tensor:
    """What the encoder makes of each piece by itself, brought down to `WIDTH` numbers."""
    encoder = Encoder(Shape(vocabulary=vocabulary)).eval()
    encoder.load_state_dict(pretrained(weights, 6))
    found = torch.zeros(vocabulary, 384)
    with torch.no_grad():
        for at in range(0, vocabulary, 256):
            ids = torch.tensor([[101, piece, 102] for piece in range(at, min(at + 256, vocabulary))])
            here = ids > -1
            first = torch.arange(3).expand(len(ids), 3)
            found[at : at + 256] = encoder(ids, torch.zeros(len(ids), 3, 384), first, here).mean(1)
    found -= found.mean(0)
    _, _, directions = torch.pca_lowrank(found, q=WIDTH, niter=4)
    small = found @ directions
    return small / small.norm(dim=1).mean() * 4


class Judge(nn.Module):
    """Decomposable attention, each piece beside its neighbours. The names of its parts are those of the file that the program reads."""

    def __init__(self, pieces: Tensor):
        super().__init__()
        self.emb = nn.Embedding.from_pretrained(pieces, freeze=False, padding_idx=0)
        self.w = nn.Embedding(len(pieces), 1)
        nn.init.zeros_(self.w.weight)
        self.mix = nn.Conv1d(WIDTH, WIDTH, 3, padding=1)
        self.f = nn.Linear(WIDTH, HIDDEN)
        self.g = nn.Linear(4 * WIDTH, HIDDEN)
        self.g2 = nn.Linear(HIDDEN, HIDDEN)
        self.h = nn.Linear(4 * HIDDEN, HIDDEN)
        self.o = nn.Linear(HIDDEN, 3)
        self.drop = nn.Dropout(0.2)

    def side(self, ids: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        there = ids > 0
        plain = self.emb(ids)
        mixed = plain + torch.tanh(self.mix(self.drop(plain).transpose(1, 2)).transpose(1, 2))
        return mixed * there[..., None], there, self.w(ids).squeeze(-1)

    def compared(self, own: Tensor, seen: Tensor, there: Tensor, weight: Tensor) -> Tensor:
        both = torch.cat([own, seen, (own - seen).abs(), own * seen], -1)
        found = torch.relu(self.g2(self.drop(torch.relu(self.g(self.drop(both))))))
        shares = torch.softmax(weight.masked_fill(~there, -1e4), 1)
        return torch.cat([(found * shares[..., None]).sum(1), found.masked_fill(~there[..., None], 0).max(1)[0]], -1)

    def forward(self, told: Tensor, claim: Tensor) -> Tensor:
        (a, in_a, weight_a), (b, in_b, weight_b) = self.side(told), self.side(claim)
        looks = self.f(self.drop(a)) @ self.f(self.drop(b)).transpose(1, 2) / SCALE
        of_b = torch.softmax(looks.masked_fill(~in_b[:, None], -1e4), 2) @ b
        of_a = torch.softmax(looks.masked_fill(~in_a[:, :, None], -1e4).transpose(1, 2), 2) @ a
        both = torch.cat([self.compared(a, of_b, in_a, weight_a), self.compared(b, of_a, in_b, weight_b)], -1)
        return self.o(self.drop(torch.relu(self.h(self.drop(both)))))


def loss_of(logits: Tensor, labels: Tensor) -> Tensor:
    """Cross entropy; of a pair of which only is known that it does not say the same, what the other two make up."""
    shares = F.log_softmax(logits, -1)
    one = shares.gather(1, labels.clamp(max=NEITHER)[:, None])[:, 0]
    return -torch.where(labels == NOT_SAME, torch.logsumexp(shares[:, 1:], -1), one).mean()


Read = tuple[Tensor, Tensor, int, str]


def batch_of(some: list[Read]) -> tuple[Tensor, Tensor, Tensor]:
    told = nn.utils.rnn.pad_sequence([row[0] for row in some], batch_first=True)
    claim = nn.utils.rnn.pad_sequence([row[1] for row in some], batch_first=True)
    return told, claim, torch.tensor([row[2] for row in some])


def scores(judge: Judge, test: list[Read]) -> dict[str, float]:
    judge.eval()
    right: dict[str, list[bool]] = collections.defaultdict(list)
    with torch.no_grad():
        for at in range(0, len(test), 256):
            some = test[at : at + 256]
            told, claim, labels = batch_of(some)
            best = judge(told, claim).argmax(1)
            for row, found, label in zip(some, best.tolist(), labels.tolist()):
                right[row[3]].append(found != SAME if label == NOT_SAME else found == label)
    judge.train()
    return {name: round(sum(found) / len(found), 3) for name, found in sorted(right.items())}


def train(judge: Judge, data: list[Read], test: list[Read], passes: int) -> None:
    others = [weights for name, weights in judge.named_parameters() if name != "emb.weight"]
    rates = (3e-4, 1.5e-3)
    optimizer = torch.optim.AdamW([{"params": [judge.emb.weight]}, {"params": others}], weight_decay=1e-3)
    chance, total, step = random.Random(2), passes * len(data) // 96, 0
    for at in range(passes):
        order = list(range(len(data)))
        chance.shuffle(order)
        for start in range(0, len(order), 96 * 30):
            part = sorted(order[start : start + 96 * 30], key=lambda i: len(data[i][0]))
            batches = [part[i : i + 96] for i in range(0, len(part), 96)]
            chance.shuffle(batches)
            for batch in batches:
                share = min(1, step / 100) * max(0.03, 1 - step / total)
                for group, rate in zip(optimizer.param_groups, rates):
                    group["lr"] = rate * share
                told, claim, labels = batch_of([data[i] for i in batch])
                loss = loss_of(judge(told, claim), labels)
                optimizer.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(judge.parameters(), 2.0)
                optimizer.step()
                step += 1
        print(at + 1, scores(judge, test), flush=True)


def write(judge: Judge, out: Path) -> None:
    """The file that `src/link/disputes/judge-tables.ts` reads: rows of bytes, each row with a scale of its own."""
    weights = {name: value.detach().numpy() for name, value in judge.named_parameters()}
    weights["mix.weight"] = weights["mix.weight"].transpose(0, 2, 1).reshape(WIDTH, -1)
    tables = [(name, weights[f"{name}.weight"], weights.get(f"{name}.bias")) for name in ("emb", "w", "mix", "f", "g", "g2", "h", "o")]
    about = [{"name": name, "rows": table.shape[0], "columns": table.shape[1], "bias": bias is not None} for name, table, bias in tables]
    header = json.dumps({"scale": SCALE, "tables": about}, separators=(",", ":")).encode()
    data = [struct.pack("<I", len(header)), header]
    for _, table, bias in tables:
        steps = np.abs(table).max(1) / 127
        steps[steps == 0] = 1
        data += [steps.astype("<f4").tobytes(), np.round(table / steps[:, None]).astype(np.int8).tobytes()]
        data += [] if bias is None else [bias.astype("<f4").tobytes()]
    out.write_bytes(b"".join(data))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--apart", type=Path)
    parser.add_argument("--passes", type=int, default=6)
    options = parser.parse_args()
    csv.field_size_limit(10**9)
    torch.set_num_threads(1)
    torch.manual_seed(1)
    known, unseen = inference(options.gold)
    apart = set(json.loads(options.apart.read_text())) if options.apart else set()
    of_news, unseen_news = headlines(options.gold, apart)
    pieces = Pieces(options.vocabulary)
    read = [[(pieces.of(told, TOLD), pieces.of(claim, CLAIM), label, name) for told, claim, label, name in some] for some in (known + of_news * 2, unseen + unseen_news)]
    judge = Judge(vectors(options.encoder, len(pieces.ids) - ("" in pieces.ids)))
    train(judge, read[0], read[1], options.passes)
    write(judge, options.out)


if __name__ == "__main__":
    main()
