import type { Layers } from "../../doc/document.js";
import type { SyntaxLayer } from "../../doc/layers.js";
import { defineStage } from "../stage.js";
import { lemmaOf } from "./lemma.js";
import type { LemmaTable } from "./lemma-table.js";
import { bestHeads, treeOf } from "./projective-tree.js";

/** Universal Dependencies: tags from the encoder's heads, lemmas from the table and one of its heads, one tree for each sentence. */
export function parseStage(lemmas: LemmaTable) {
  return defineStage({
    stage: "syntax",
    version: "2",
    requires: ["tokens", "sentences", "encoding"],
    assigns: "syntax",
    run: ({ text, layers }) => ({ layer: syntaxOf(text, layers, lemmas) }),
  });
}

function syntaxOf(
  text: string,
  { tokens, sentences, encoding }: Pick<Layers, "tokens" | "sentences" | "encoding">,
  lemmas: LemmaTable,
): SyntaxLayer {
  const { labels } = encoding;
  const read = (ids: Int32Array, names: readonly string[]) => Array.from(ids, (id) => names[id] ?? "_");
  const head = new Uint32Array(tokens.length);
  const deprel = read(encoding.deprel, labels.deprel);
  const rootOf = new Map<number, number>();
  const moved: number[] = [];
  for (const tree of encoding.trees) {
    const greedy = bestHeads(tree);
    treeOf(tree, greedy).forEach((governor, dependent) => {
      const token = tree.first + dependent;
      if (governor !== dependent) {
        head[token] = tree.first + governor;
        if (governor !== greedy[dependent]) moved.push(token);
        if (deprel[token] === "root") deprel[token] = "dep";
        return;
      }
      // A sentence longer than the encoder takes at once has several trees; the first one's root governs the others.
      const sentence = sentences.sentenceOf[token] ?? 0;
      const root = rootOf.get(sentence) ?? token;
      rootOf.set(sentence, root);
      head[token] = root;
      deprel[token] = root === token ? "root" : "parataxis";
    });
  }
  const upos = read(encoding.upos, labels.upos);
  const predicates = new Set(deprel.flatMap((relation, token) => (relation === "cop" ? [head[token]] : [])));
  for (const token of moved) {
    const governor = head[token] ?? token;
    const nominal = /^(?:NOUN|PROPN|PRON)$/.test(upos[governor] ?? "") && !predicates.has(governor);
    deprel[token] = fitting(deprel[token] ?? "dep", nominal, upos[governor] === "VERB");
  }
  const scripts = read(encoding.lemma, labels.lemma);
  const lemma = upos.map((tag, i) =>
    lemmaOf(text.slice(tokens.start[i], tokens.end[i]), tag, scripts[i] ?? "k:0:", lemmas),
  );
  return { upos, feats: read(encoding.feats, labels.feats), lemma, head, deprel };
}

/** The relation that what hangs elsewhere than the encoder had it has there: clauses and phrases have other names under nouns than under verbs. */
function fitting(relation: string, underNoun: boolean, underVerb: boolean): string {
  if (underNoun) return relation.replace(/^obl\b(?!:agent)/, "nmod").replace(/^advcl$/, "acl");
  return underVerb ? relation.replace(/^nmod$/, "obl").replace(/^acl$/, "advcl") : relation;
}
