"""The last steps of an export, which also finish a graph that was written without them:

    training/finish.py OLD/reader.onnx models

writes reader.onnx and its digest in reader.json. A graph is finished once.
"""

import argparse
import hashlib
import json
from pathlib import Path

import onnx
from onnx import numpy_helper

from less_work import fixed_scales
from saturation import named_products, without_saturation


def finish(graph: onnx.ModelProto) -> None:
    """Changes a graph with int8 weights so that it gives the same on every processor, with less work."""
    without_saturation(graph)
    fixed_scales(graph)
    remove_unread(graph)


def take_over(graph: onnx.ModelProto, old: onnx.ModelProto) -> None:
    """Gives weights that were not trained since `old` was written the bytes and scales that they have there: they would be rounded twice otherwise. Those are
    less than half a step from there on average.
    """
    tensors, before = ({tensor.name: tensor for tensor in one.graph.initializer} for one in (graph, old))
    names = {product: both for product, *both in named_products(old)}
    for product, weight, scale in named_products(graph):
        if product not in names:
            continue
        old_weight, old_scale = (numpy_helper.to_array(before[name]) for name in names[product])
        new_weight, new_scale = (numpy_helper.to_array(tensors[name]) for name in (weight, scale))
        if old_weight.shape == new_weight.shape and (abs(old_weight * old_scale - new_weight * new_scale) / new_scale).mean() < 0.5:
            tensors[weight].CopyFrom(numpy_helper.from_array(old_weight, weight))
            tensors[scale].CopyFrom(numpy_helper.from_array(old_scale, scale))


def remove_unread(graph: onnx.ModelProto) -> None:
    """Takes out what no output needs, and the shapes noted while the graph was another, on which onnxruntime would rely."""
    read = {output.name for output in graph.graph.output}
    for node in reversed(list(graph.graph.node)):
        if read.isdisjoint(node.output):
            graph.graph.node.remove(node)
        else:
            read.update(node.input)
    for tensor in [tensor for tensor in graph.graph.initializer if tensor.name not in read]:
        graph.graph.initializer.remove(tensor)
    del graph.graph.value_info[:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("folder", type=Path, help="with the reader.json of this reader")
    options = parser.parse_args()
    graph = onnx.load(options.graph)
    finish(graph)
    written = graph.SerializeToString(deterministic=True)
    about = json.loads((options.folder / "reader.json").read_text(encoding="utf8"))
    about["sha256"] = hashlib.sha256(written).hexdigest()
    (options.folder / "reader.onnx").write_bytes(written)
    (options.folder / "reader.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
