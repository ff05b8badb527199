import { describe, expect, it } from "vitest";
import type { SyntaxLayer } from "../../doc/layers.js";
import { wholeContent, wholeCue } from "./whole-phrases.js";

describe("wholeCue", () => {
  it("goes on from auxiliaries and adverbs to their verb", () => {
    const syntax = parsed("she PRON 4 nsubj|has AUX 4 aux|often ADV 4 advmod|been AUX 4 aux:pass|blamed VERB 4 root");
    expect(wholeCue({ first: 1, end: 2 }, syntax)).toEqual({ first: 1, end: 5 });
    expect(wholeCue({ first: 2, end: 3 }, syntax)).toEqual({ first: 2, end: 5 });
  });

  it("does not cross a comma, and leaves alone what has a verb", () => {
    const syntax = parsed("has AUX 2 aux|, PUNCT 2 punct|said VERB 2 root");
    expect(wholeCue({ first: 0, end: 1 }, syntax)).toEqual({ first: 0, end: 1 });
    expect(wholeCue({ first: 2, end: 3 }, syntax)).toEqual({ first: 2, end: 3 });
  });

  it("ends before the time of the saying", () => {
    const friday = parsed("he PRON 1 nsubj|said VERB 1 root|Friday PROPN 1 obl:tmod|it PRON 4 nsubj|was AUX 1 ccomp");
    expect(wholeCue({ first: 1, end: 3 }, friday)).toEqual({ first: 1, end: 2 });
    const night = parsed("she PRON 1 nsubj|insisted VERB 1 root|last ADJ 3 amod|night NOUN 1 obl:tmod");
    expect(wholeCue({ first: 1, end: 3 }, night)).toEqual({ first: 1, end: 2 });
    const letter = parsed("he PRON 1 nsubj|wrote VERB 1 root|a DET 3 det|letter NOUN 1 obj");
    expect(wholeCue({ first: 1, end: 4 }, letter)).toEqual({ first: 1, end: 4 });
  });
});

describe("wholeContent", () => {
  const syntax = parsed(
    "the DET 4 det|hedge NOUN 4 compound|and CCONJ 3 cc|private ADJ 1 conj|funds NOUN 4 root|, PUNCT 4 punct",
  );

  it("goes on to the noun that its last word leads up to", () => {
    const loose = parsed(
      "out ADP 3 case|of ADP 3 case|its PRON 3 nmod:poss|embassy NOUN 3 root|in ADP 5 case|Tarn PROPN 3 nmod|. PUNCT 3 punct",
    );
    expect(wholeContent({ first: 0, end: 3 }, [], loose)).toEqual({ first: 0, end: 4 });
    expect(wholeContent({ first: 0, end: 5 }, [], loose)).toEqual({ first: 0, end: 6 });
    expect(wholeContent({ first: 0, end: 4 }, [], loose)).toEqual({ first: 0, end: 4 });
  });

  it("stops at words that are the cue's or the source's", () => {
    expect(wholeContent({ first: 0, end: 2 }, [{ first: 3, end: 4 }], syntax)).toEqual({ first: 0, end: 2 });
    expect(wholeContent({ first: 0, end: 2 }, [], syntax)).toEqual({ first: 0, end: 5 });
  });

  it("stops at a mark", () => {
    const marked = parsed("no DET 2 det|“ PUNCT 2 punct|plan NOUN 2 root");
    expect(wholeContent({ first: 0, end: 1 }, [], marked)).toEqual({ first: 0, end: 1 });
  });
});

/** Tokens parted by `|`, each with form, UPOS, head (from 0) and relation. */
function parsed(written: string): SyntaxLayer {
  const rows = written.split("|").map((row) => row.split(" "));
  return {
    upos: rows.map(([, upos]) => upos ?? ""),
    feats: rows.map(() => "_"),
    lemma: rows.map(([form]) => form ?? ""),
    head: Uint32Array.from(rows, ([, , head]) => Number(head)),
    deprel: rows.map(([, , , deprel]) => deprel ?? ""),
  };
}
