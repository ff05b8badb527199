"""Writes a trained reader as one ONNX file, in fp32 and with int8 weights, with its label lists."""

import argparse
import hashlib
import json
import re
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from reader import ATTRIBUTION_TAGS, CUE_TAGS, Reader, Shape

# What GELU gives has outliers that one scale a tensor cannot hold: in int8 these six products cost 0.5 points of F1.
FULL_PRECISION = re.compile(r"layer\.\d+/output/dense/MatMul$")
INPUTS = ["pieces", "features", "first", "sentence", "cue_bias"]
OUTPUTS = ["upos", "feats", "lemma", "arcs", "deprel", "names", "cue", "cues", "roles"]


class Graph(nn.Module):
    """The reader as one graph: the cues that it finds go straight on to the roles. `sentence` is -1 where padded."""

    def __init__(self, model: Reader):
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, features: Tensor, first: Tensor, sentence: Tensor, cue_bias: Tensor):
        model = self.model
        words = model.words(pieces.long(), features.long(), first.long())
        mask = sentence >= 0
        arcs = model.tree.arcs(words, sentence)
        deprel = model.tree.relation(words, arcs.argmax(-1)).argmax(-1)
        cue = model.cue(words)
        starts = (cue[..., 1] + cue_bias > torch.maximum(cue[..., 0], cue[..., 2])) & mask
        # The first row is there so that a text without a cue has no empty tensor, which reshapes cannot take.
        found = starts.nonzero()
        cues = torch.cat([torch.zeros(1, 2, dtype=found.dtype), found])
        roles = model.roles(words, mask, cues[:, 0], cues[:, 1])
        tags = [getattr(model, name)(words).argmax(-1).int() for name in ("upos", "feats", "lemma")]
        return (*tags, arcs, deprel.int(), model.names(words), cue, cues.int(), roles)


def load(checkpoint: Path) -> Reader:
    saved = torch.load(checkpoint, map_location="cpu", weights_only=True)
    shape = Shape(**saved["shape"])
    config = BertConfig(
        hidden_size=shape.width, num_hidden_layers=shape.layers, num_attention_heads=12, intermediate_size=4 * shape.width
    )
    model = Reader(shape, BertModel(config, add_pooling_layer=False))
    model.bert.set_attn_implementation("eager")
    model.load_state_dict(saved["weights"])
    return model.eval()


def example() -> tuple[Tensor, ...]:
    pieces = torch.randint(1000, 20000, (2, 12))
    pieces[1, 9:] = 0
    first = torch.arange(1, 9).repeat(2, 1)
    sentence = torch.tensor([[0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 0, 1, 1, 1, -1, -1]])
    return pieces.int(), torch.zeros_like(pieces).int(), first.int(), sentence.int(), torch.tensor(9.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="gets reader.onnx and reader.json")
    parser.add_argument("--fp32", type=Path, help="a folder that gets the same model before quantisation")
    options = parser.parse_args()
    model = load(options.checkpoint)
    axes = {
        **{name: {0: "windows", 1: "pieces"} for name in ("pieces", "features")},
        **{name: {0: "windows", 1: "words"} for name in ("first", "sentence", "upos", "feats", "lemma", "deprel", "names", "cue")},
        "arcs": {0: "windows", 1: "words", 2: "heads"},
        "cues": {0: "cues"},
        "roles": {0: "cues", 1: "words"},
    }
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        raw, plain = Path(folder) / "raw.onnx", Path(folder) / "plain.onnx"
        torch.onnx.export(
            Graph(model), example(), raw, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes, opset_version=17, dynamo=False
        )
        optimised = optimize_model(str(raw), model_type="bert", num_heads=12, hidden_size=model.shape.width, opt_level=0)
        optimised.save_model_to_file(str(plain))
        quantize_dynamic(
            plain,
            options.out / "reader.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            nodes_to_exclude=[n.name for n in optimised.model.graph.node if FULL_PRECISION.search(n.name)],
            op_types_to_quantize=["MatMul", "Attention", "Gather"],
            # Shapes cannot be inferred through the fused operators; what they give is float.
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
        if options.fp32:
            write(plain.read_bytes(), model, options.fp32)
    write((options.out / "reader.onnx").read_bytes(), model, options.out)
    onnx.checker.check_model(str(options.out / "reader.onnx"))


def write(graph: bytes, model: Reader, folder: Path) -> None:
    """The graph with the labels and digests that the program checks, and the vocabulary that it was trained with."""
    folder.mkdir(parents=True, exist_ok=True)
    labels = {name: getattr(model.shape, name) for name in ("upos", "feats", "lemma", "deprel", "names")}
    digest = hashlib.sha256(graph).hexdigest()
    about = {
        "name": f"reader-{model.shape.layers}x{model.shape.width}",
        "sha256": digest,
        "labels": {**labels, "cue": CUE_TAGS, "attribution": ATTRIBUTION_TAGS},
    }
    (folder / "reader.onnx").write_bytes(graph)
    (folder / "reader.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    vocabulary = Path(__file__).resolve().parent.parent / "models" / "vocab.txt"
    if vocabulary.parent.resolve() != folder.resolve():
        shutil.copy(vocabulary, folder / "vocab.txt")
    print(f"{folder}: {len(graph) / 2**20:.1f} MiB, sha256 {digest}")


if __name__ == "__main__":
    main()
