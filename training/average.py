"""Averages the weights of checkpoints of one training: a flatter and usually better place than any of them."""

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    saved = [torch.load(path, map_location="cpu", weights_only=True) for path in options.checkpoints]
    weights = {
        name: torch.stack([one["weights"][name].double() for one in saved]).mean(0).to(tensor.dtype)
        for name, tensor in saved[0]["weights"].items()
    }
    torch.save({"shape": saved[0]["shape"], "weights": weights}, options.out)


if __name__ == "__main__":
    main()
