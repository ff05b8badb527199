"""Makes a trained reader cheaper to run, to be trained on: fewer layers and feed-forward channels, lower layers that attend within blocks.

Of the feed-forward channels those stay that add most to what their layer gives, measured on texts; what the others give on average
goes into the bias.
"""

import argparse
import json
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from reader import Reader, Shape
from windows import collate, cut


@torch.no_grad()
def activity(model: Reader, documents: list[dict]) -> tuple[list[Tensor], list[Tensor]]:
    """For each layer, mean and mean size of each feed-forward channel's value over the documents' pieces."""
    sums = [torch.zeros(2, layer.inner.out_features) for layer in model.encoder.layers]
    count, mask = 0, torch.zeros(0)

    def watch(number: int):
        def hook(_, inputs, output) -> None:
            values = F.gelu(output)[mask]
            sums[number] += torch.stack([values.sum(0), values.abs().sum(0)])

        return hook

    hooks = [layer.inner.register_forward_hook(watch(i)) for i, layer in enumerate(model.encoder.layers)]
    for document in documents:
        batch = collate([(document, *window) for window in cut(document, 256)], model.shape)
        mask = batch["pieces"] > 0
        count += int(mask.sum())
        model.words(batch["pieces"], batch["features"], batch["first"])
    for hook in hooks:
        hook.remove()
    return [s[0] / count for s in sums], [s[1] / count for s in sums]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="the folder that training/prepare.py filled")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, nargs="+", default=[0, 1, 2, 3, 4, 5], help="the layers that stay")
    parser.add_argument("--inner", type=int, default=1024)
    parser.add_argument("--local", type=int, default=4)
    options = parser.parse_args()
    saved = torch.load(options.checkpoint, map_location="cpu", weights_only=True)
    wide = Reader(Shape(**saved["shape"]))
    wide.load_state_dict(saved["weights"])
    with (options.work / "attribution-train.jsonl").open(encoding="utf8") as lines:
        texts = [json.loads(line) for line in islice(lines, 40)]
    with (options.work / "syntax-train.jsonl").open(encoding="utf8") as lines:
        texts += [json.loads(line) for line in islice(lines, 40)]
    mean, size = activity(wide.eval(), texts)
    weights = {name: tensor for name, tensor in saved["weights"].items() if not name.startswith("encoder.layers.")}
    for number, layer in enumerate(options.layers):
        old, new = f"encoder.layers.{layer}.", f"encoder.layers.{number}."
        part = {name.removeprefix(old): tensor for name, tensor in saved["weights"].items() if name.startswith(old)}
        outer = part["outer.weight"]
        kept = torch.sort(torch.topk(size[layer] * outer.norm(dim=0), options.inner).indices).values
        left = torch.ones(len(size[layer]), dtype=torch.bool)
        left[kept] = False
        part["outer.bias"] += outer[:, left] @ mean[layer][left]
        part["outer.weight"] = outer[:, kept]
        for name in ("inner.weight", "inner.bias"):
            part[name] = part[name][kept]
        weights |= {new + name: tensor for name, tensor in part.items()}
    shape = {**saved["shape"], "layers": len(options.layers), "inner": options.inner, "local": options.local}
    torch.save({"shape": shape, "weights": weights}, options.out)


if __name__ == "__main__":
    main()
