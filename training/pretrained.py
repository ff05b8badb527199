"""Pre-trained encoders, as packages carry them, for `reader.Encoder`."""

import re
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
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

    `source` is a file of safetensors under BERT's names, an ONNX graph exported from it, or the index of a TensorFlow checkpoint.
    """
    readers: dict[str, Callable[[Path], dict[str, Tensor]]] = {".safetensors": load_file, ".onnx": from_graph, ".index": from_tensorflow}
    weights = readers[source.suffix](source)
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


def from_tensorflow(index: Path) -> dict[str, Tensor]:
    """BERT's weights in a TensorFlow checkpoint of one shard beside `index`, under the names that PyTorch has for them."""
    data = np.memmap(index.with_suffix(".data-00000-of-00001"), np.uint8, "r")
    found = {}
    for name, (shape, offset, size) in entries(index.read_bytes()).items():
        name = re.sub(r"^.*?bert/", "", name).replace("layer_", "layer/").replace("/", ".")
        tensor = torch.from_numpy(data[offset : offset + size].view(np.float32).reshape(shape).copy())
        if name.endswith(".kernel"):
            name, tensor = name.removesuffix("kernel") + "weight", tensor.T.contiguous()
        name = name.replace(".gamma", ".weight").replace(".beta", ".bias")
        found[name + ".weight" if name.endswith("_embeddings") else name] = tensor
    return found


def entries(table: bytes) -> dict[str, tuple[list[int], int, int]]:
    """Shape, offset and size of each float tensor that the index names. It is a table of LevelDB's format, without compression."""
    handle, _ = varints(table[-48:], 4)
    found = {}
    for _, value in block(table, *handle[2:]):
        (offset, size), _ = varints(value, 2)
        for key, entry in block(table, offset, size):
            fields = message(entry)
            if key and fields.get(1) == [1]:
                shape = [message(size).get(1, [0])[0] for size in message(fields[2][0]).get(2, [])]
                found[key.decode()] = shape, fields.get(4, [0])[0], fields[5][0]
    return found


def block(table: bytes, offset: int, size: int) -> list[tuple[bytes, bytes]]:
    """The keys and values of a block; a key tells only what follows the part that it shares with the one before."""
    if table[offset + size]:
        raise SystemExit("The checkpoint's index is compressed; only plain ones can be read.")
    restarts = struct.unpack_from("<I", table, offset + size - 4)[0]
    at, end, key, found = offset, offset + size - 4 - 4 * restarts, b"", []
    while at < end:
        (shared, own, length), at = varints(table, 3, at)
        key = key[:shared] + table[at : at + own]
        found.append((key, table[at + own : at + own + length]))
        at += own + length
    return found


def message(data: bytes) -> dict[int, list]:
    """The fields of a protocol buffer's message: numbers, and bytes where a length stands before them."""
    fields: dict[int, list] = {}
    at = 0
    value: int | bytes
    while at < len(data):
        (tag,), at = varints(data, 1, at)
        if tag % 8 == 5:
            value, at = data[at : at + 4], at + 4
        else:
            (number,), at = varints(data, 1, at)
            value = number
            if tag % 8 == 2:
                value, at = data[at : at + number], at + number
        fields.setdefault(tag // 8, []).append(value)
    return fields


def varints(data: bytes, count: int, at: int = 0) -> tuple[list[int], int]:
    """So many numbers of seven bits a byte, the lowest first, and where they end."""
    numbers = []
    for _ in range(count):
        number = shift = 0
        while True:
            byte = data[at]
            at += 1
            number |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                break
        numbers.append(number)
    return numbers, at
