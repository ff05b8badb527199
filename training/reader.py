"""The reader's mind: one small encoder, and a head for each thing that is read off a word."""

from dataclasses import asdict, dataclass, field

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import BertConfig, BertModel

ATTRIBUTION_TAGS = ["O", "B-source", "I-source", "B-content", "I-content"]
CUE_TAGS = ["O", "B-cue", "I-cue"]
CASES, QUOTATION_STATES, STARTS = 6, 3, 3
FARTHEST = 20


@dataclass
class Shape:
    """Sizes, and the label lists whose positions the heads predict."""

    layers: int = 6
    width: int = 384
    upos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def as_dict(self) -> dict:
        return asdict(self)


class Reader(nn.Module):
    """Word pieces in; for each word tags, head, relation, name; for each cue the source and content that belong to it."""

    def __init__(self, shape: Shape, bert: BertModel | None = None):
        super().__init__()
        self.shape = shape
        config = BertConfig(
            hidden_size=shape.width, num_hidden_layers=shape.layers, num_attention_heads=12, intermediate_size=4 * shape.width
        )
        self.bert = bert or BertModel(config, add_pooling_layer=False)
        width = shape.width
        self.case = zero_embedding(CASES, width)
        self.quotation = zero_embedding(QUOTATION_STATES, width)
        self.start = zero_embedding(STARTS, width)
        self.dropout = nn.Dropout(0.1)
        self.upos = nn.Linear(width, len(shape.upos))
        self.feats = nn.Linear(width, len(shape.feats))
        self.lemma = nn.Linear(width, len(shape.lemma))
        self.names = nn.Linear(width, len(shape.names))
        self.cue = nn.Linear(width, len(CUE_TAGS))
        self.flat = nn.Linear(width, len(ATTRIBUTION_TAGS))
        self.tree = Tree(width, len(shape.deprel))
        self.roles = Roles(width)

    def words(self, pieces: Tensor, features: Tensor, first: Tensor) -> Tensor:
        """The state of each word at its first piece: [batch, words, width]. `pieces` is 0 where padded."""
        features = features.long()
        embeddings = (
            self.bert.embeddings.word_embeddings(pieces)
            + self.case(features % CASES)
            + self.quotation(features // CASES % QUOTATION_STATES)
            + self.start(features // (CASES * QUOTATION_STATES))
        )
        states = self.bert(inputs_embeds=embeddings, attention_mask=(pieces > 0).long()).last_hidden_state
        return self.dropout(states.gather(1, first.unsqueeze(-1).expand(-1, -1, states.shape[-1])))


class Tree(nn.Module):
    """Heads and relations by biaffine attention (Dozat and Manning 2017); a word that is its own head is the root."""

    def __init__(self, width: int, relations: int, arc: int = 192, label: int = 128):
        super().__init__()
        self.dependent = nn.Linear(width, arc)
        self.head = nn.Linear(width, arc)
        self.arc = nn.Parameter(torch.empty(arc, arc))
        self.root = nn.Linear(width, 1)
        self.label_dependent = nn.Linear(width, label)
        self.label_head = nn.Linear(width, label)
        self.label = nn.Linear(label + 1, relations * (label + 1), bias=False)
        self.relations = relations
        self.dropout = nn.Dropout(0.25)
        nn.init.xavier_uniform_(self.arc)

    def arcs(self, words: Tensor, sentence: Tensor) -> Tensor:
        """Scores [batch, dependent, head]; words of other sentences are out of reach; the diagonal stands for the root."""
        dependent = self.dropout(F.gelu(self.dependent(words)))
        head = self.dropout(F.gelu(self.head(words)))
        scores = dependent @ self.arc @ head.transpose(1, 2) * self.arc.shape[0] ** -0.5
        position = torch.arange(words.shape[1], device=words.device)
        scores = torch.where(position.unsqueeze(0) == position.unsqueeze(1), self.root(words), scores)
        return scores.masked_fill(sentence.unsqueeze(2) != sentence.unsqueeze(1), -1e4)

    def relation(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores [batch, words, relations] of the arc from each word to its head."""
        dependent = with_one(self.dropout(F.gelu(self.label_dependent(words))))
        governor = with_one(self.dropout(F.gelu(self.label_head(words))))
        governor = governor.gather(1, heads.unsqueeze(-1).expand(-1, -1, governor.shape[-1]))
        projected = self.label(dependent).unflatten(-1, (self.relations, governor.shape[-1]))
        return (projected * governor.unsqueeze(2)).sum(-1)


class Roles(nn.Module):
    """What a cue's source and content are: the words of the window read again, with this cue marked."""

    def __init__(self, width: int, inner: int = 128, depth: int = 2):
        super().__init__()
        self.word = nn.Linear(width, inner)
        self.cue = nn.Linear(width, inner)
        self.distance = nn.Embedding(2 * FARTHEST + 1, inner)
        self.layers = nn.ModuleList(RoleLayer(inner) for _ in range(depth))
        self.tags = nn.Linear(inner, len(ATTRIBUTION_TAGS))

    def forward(self, words: Tensor, mask: Tensor, batch: Tensor, cue: Tensor) -> Tensor:
        """Scores [cues, words, tags]; cue `k` is word `cue[k]` of window `batch[k]`."""
        states = self.word(words)[batch] + self.cue(words[batch, cue]).unsqueeze(1)
        offset = torch.arange(words.shape[1], device=words.device) - cue.unsqueeze(1)
        states = states + self.distance(distance_bucket(offset) + FARTHEST)
        bias = torch.where(mask[batch], 0.0, -1e4).unsqueeze(1).unsqueeze(1).to(states.dtype)
        for layer in self.layers:
            states = layer(states, bias)
        return self.tags(states)


class RoleLayer(nn.Module):
    """A transformer layer, norm first."""

    def __init__(self, width: int, heads: int = 4):
        super().__init__()
        self.heads = heads
        self.norm_attention = nn.LayerNorm(width)
        self.mix = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_inner = nn.LayerNorm(width)
        self.inner = nn.Linear(width, 2 * width)
        self.outer = nn.Linear(2 * width, width)
        self.dropout = nn.Dropout(0.1)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        query, key, value = self.mix(self.norm_attention(states)).chunk(3, dim=-1)
        query, key, value = (x.unflatten(-1, (self.heads, -1)).transpose(1, 2) for x in (query, key, value))
        weights = (query @ key.transpose(2, 3) * query.shape[-1] ** -0.5 + bias).softmax(-1)
        mixed = (weights @ value).transpose(1, 2).flatten(2)
        states = states + self.dropout(self.out(mixed))
        return states + self.dropout(self.outer(F.gelu(self.inner(self.norm_inner(states)))))


def distance_bucket(offset: Tensor) -> Tensor:
    """Signed distance, exact to 8 words, then by the logarithm; within ±FARTHEST."""
    size = offset.abs()
    far = 8 + (torch.log2(size.clamp(min=8).float() / 8) * 3).long()
    return torch.where(size < 8, size, far).clamp(max=FARTHEST) * offset.sign()


def with_one(states: Tensor) -> Tensor:
    return torch.cat([states, torch.ones_like(states[..., :1])], dim=-1)


def zero_embedding(count: int, width: int) -> nn.Embedding:
    embedding = nn.Embedding(count, width)
    nn.init.zeros_(embedding.weight)
    return embedding
