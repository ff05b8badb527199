import { defineStage } from "../stage.js";
import { applyLemmaScript } from "./lemma-script.js";
import { treeOf } from "./spanning-tree.js";

/** Universal Dependencies: tags and lemmas from the encoder's heads, one tree for each sentence. */
export const parse = defineStage({
  stage: "syntax",
  version: "1",
  requires: ["tokens", "encoding"],
  assigns: "syntax",
  run({ text, layers: { tokens, encoding } }) {
    const { labels } = encoding;
    const read = (ids: Int32Array, names: readonly string[]) => Array.from(ids, (id) => names[id] ?? "_");
    const head = new Uint32Array(tokens.length);
    const deprel = read(encoding.deprel, labels.deprel);
    for (const tree of encoding.trees) {
      treeOf(tree).forEach((governor, dependent) => {
        const token = tree.first + dependent;
        head[token] = tree.first + governor;
        if (governor === dependent) deprel[token] = "root";
        else if (deprel[token] === "root") deprel[token] = "dep";
      });
    }
    const scripts = read(encoding.lemma, labels.lemma);
    const lemma = scripts.map((script, i) => applyLemmaScript(text.slice(tokens.start[i], tokens.end[i]), script));
    return { layer: { upos: read(encoding.upos, labels.upos), feats: read(encoding.feats, labels.feats), lemma, head, deprel } };
  },
});
