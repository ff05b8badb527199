import type { Annotated } from "../doc/document.js";
import type { Name, Sentence } from "../doc/layers.js";

/**
 * The document as CoNLL-U (universaldependencies.org/format.html), with an empty line behind each sentence; the empty string for a text
 * without tokens. White space between two tokens is one space. MISC holds the name tag (`Name=B-PERSON`), `SpaceAfter=No`, and
 * `TokenRange`, where the token stands in the text in UTF-16 units.
 */
export function conlluOf(id: string, document: Annotated<"tokens" | "sentences" | "syntax" | "names">): string {
  const { sentences } = document.layers.sentences;
  const tags = nameTags(document.layers.names.names);
  const line = (token: number, sentence: Sentence): string => tokenLine(token, sentence, tags.get(token), document);
  return sentences
    .map((sentence, index) => {
      const before = sentences[index - 1];
      const comments = [
        ...(before === undefined ? [`# newdoc id = ${oneLine(id)}`] : []),
        ...(before?.paragraph === sentence.paragraph
          ? []
          : [`# newpar id = ${oneLine(id)}-p${sentence.paragraph + 1}`]),
        `# sent_id = ${oneLine(id)}-s${index + 1}`,
        `# text = ${sentenceText(sentence, document)}`,
      ];
      const tokens = Array.from({ length: sentence.end - sentence.first }, (_, i) =>
        line(sentence.first + i, sentence),
      );
      return `${[...comments, ...tokens].join("\n")}\n\n`;
    })
    .join("");
}

function tokenLine(
  token: number,
  { first }: Sentence,
  name: string | undefined,
  { text, layers: { tokens, syntax } }: Annotated<"tokens" | "syntax">,
): string {
  const start = tokens.start[token] ?? 0;
  const end = tokens.end[token] ?? 0;
  const head = syntax.head[token] ?? token;
  const misc = [
    ...(name === undefined ? [] : [`Name=${name}`]),
    ...(tokens.start[token + 1] === end ? ["SpaceAfter=No"] : []),
    `TokenRange=${start}:${end}`,
  ];
  return [
    token - first + 1,
    text.slice(start, end),
    syntax.lemma[token] ?? "_",
    syntax.upos[token] ?? "_",
    "_",
    syntax.feats[token] ?? "_",
    head === token ? 0 : head - first + 1,
    syntax.deprel[token] ?? "_",
    "_",
    misc.join("|"),
  ].join("\t");
}

/** The sentence as its tokens and their `SpaceAfter` spell it: the format asks that the two agree. */
function sentenceText({ first, end }: Sentence, { text, layers: { tokens } }: Annotated<"tokens">): string {
  let shown = "";
  for (let i = first; i < end; i++) {
    const gap = i > first && tokens.start[i] !== tokens.end[i - 1] ? " " : "";
    shown += gap + text.slice(tokens.start[i], tokens.end[i]);
  }
  return shown;
}

/** `B-PERSON`, `I-PERSON` for the tokens of names. */
function nameTags(names: readonly Name[]): ReadonlyMap<number, string> {
  const tags = new Map<number, string>();
  for (const { first, end, type } of names) {
    for (let i = first; i < end; i++) tags.set(i, `${i === first ? "B" : "I"}-${type}`);
  }
  return tags;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
