"""Makes a reader cheaper to run, to be trained on: fewer layers, heads and feed-forward channels, lower layers that attend within blocks, upper ones for words alone.

Of the feed-forward channels and the heads those stay that add most to what their layer gives, measured on texts; what the other channels give on
average goes into the bias.
"""

import argparse
import json
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor

from reader import EncoderLayer, Reader
from train import read_checkpoint
from windows import collate, cut, with_labels


@torch.no_grad()
def activity(model: Reader, documents: list[dict]) -> list[dict[str, Tensor]]:
    """For each layer, over the documents' pieces: mean and mean size of each feed-forward channel, and mean size of each channel that the heads give."""
    sums: list[dict[str, Tensor]] = [{} for _ in model.encoder.layers]
    hooks = []
    for layer, sum_ in zip(model.encoder.layers, sums):
        assert isinstance(layer, EncoderLayer)

        def feed(_, inputs, sum_=sum_) -> None:
            sum_["mean"] = sum_.get("mean", 0.0) + inputs[0].flatten(0, 1).sum(0)
            sum_["size"] = sum_.get("size", 0.0) + inputs[0].flatten(0, 1).abs().sum(0)

        def mix(_, inputs, sum_=sum_) -> None:
            sum_["mixed"] = sum_.get("mixed", 0.0) + inputs[0].flatten(0, 1).abs().sum(0)

        hooks += [layer.outer.register_forward_pre_hook(feed), layer.out.register_forward_pre_hook(mix)]
    count = 0
    for document in documents:
        for window in cut(document, 256):
            batch = collate([(document, *window)])
            count += batch["pieces"].numel()
            model.words(batch["pieces"], batch["features"], batch["first"], batch["mask"])
    for hook in hooks:
        hook.remove()
    return [{name: total / count for name, total in sum_.items()} for sum_ in sums]


def strongest(values: Tensor, count: int) -> Tensor:
    """The positions of so many of the highest values, in order."""
    return torch.topk(values, count).indices.sort().values


def narrowed(part: dict[str, Tensor], seen: dict[str, Tensor], heads: int, head_size: int, inner: int) -> dict[str, Tensor]:
    """The weights of a layer with fewer heads and feed-forward channels."""
    weight = seen["mixed"] * part["out.weight"].norm(dim=0)
    rows = (strongest(weight.view(-1, head_size).sum(1), heads).unsqueeze(1) * head_size + torch.arange(head_size)).flatten()
    outer = part["outer.weight"]
    kept = strongest(seen["size"] * outer.norm(dim=0), inner)
    left = torch.ones(outer.shape[1], dtype=torch.bool)
    left[kept] = False
    return (
        part
        | {f"{name}.{kind}": part[f"{name}.{kind}"][rows] for name in ("query", "key", "value") for kind in ("weight", "bias")}
        | {f"inner.{kind}": part[f"inner.{kind}"][kept] for kind in ("weight", "bias")}
        | {"out.weight": part["out.weight"][:, rows], "outer.weight": outer[:, kept], "outer.bias": part["outer.bias"] + outer[:, left] @ seen["mean"][left]}
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="the folder that training/prepare.py filled")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, nargs="+", default=[0, 1, 2, 3, 4, 5], help="the layers that stay")
    parser.add_argument("--heads", type=int, default=8)
    parser.add_argument("--inner", type=int, default=512)
    parser.add_argument("--local", type=int, default=5)
    parser.add_argument("--piece-layers", type=int, default=1)
    options = parser.parse_args()
    wide = read_checkpoint(options.checkpoint).eval()
    texts = []
    for kind in ("attribution", "syntax"):
        with (options.work / f"{kind}-train.jsonl").open(encoding="utf8") as lines:
            texts += [json.loads(line) for line in islice(lines, 40)]
    seen = activity(wide, [with_labels(text, wide.shape) for text in texts])
    old = wide.state_dict()
    weights = {name: tensor for name, tensor in old.items() if not name.startswith("encoder.layers.")}
    for number, layer in enumerate(options.layers):
        prefix = f"encoder.layers.{layer}."
        part = {name.removeprefix(prefix): tensor for name, tensor in old.items() if name.startswith(prefix)}
        part = narrowed(part, seen[layer], options.heads, wide.shape.head_size, options.inner)
        weights |= {f"encoder.layers.{number}.{name}": tensor for name, tensor in part.items()}
    shape = wide.shape.as_dict() | {"layers": len(options.layers), "heads": options.heads, "inner": options.inner, "local": options.local}
    torch.save({"shape": shape | {"piece_layers": options.piece_layers}, "weights": weights}, options.out)


if __name__ == "__main__":
    main()
