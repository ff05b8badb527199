"""Reads a checkpoint out of an exported reader, to train on: its int8 weights times their scales. The flat head, which serves training alone, is zero.

    training/restore.py models/reader.onnx WORK/shipped.pt
"""

import argparse
import json
import math
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from export import TAGGERS
from reader import GELU_LOWEST, Reader, Shape
from saturation import named_products
from train import write_checkpoint

LISTS = ("upos", "feats", "lemma", "deprel", "names", "claims", "status")
TREE = ("arc", "dependent", "head", "root", "label_dependent", "label_head", "label")


def weights_of(graph: onnx.ModelProto) -> dict[str, Tensor]:
    """The parameters by the names that a reader has for them; those of its taggers are still one."""
    arrays = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in graph.graph.initializer}
    found = {name.removeprefix("model."): array for name, array in arrays.items() if name.startswith("model.")}
    for product, weight, scale in named_products(graph):
        values = arrays[weight] * arrays[scale]
        found[parameter(product)] = values if product == "/MatMul_quant" else values.T
    found["encoder.pieces.weight"] = found["encoder.pieces.values"].float() * found["encoder.pieces.scale"]
    return found | {"taggers.bias": arrays["taggers.bias"]}


def parameter(product: str) -> str:
    """The weight that a product is named for."""
    *path, _ = product.removeprefix("/").split("/")
    if not path:
        return "tree.arc"
    # Readers that knew statements alone called their triggers cues.
    path = [{"cue": "trigger"}.get(part, part) for part in path] if path[0] == "roles" else path
    return ".".join(["tree", *path] if path[0] in TREE else path) + ".weight"


def shape_of(weights: dict[str, Tensor], roof: float, labels: dict) -> Shape:
    """The sizes that the weights have; which layers attend within blocks and read pieces is as in the readers that are taught now."""
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layers."))
    attention, width = weights["encoder.layers.0.query.weight"].shape
    role_layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("roles.layers."))
    return Shape(
        layers=layers,
        width=width,
        heads=attention // Shape.head_size,
        inner=len(weights["encoder.layers.0.inner.bias"]),
        piece_layers=1,
        local=layers - 1,
        roof=roof,
        role_layers=role_layers,
        **{name: labels.get(name, []) for name in LISTS},
    )


def roof_of(graph: onnx.ModelProto) -> float:
    """What a feed-forward channel gives at most, from the scale that its 8 bits have."""
    scale = next((tensor for tensor in graph.graph.initializer if tensor.name.endswith("Clip_output_0_scale")), None)
    return math.inf if scale is None else round(float(numpy_helper.to_array(scale)) * 255 + GELU_LOWEST, 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path, help="with its reader.json beside it")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    graph = onnx.load(options.graph)
    weights = weights_of(graph)
    labels = json.loads(options.graph.with_name("reader.json").read_text(encoding="utf8"))["labels"]
    model = Reader(shape_of(weights, roof_of(graph), labels))
    sizes = [getattr(model, name).out_features for name in TAGGERS]
    for name, weight, bias in zip(TAGGERS, weights.pop("taggers.weight").split(sizes), weights.pop("taggers.bias").split(sizes)):
        weights |= {f"{name}.weight": weight, f"{name}.bias": bias}
    weights |= {f"flat.{part}": torch.zeros_like(tensor) for part, tensor in model.flat.named_parameters()}
    assert model.judge.part is not None
    weights["judge.part.weight"] = torch.zeros_like(model.judge.part.weight)
    model.load_state_dict({name: weights[name] for name in model.state_dict()})
    write_checkpoint(model, options.out)


if __name__ == "__main__":
    main()
