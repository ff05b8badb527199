"""The reader's mind: one small encoder, and a head for each thing that is read off a word."""

import math
from dataclasses import asdict, dataclass, field

import torch
from torch import Tensor, nn
from torch.nn import functional as F

ATTRIBUTION_TAGS = ["O", "B-source", "I-source", "B-content", "I-content"]
CUE_TAGS = ["O", "B-cue", "I-cue"]
# What a word may tell of. A statement's trigger is its cue; those of claims are tagged apart from each other, since one word may be several ("closed").
KINDS = ["statement", "action", "posture", "stance"]
CLAIMS = KINDS[1:]
TRIGGER_TAGS = ["O", "B-trigger", "I-trigger"]
# An agent is the source of a statement, the actor of an act, who puts something into a state, who holds a stance; an object is the content, the recipient,
# what is in the state, the target.
ROLE_TAGS = ["O", *(f"{mark}-{role}" for role in ("agent", "object", "place", "time") for mark in "BI")]
# The first label: no claim after all.
NONE = "none"
CASES, QUOTATION_STATES, STARTS = 6, 3, 3
FARTHEST = 20
# Words that a trigger's roles are looked for in, from this many before it; 144 and 64 found as many for cues.
REACH, REACH_BACK = 96, 40


@dataclass
class Shape:
    """Sizes, and the label lists whose positions the heads predict."""

    layers: int = 6
    width: int = 384
    heads: int = 12
    head_size: int = 32
    # Of the feed-forward products.
    inner: int = 1536
    # So many of the lower layers read pieces; those above read words, each begun by what its first piece came to.
    piece_layers: int = 99
    # So many of the lower layers attend within blocks of BLOCK pieces, every second one shifted by half a block.
    local: int = 0
    # What a feed-forward channel gives at most. Without it one channel of each lower layer gives 14 to 24 at a few pieces, where 999 of 1000
    # values lie below 3: with one scale for all of them, int8 then lost 0.5 points of F1.
    roof: float = math.inf
    role_layers: int = 2
    vocabulary: int = 30522
    positions: int = 512
    upos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    # Of claims: none, the types of acts, the states ("operations/closed"), the relations of stances; and how real an act or state is.
    claims: list[str] = field(default_factory=list)
    status: list[str] = field(default_factory=list)

    def as_dict(self) -> dict:
        return asdict(self)


BLOCK = 64
GELU_LOWEST = -0.17


class Reader(nn.Module):
    """Word pieces in; for each word tags, head, relation, name; for each cue the source and content that belong to it; for each trigger of a claim its label,
    status, agent and object.
    """

    def __init__(self, shape: Shape):
        super().__init__()
        self.shape = shape
        width = shape.width
        self.encoder = Encoder(shape)
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
        self.triggers = nn.Linear(width, len(CLAIMS) * len(TRIGGER_TAGS))
        self.tree = Tree(width, len(shape.deprel))
        self.roles = Roles(width, shape.role_layers)
        self.judge = Judge(width, shape.claims, len(shape.status))

    def words(self, pieces: Tensor, features: Tensor, first: Tensor, there: Tensor) -> Tensor:
        """The state of each word: [batch, words, width]. `pieces` is 0 where padded; `there` [batch, words] is false where padded."""
        features = features.long()
        marks = (
            self.case(features % CASES)
            + self.quotation(features // CASES % QUOTATION_STATES)
            + self.start(features // (CASES * QUOTATION_STATES))
        )
        return self.dropout(self.encoder(pieces, marks, first, there))


class Encoder(nn.Module):
    """BERT's encoder (Devlin et al. 2019), the sums of its embeddings extended by marks that the program gives each piece."""

    def __init__(self, shape: Shape):
        super().__init__()
        self.pieces = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(EncoderLayer(shape, i) for i in range(shape.layers))
        self.piece_layers = shape.piece_layers

    def forward(self, pieces: Tensor, marks: Tensor, first: Tensor, there: Tensor) -> Tensor:
        states = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]] + marks
        states = self.dropout(self.norm(states))
        for layer in self.layers[: self.piece_layers]:
            states = layer(states, pieces > 0)
        states = rows_at(states, first)
        for layer in self.layers[self.piece_layers :]:
            states = layer(states, there)
        return states


def rows_at(rows: Tensor, index: Tensor) -> Tensor:
    """Of the rows [batch, length, width] those that `index` [batch, words] names."""
    if torch.onnx.is_in_onnx_export():  # A graph reads one window at a time, and takes whole rows of it sooner than their numbers.
        return rows[:, index[0]]
    return rows.gather(1, index.unsqueeze(-1).expand(-1, -1, rows.shape[-1]))


class EncoderLayer(nn.Module):
    """A transformer layer, norm last."""

    def __init__(self, shape: Shape, number: int):
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.local = number < shape.local
        self.roof = shape.roof
        self.shift = number % 2 * (BLOCK // 2)
        attention = shape.heads * shape.head_size
        self.query, self.key, self.value = (nn.Linear(width, attention) for _ in range(3))
        self.out = nn.Linear(attention, width)
        self.norm_attention = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, shape.inner)
        self.outer = nn.Linear(shape.inner, width)
        self.norm_inner = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        query, key, value = self.query(states), self.key(states), self.value(states)
        if self.local:
            mixed = self.within_blocks(query, key, value, mask)
        else:
            mixed = attend(query, key, value, self.heads, mask)
        states = self.norm_attention(states + self.dropout(self.out(mixed)))
        inner = F.gelu(self.inner(states)).clamp(max=self.roof)
        if self.training and self.roof < math.inf:
            inner = in_8_bits(inner, self.roof)
        return self.norm_inner(states + self.dropout(self.outer(inner)))

    def within_blocks(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
        """Each piece sees those of its block alone; padding is zero, and seen."""
        if not torch.onnx.is_in_onnx_export():  # A graph reads one window at a time: nothing is padded there.
            key, value = (x * mask.unsqueeze(-1) for x in (key, value))
        # The mask's length is the same tensor for all layers, so that a graph works out only once how much to pad.
        (batch, length), width = mask.shape, query.shape[2]
        behind = (-length - self.shift) % BLOCK
        query, key, value = (F.pad(x, (0, 0, self.shift, behind)).reshape(-1, BLOCK, width) for x in (query, key, value))
        mixed = attend(query, key, value, self.heads).reshape(batch, -1, width)
        return mixed[:, self.shift : self.shift + length]


def in_8_bits(values: Tensor, roof: float) -> Tensor:
    """What GELU gives below `roof`, as 8 bits with one scale hold it, so that training sees what int8 makes of it; the gradient passes unchanged."""
    step = (roof - GELU_LOWEST) / 255
    return values + ((values / step).round() * step - values).detach()


class Attention(torch.autograd.Function):
    """Attention without padding, as the one operator that onnxruntime has for it."""

    @staticmethod
    def forward(ctx, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        return attend_plainly(query, key, value, heads, None)

    @staticmethod
    def symbolic(g, query, key, value, heads: int):
        return g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads).setType(query.type())


def attend(query: Tensor, key: Tensor, value: Tensor, heads: int, mask: Tensor | None = None) -> Tensor:
    """Attention over [batch, length, width]; `mask` [batch, length] is false where padded."""
    if torch.onnx.is_in_onnx_export():
        return Attention.apply(query, key, value, heads)
    return attend_plainly(query, key, value, heads, mask)


def attend_plainly(query: Tensor, key: Tensor, value: Tensor, heads: int, mask: Tensor | None) -> Tensor:
    query, key, value = (x.unflatten(-1, (heads, -1)).transpose(1, 2) for x in (query, key, value))
    mask = None if mask is None else mask.unsqueeze(1).unsqueeze(1)
    if query.device.type == "cpu":  # On the CPU the plain products are faster, in bfloat16 most of all.
        chance = query @ key.transpose(2, 3) * query.shape[-1] ** -0.5
        chance = (chance if mask is None else chance.masked_fill(~mask, -1e4)).softmax(-1)
        return (chance.to(value.dtype) @ value).transpose(1, 2).flatten(2)
    return F.scaled_dot_product_attention(query, key, value, attn_mask=mask).transpose(1, 2).flatten(2)


class Tree(nn.Module):
    """Heads by biaffine attention (Dozat and Manning 2017), a word that is its own head being the root; relations by a small network."""

    def __init__(self, width: int, relations: int, arc: int = 192, label: int = 256):
        super().__init__()
        self.dependent = nn.Linear(width, arc)
        self.head = nn.Linear(width, arc)
        self.arc = nn.Parameter(torch.empty(arc, arc))
        self.root = nn.Linear(width, 1)
        self.label_dependent = nn.Linear(width, label)
        self.label_head = nn.Linear(width, label)
        self.label = nn.Linear(label, relations)
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
        governor = rows_at(self.label_head(words), heads)
        return self.label(self.dropout(F.gelu(self.label_dependent(words) + governor)))


class Roles(nn.Module):
    """What belongs to a trigger: the words around it read again, with this trigger marked."""

    def __init__(self, width: int, depth: int, inner: int = 128):
        super().__init__()
        self.word = nn.Linear(width, inner)
        self.trigger = nn.Linear(width, inner)
        self.kind = zero_embedding(len(KINDS), inner)
        self.distance = nn.Embedding(2 * FARTHEST + 1, inner)
        self.layers = nn.ModuleList(RoleLayer(inner) for _ in range(depth))
        self.tags = nn.Linear(inner, len(ROLE_TAGS))

    def forward(self, words: Tensor, lengths: Tensor, batch: Tensor, trigger: Tensor, kind: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores [triggers, reach, tags], the word that each row starts at, and what the judge reads; trigger `k` is word `trigger[k]` of window `batch[k]`.

        `lengths` tells the words of each window; what lies behind them in a row means nothing.
        """
        start = reach_start(lengths[batch], trigger)
        offset = torch.arange(REACH, device=words.device)[: words.shape[1]]
        position = start.unsqueeze(1) + offset
        there = position < lengths[batch].unsqueeze(1)
        row = (batch * words.shape[1]).unsqueeze(1) + position.clamp(max=words.shape[1] - 1)
        states = self.word(words).flatten(0, 1)[row]
        own = words.flatten(0, 1)[batch * words.shape[1] + trigger]
        states = states + (self.trigger(own) + self.kind(kind)).unsqueeze(1)
        states = states + self.distance(distance_bucket(position - trigger.unsqueeze(1)) + FARTHEST)
        for layer in self.layers:
            states = layer(states, there)
        scores = self.tags(states)
        return scores, start, torch.cat([own, *self.parts(states, scores, there, trigger - start)], -1)

    def of_cues(self, words: Tensor, lengths: Tensor, batch: Tensor, cue: Tensor) -> tuple[Tensor, Tensor]:
        """Scores and starts as above, of the triggers of statements."""
        return self(words, lengths, batch, cue, torch.zeros_like(cue))[:2]

    def parts(self, states: Tensor, scores: Tensor, there: Tensor, at: Tensor) -> tuple[Tensor, ...]:
        """The trigger's own state, and the mean states [triggers, inner] of its agent and object."""
        chance = scores.softmax(-1) * there.unsqueeze(-1)
        agent, object_ = chance[..., 1:3].sum(-1), chance[..., 3:5].sum(-1)
        means = [(part.unsqueeze(1) @ states).squeeze(1) / (1 + part.sum(1, keepdim=True)) for part in (agent, object_)]
        own = torch.arange(states.shape[0], device=at.device) * states.shape[1] + at
        return states.flatten(0, 1)[own], *means


class Judge(nn.Module):
    """What a trigger tells after all, and how real that is: from its state and those of its parties."""

    parts: Tensor

    def __init__(self, width: int, labels: list[str], statuses: int, inner: int = 128, hidden: int = 256):
        super().__init__()
        self.hidden = nn.Linear(width + 3 * inner, hidden)
        self.label = nn.Linear(hidden, len(labels))
        # States share what they learn with those of the same aspect and of the same value.
        parts = sorted({part for label in labels for part in parts_of(label)})
        self.part: nn.Linear | None = nn.Linear(hidden, len(parts), bias=False)
        self.register_buffer("parts", torch.tensor([[float(part in parts_of(label)) for label in labels] for part in parts]), persistent=False)
        self.status = nn.Linear(hidden, statuses)
        self.dropout = nn.Dropout(0.1)
        nn.init.zeros_(self.part.weight)

    def forward(self, read: Tensor) -> tuple[Tensor, Tensor]:
        """Scores [triggers, labels] and [triggers, statuses]."""
        hidden = self.dropout(F.gelu(self.hidden(self.dropout(read))))
        label = self.label(hidden)
        return (label if self.part is None else label + self.part(hidden) @ self.parts), self.status(hidden)

    def fold(self) -> None:
        """Adds up what states share, once and for all: less to do for the same scores."""
        assert self.part is not None, "a judge is folded once"
        self.label.weight.data += self.parts.T @ self.part.weight.data
        self.part = None


def parts_of(label: str) -> tuple[str, ...]:
    """Aspect and value of a state ("operations/", "/closed"); of all else nothing."""
    aspect, slash, value = label.partition("/")
    return (aspect + slash, slash + value) if slash else ()


def reach_start(lengths: Tensor, trigger: Tensor) -> Tensor:
    """The first word of the stretch that a trigger's roles are looked for in; `lengths` tells the words of its window."""
    return torch.minimum(trigger - REACH_BACK, lengths - REACH).clamp(min=0)


class RoleLayer(nn.Module):
    """A transformer layer, norm first."""

    def __init__(self, width: int, heads: int = 4):
        super().__init__()
        self.heads = heads
        self.norm_attention = nn.LayerNorm(width)
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm_inner = nn.LayerNorm(width)
        self.inner = nn.Linear(width, 2 * width)
        self.outer = nn.Linear(2 * width, width)
        self.dropout = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        normal = self.norm_attention(states)
        mixed = attend(self.query(normal), self.key(normal), self.value(normal), self.heads, mask)
        states = states + self.dropout(self.out(mixed))
        return states + self.dropout(self.outer(F.gelu(self.inner(self.norm_inner(states)))))


def distance_bucket(offset: Tensor) -> Tensor:
    """Signed distance, exact to 8 words, then by the logarithm; within ±FARTHEST."""
    size = offset.abs()
    far = 8 + (torch.log2(size.clamp(min=8).float() / 8) * 3).long()
    return torch.where(size < 8, size, far).clamp(max=FARTHEST) * offset.sign()


def zero_embedding(count: int, width: int) -> nn.Embedding:
    embedding = nn.Embedding(count, width)
    nn.init.zeros_(embedding.weight)
    return embedding
