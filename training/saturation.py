"""Makes int8 weights whose products are the same on every processor.

Without the instructions of VNNI, onnxruntime multiplies bytes by `vpmaddubsw`, which adds the products of two neighbouring inputs in 16 bits and cuts what
does not fit. Weights whose neighbours never add up to more than 128 leave it nothing to cut; all of 7 bits instead would be twice as coarse.
"""

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

# An input is at most 255, and 255 * 128 fits in 16 bits, whichever the sign.
MOST = 128
# Scales that are tried for each output, from its own to the one at which nothing needs to be cut.
STEPS = 64
# Which inputs of a product are its weight and its scale.
PLACES = {"DynamicQuantizeMatMul": (1, 2), "MatMulIntegerToFloat": (1, 3)}

Weights = NDArray[np.int64]


def without_saturation(graph: onnx.ModelProto) -> None:
    """Changes each int8 weight [inputs, outputs] of a product, and its scale, so that no two inputs can saturate; what cannot already, it leaves."""
    tensors = {tensor.name: tensor for tensor in graph.graph.initializer}
    for name, scale_name in products(graph):
        weights = numpy_helper.to_array(tensors[name])
        if weights.dtype != np.int8:
            raise TypeError(f"{name} holds {weights.dtype}; only int8 weights can be changed.")
        scale = numpy_helper.to_array(tensors[scale_name])
        changed, factor = nearest(weights.astype(np.int64))
        tensors[name].CopyFrom(numpy_helper.from_array(changed.astype(np.int8), name))
        tensors[scale_name].CopyFrom(numpy_helper.from_array((scale * factor).astype(np.float32), scale_name))


def products(graph: onnx.ModelProto) -> list[tuple[str, str]]:
    """The names of weight and scale of each product of bytes, each weight once."""
    return list(dict.fromkeys((weight, scale) for _, weight, scale in named_products(graph)))


def named_products(graph: onnx.ModelProto) -> list[tuple[str, str, str]]:
    """The name of each product of bytes, and those of its weight and scale."""
    return [(node.name, *(node.input[i] for i in PLACES[node.op_type])) for node in graph.graph.node if node.op_type in PLACES]


def nearest(weights: Weights) -> tuple[Weights, NDArray[np.float64]]:
    """Weights that cannot saturate, and the factor of each output's scale with which they come nearest to those given."""
    even = np.concatenate([weights, np.zeros((len(weights) % 2, weights.shape[1]), weights.dtype)])
    widest = np.maximum(1, np.abs(even[0::2] + even[1::2]).max(0) / MOST)
    best, best_factor, least = even, np.ones_like(widest), np.full(len(widest), np.inf)
    for step in range(STEPS + 1):
        factor = 1 + (widest - 1) * step / STEPS
        tried = cut(np.rint(even / factor).astype(even.dtype))
        error = ((tried * factor - even) ** 2).sum(0)
        better = error < least
        best, best_factor, least = np.where(better, tried, best), np.where(better, factor, best_factor), np.minimum(error, least)
    return best[: len(weights)], best_factor


def cut(weights: Weights) -> Weights:
    """Takes from both of two neighbours alike what they add up to beyond the most."""
    both = weights[0::2] + weights[1::2]
    beyond = both - both.clip(-MOST, MOST)
    first = beyond // 2
    return np.stack([weights[0::2] - first, weights[1::2] - (beyond - first)], 1).reshape(weights.shape)
