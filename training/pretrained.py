"""Pre-trained encoders, as packages carry them, for `reader.Encoder`."""

from pathlib import Path

import onnx
import torch
from safetensors.torch import load_file
from torch import Tensor

# BERT's names for the parts of a layer, and ours.
PARTS = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm_attention",
    "intermediate.dense": "inner",
    "output.dense": "outer",
    "output.LayerNorm": "norm_inner",
}


def pretrained(source: Path, layers: int) -> dict[str, Tensor]:
    """The weights of a pre-trained BERT for `Encoder`: its embeddings and its first `layers` layers.

    `source` is a file of safetensors under BERT's names, or an ONNX graph exported from it.
    """
    weights = load_file(source) if source.suffix == ".safetensors" else from_graph(source)
    ready = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
    if layers > ready:
        raise SystemExit(f"{source} has {ready} layers; asked for {layers}.")
    embeddings = {name: weights[f"embeddings.{name}.weight"] for name in ("word_embeddings", "position_embeddings", "token_type_embeddings")}
    found = {
        "pieces.weight": embeddings["word_embeddings"],
        "positions.weight": embeddings["position_embeddings"] + embeddings["token_type_embeddings"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for layer in range(layers):
        for theirs, ours in PARTS.items():
            for kind in ("weight", "bias"):
                found[f"layers.{layer}.{ours}.{kind}"] = weights[f"encoder.layer.{layer}.{theirs}.{kind}"]
    return found


def from_graph(source: Path) -> dict[str, Tensor]:
    """The weights in an exported graph under BERT's names: a matrix has lost its own there, and takes that of the product that it stands in."""
    graph = onnx.load(source).graph
    tensors = {one.name: torch.from_numpy(onnx.numpy_helper.to_array(one).copy()) for one in graph.initializer}
    products = {
        f"{node.name.removeprefix('/').removesuffix('/MatMul').replace('/', '.')}.weight": tensors[node.input[1]].T.contiguous()
        for node in graph.node
        if node.op_type == "MatMul" and node.input[1] in tensors
    }
    return {**tensors, **products}
