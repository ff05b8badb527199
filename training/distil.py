"""Teaches a reader what training/beliefs.py wrote down; writes a checkpoint on the way and at the end."""

import argparse
import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from reader import REACH, Reader
from train import WEIGHTS, add_pace, in_training, read_checkpoint

# Windows are padded to a multiple of this, so that few shapes occur.
STEP = 32
CUE_STEP = 64
TAGS = ("upos", "feats", "lemma", "names", "cue")


class Store:
    """The arrays of beliefs on a device, and where each window's part of them starts."""

    def __init__(self, paths: list[Path], device: str):
        files = [np.load(path) for path in paths]
        names = {name for file in files for name in file.files}
        arrays = {name: np.concatenate([file[name] for file in files if name in file.files]) for name in names}
        self.windows = {name.removeprefix("window."): arrays.pop(name).astype(np.int64) for name in list(arrays) if name.startswith("window.")}
        self.starts = {name: np.concatenate([[0], self.windows[name].cumsum()[:-1]]) for name in ("pieces", "words", "cues")}
        self.arrays = {name: torch.from_numpy(values).to(device) for name, values in arrays.items()}
        self.device = device

    def batch(self, chosen: np.ndarray, length: int) -> dict[str, Tensor]:
        """The windows `chosen`, padded to `length` pieces and words."""

        def on(values: np.ndarray) -> Tensor:
            return torch.from_numpy(np.ascontiguousarray(values)).to(self.device, non_blocking=True)

        offset = np.arange(length)
        sizes = {name: self.windows[name][chosen] for name in ("pieces", "words", "cues")}
        piece = np.minimum(self.starts["pieces"][chosen][:, None] + offset, len(self.arrays["pieces"]) - 1)
        word = np.minimum(self.starts["words"][chosen][:, None] + offset, len(self.arrays["first"]) - 1)
        place = {"pieces": on(piece), "words": on(word)}
        there = {name: on(offset < sizes[name][:, None]) for name in place}
        batch = {name: self.arrays[name][place["pieces"]].long() * there["pieces"] for name in ("pieces", "features")}
        mask = there["words"]
        batch |= {"mask": mask, "lengths": on(sizes["words"])}
        batch |= {name: self.arrays[name][place["words"]].long() * mask for name in ("first", "head")}
        batch["sentence"] = self.arrays["sentence"][place["words"]].long().masked_fill(~mask, -1)
        for name in (*TAGS, "arc", "relation"):
            chance = self.arrays[f"{name}.chance"][place["words"]] * mask.unsqueeze(-1)
            # A label without a chance may lie outside of the window.
            batch[f"{name}.labels"] = self.arrays[f"{name}.labels"][place["words"]].long() * (chance > 0)
            batch[f"{name}.chance"] = chance.float() / 255
        count = int(sizes["cues"].sum())
        room = max(CUE_STEP, -(-count // CUE_STEP) * CUE_STEP)
        first = self.starts["cues"][chosen]
        cues = np.concatenate([np.arange(a, a + n) for a, n in zip(first, sizes["cues"])] + [np.zeros(room - count, np.int64)]).astype(np.int64)
        row = np.concatenate([np.repeat(np.arange(len(chosen)), sizes["cues"]), np.zeros(room - count, np.int64)])
        which, real = on(cues), on((np.arange(room) < count).astype(np.float32))
        batch |= {"cue.row": on(row), "cue.word": self.arrays["cues"][which].long() * real.long(), "count": torch.tensor(max(1, count))}
        batch["roles.labels"] = self.arrays["roles.labels"][which].long()
        batch["roles.chance"] = self.arrays["roles.chance"][which].float() / 255 * real[:, None, None]
        return batch

    def epoch(self, room: int, trees: int, chance: random.Random) -> Iterator[dict[str, Tensor]]:
        """All windows once, the treebank's `trees` times, in batches of like length."""
        numbers = np.concatenate([np.arange(len(self.windows["pieces"]))] + [np.flatnonzero(self.windows["tree"])] * (trees - 1))
        np.random.default_rng(chance.getrandbits(32)).shuffle(numbers)
        padded = -(-np.maximum(self.windows["pieces"], self.windows["words"])[numbers] // STEP) * STEP
        batches = []
        for length in np.unique(padded):
            alike, size = numbers[padded == length], max(1, room // int(length))
            batches += [(alike[at : at + size], int(length)) for at in range(0, len(alike), size)]
        chance.shuffle(batches)
        for chosen, length in batches:
            yield self.batch(chosen, length)


def loss_of(model: Reader, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """How far the reader is (cross-entropy) from the beliefs, weighed."""
    words = model.words(batch["pieces"], batch["features"], batch["first"], batch["mask"])
    count = batch["mask"].sum()
    parts = {name: WEIGHTS[name] * distance(getattr(model, name)(words), batch, name) / count for name in TAGS}
    parts["arc"] = distance(model.tree.arcs(words, batch["sentence"]), batch, "arc") / count
    parts["relation"] = distance(model.tree.relation(words, batch["head"]), batch, "relation") / count
    roles, _ = model.roles.of_cues(words, batch["lengths"], batch["cue.row"], batch["cue.word"])
    width = min(REACH, roles.shape[1])
    batch |= {name: batch[name][:, :width] for name in ("roles.labels", "roles.chance")}
    parts["roles"] = distance(roles, batch, "roles") / (12 * int(batch["count"]))
    return parts


def distance(scores: Tensor, batch: dict[str, Tensor], name: str) -> Tensor:
    likely = F.log_softmax(scores.float(), -1).gather(-1, batch[f"{name}.labels"])
    return -(likely * batch[f"{name}.chance"]).sum()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_pace(parser, rate=4e-4, steeper=2.5, room=16384)
    parser.add_argument("--beliefs", type=Path, nargs="+", required=True, help="the files of training/beliefs.py")
    parser.add_argument("--resume", type=Path, required=True, help="the checkpoint to begin with")
    parser.add_argument("--trees", type=int, default=3, help="passes over the treebank in one over all else")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    store = Store(options.beliefs, options.device)
    endless = (batch for _ in itertools.count() for batch in store.epoch(options.room, options.trees, chance))
    in_training(read_checkpoint(options.resume), endless, loss_of, options, options.out)


if __name__ == "__main__":
    main()
