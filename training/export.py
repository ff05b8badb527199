"""Writes a trained reader as one ONNX file, in fp32 and with int8 weights, with its label lists."""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from finish import finish, take_over
from reader import CLAIMS, CUE_TAGS, KINDS, ROLE_TAGS, TRIGGER_TAGS, Reader
from train import read_checkpoint

INPUTS = ["pieces", "features", "first", "sentence", "owned"]
OUTPUTS = ["upos", "feats", "lemma", "arcs", "deprel", "names", "cue", "claim", "triggers", "kinds", "reach", "roles", "labels", "status"]
TAGGERS = ["upos", "feats", "lemma", "names", "cue", "triggers"]
# A word whose first tag as the trigger of a claim falls short of its best other tag by less than this is judged as one: what it tells is settled by the judge.
CANDIDATE = 1.5


class Graph(nn.Module):
    """The reader as one graph over one window: the triggers that it finds go straight on to the roles and the judge."""

    def __init__(self, model: Reader):
        super().__init__()
        self.model = model
        # One product for all taggers.
        heads = [getattr(model, name) for name in TAGGERS]
        self.sizes = [head.out_features for head in heads]
        self.taggers = nn.Linear(model.shape.width, sum(self.sizes))
        self.taggers.weight.data = torch.cat([head.weight.data for head in heads])
        self.taggers.bias.data = torch.cat([head.bias.data for head in heads])

    def forward(self, pieces: Tensor, features: Tensor, first: Tensor, sentence: Tensor, owned: Tensor):
        """`pieces` and `features` [pieces], `first`, `sentence` and `owned` [words]: 1 where a trigger may start. `triggers` is -1 alone where there is none."""
        model = self.model
        there = torch.ones_like(first, dtype=torch.bool).unsqueeze(0)
        words = model.words(pieces.long().unsqueeze(0), features.long().unsqueeze(0), first.long().unsqueeze(0), there)
        arcs = model.tree.arcs(words, sentence.unsqueeze(0))
        deprel = model.tree.relation(words, arcs.argmax(-1)).argmax(-1)
        upos, feats, lemma, names, cue, claim = self.taggers(words)[0].split(self.sizes, dim=-1)
        margins = torch.tensor([0.0] + [CANDIDATE] * len(CLAIMS))
        tags = torch.cat([cue, claim], -1).view(-1, len(KINDS), len(TRIGGER_TAGS))
        starts = (tags[..., 1] > torch.maximum(tags[..., 0], tags[..., 2]) - margins) & (owned > 0).unsqueeze(-1)
        # Without a trigger the first word stands in for one: products cannot take an empty tensor.
        position = torch.arange(first.shape[0]).unsqueeze(-1)
        found = starts | ((position == 0) & (torch.arange(len(KINDS)) == 0) & ~starts.any())
        at, kind = found.nonzero().unbind(1)
        length = torch.zeros_like(position[:1, 0]) + position.shape[0]
        roles, reach, read = model.roles(words, length, torch.zeros_like(at), at, kind)
        labels, status = model.judge(read)
        triggers = torch.where(starts[at, kind], at, -1)
        numbers = [x.argmax(-1).int() for x in (upos, feats, lemma)]
        return (*numbers, arcs[0], deprel[0].int(), names, cue, claim, triggers.int(), kind.int(), reach.int(), roles, labels, status)


class RowsIn8Bits(nn.Module):
    """An embedding held as 8 bits with a scale for each row: one scale for the whole table cost 0.2 points of LAS."""

    scale: Tensor
    values: Tensor

    def __init__(self, table: Tensor):
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("values", (table / scale).round().to(torch.int8))

    def forward(self, rows: Tensor) -> Tensor:
        return self.values[rows].float() * self.scale[rows]


def example() -> tuple[Tensor, ...]:
    pieces = torch.randint(1000, 20000, (171,))
    sentence = torch.arange(150) // 15
    first = torch.arange(1, 151)
    return pieces.int(), torch.zeros_like(pieces).int(), first.int(), sentence.int(), torch.ones_like(sentence).int()


def fused(graph: Path, out: Path) -> None:
    """The graph as onnxruntime's own optimizer leaves it, but for one fusion that makes it slower (fivefold, for that operator)."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(out)
    onnxruntime.InferenceSession(str(graph), options, disabled_optimizers=["SkipLayerNormFusion"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="gets reader.onnx and reader.json")
    parser.add_argument("--fp32", type=Path, help="a folder that gets the same model before quantisation")
    parser.add_argument("--before", type=Path, help="the reader.onnx that training/restore.py read the checkpoint from: what was not trained since keeps its 8 bits")
    options = parser.parse_args()
    model = read_checkpoint(options.checkpoint).eval()
    model.judge.fold()
    axes = {
        **{name: {0: "pieces"} for name in ("pieces", "features")},
        **{name: {0: "words"} for name in ("first", "sentence", "owned", "upos", "feats", "lemma", "deprel", "names", "cue", "claim")},
        "arcs": {0: "words", 1: "heads"},
        **{name: {0: "triggers"} for name in ("triggers", "kinds", "reach", "labels", "status")},
        "roles": {0: "triggers", 1: "around"},
    }
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        if options.fp32 is not None:
            export(model, plain, axes)
            fused(plain, Path(folder) / "fused.onnx")
            write((Path(folder) / "fused.onnx").read_bytes(), model, options.fp32)
        model.encoder.add_module("pieces", RowsIn8Bits(model.encoder.pieces.weight.data))
        export(model, plain, axes)
        quantize_dynamic(
            plain,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul"],
            # Shapes cannot be inferred through the fused operators; what they give is float.
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
        fused(small, Path(folder) / "fused.onnx")
        graph = onnx.load(Path(folder) / "fused.onnx")
        finish(graph)
        if options.before is not None:
            take_over(graph, onnx.load(options.before))
        write(graph.SerializeToString(deterministic=True), model, options.out)


def export(model: Reader, path: Path, axes: dict[str, dict[int, str]]) -> None:
    torch.onnx.export(
        Graph(model), example(), path, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes, opset_version=20, dynamo=False
    )


def write(graph: bytes, model: Reader, folder: Path) -> None:
    """The graph with the labels and digests that the program checks, and the vocabulary that it was trained with."""
    folder.mkdir(parents=True, exist_ok=True)
    labels = {name: getattr(model.shape, name) for name in ("upos", "feats", "lemma", "deprel", "names", "claims", "status")}
    digest = hashlib.sha256(graph).hexdigest()
    about = {
        "name": f"reader-{model.shape.layers}x{model.shape.width}",
        "sha256": digest,
        "labels": {**labels, "cue": CUE_TAGS, "trigger": TRIGGER_TAGS, "kinds": KINDS, "roles": ROLE_TAGS},
    }
    (folder / "reader.onnx").write_bytes(graph)
    (folder / "reader.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    vocabulary = Path(__file__).resolve().parent.parent / "models" / "vocab.txt"
    if vocabulary.parent.resolve() != folder.resolve():
        shutil.copy(vocabulary, folder / "vocab.txt")
    print(f"{folder}: {len(graph) / 2**20:.1f} MiB, sha256 {digest}")


if __name__ == "__main__":
    main()
