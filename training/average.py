"""The mean of the weights of readers that began as one and learnt on apart (Wortsman et al. 2022): better than each, for the work of one.

    training/average.py WORK/one.pt WORK/other.pt WORK/mean.pt
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path, nargs="+")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    saved = [torch.load(path, map_location="cpu", weights_only=True) for path in options.checkpoint]
    if any(one["shape"] != saved[0]["shape"] for one in saved):
        raise SystemExit("The readers have other sizes or labels; only those that began as one have a mean.")
    mean = {name: sum(one["weights"][name] for one in saved) / len(saved) for name in saved[0]["weights"]}
    torch.save({"shape": saved[0]["shape"], "weights": mean}, options.out)


if __name__ == "__main__":
    main()
