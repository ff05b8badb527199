import { describe, expect, test } from "vitest";
import { annotatedText } from "../../../test/annotated-text.js";
import { entityTables, shippedTable } from "../../../test/entity-tables.js";
import type { FullyAnnotated } from "../../doc/document.js";
import type { Attribution, TokenRange } from "../../doc/layers.js";
import { wordsOf } from "../grammar/words.js";
import { entityLexicons } from "../naming/entity-lexicons.js";
import { resolveEntities } from "../naming/resolve-entities.js";
import { draftStatements, extractStatements } from "./extract-statements.js";
import { statementLexicon } from "./statement-lexicon.js";

const lexicon = statementLexicon({
  cues: shippedTable("cues"),
  channels: shippedTable("channels"),
  hedges: shippedTable("hedges"),
});
const names = entityLexicons(entityTables);

/** A saying by its words as the encoder tags them; `cue` may say which of the same words it is: "said 2". */
interface Tagged {
  readonly cue: string;
  readonly source?: string;
  readonly content: readonly string[];
}

function documentOf(text: string, tagged: readonly Tagged[]): FullyAnnotated {
  const { document } = annotatedText(text);
  const words = wordsOf(document);
  const at = (written: string): TokenRange => {
    const [, form = written, nth = "1"] = /^(.*) (\d)$/.exec(written) ?? [];
    let start = -1;
    for (let left = Number(nth); left > 0; left--) start = document.text.indexOf(form, start + 1);
    const range = start < 0 ? null : words.range([start, start + form.length]);
    if (range === null) throw new Error(`"${written}" does not stand in "${document.text}".`);
    return range;
  };
  const attributions = tagged.map(
    ({ cue, source, content }): Attribution => ({
      ...{ cue: at(cue), source: source === undefined ? [] : [at(source)], content: content.map(at), score: 1 },
    }),
  );
  return { ...document, layers: { ...document.layers, attributions: { attributions } } };
}

function statementsOf(text: string, tagged: readonly Tagged[]) {
  const document = documentOf(text, tagged);
  const drafts = draftStatements(document, lexicon);
  const table = resolveEntities(document, drafts, names, { outlet: null });
  const known = {
    table,
    times: [],
    weights: { time: new Map(), place: new Map(), party: new Map() },
    confidence: () => 1,
  };
  return extractStatements(document, drafts, known, lexicon).map((one) => ({
    ...one,
    who: one.speaker?.text ?? null,
    parts: one.content.spans.map((span) => document.text.slice(...span)),
    shown: one.evidence.map((span) => document.text.slice(...span)),
  }));
}

describe("what one saying takes", () => {
  const text = "The mayor_NOUN said_VERB the weir would hold.\n\nA farmer_NOUN said_VERB nobody had slept_VERB.";

  test("does not reach into what another says in the next paragraph", () => {
    const found = statementsOf(text, [
      { cue: "said", source: "The mayor", content: ["the weir would hold", "nobody had slept"] },
      { cue: "said 2", source: "A farmer", content: ["nobody had slept"] },
    ]);
    expect(found.map(({ who, parts }) => [who, parts])).toEqual([
      ["The mayor", ["the weir would hold"]],
      ["A farmer", ["nobody had slept"]],
    ]);
  });

  test("goes on in the next paragraph where nobody else says it", () => {
    const [only] = statementsOf(text.replace(/\n\nA.*/, "\n\nNobody had slept_VERB."), [
      { cue: "said", source: "The mayor", content: ["the weir would hold", "Nobody had slept"] },
    ]);
    expect(only?.parts).toEqual(["the weir would hold", "Nobody had slept"]);
  });
});

describe("the words of a saying", () => {
  test("begin behind the dateline, with or without an agency in it", () => {
    const contents = (text: string, content: string): readonly string[] =>
      statementsOf(text, [{ cue: "said", source: "the mayor", content: [content] }]).map((one) => one.content.text);
    const dated = "KESTREL, Belmar — The quay is shut";
    expect(contents(`${dated}, the mayor said.`, dated)).toEqual(["The quay is shut"]);
    const credited = "KESTREL (Coastal Wire) - The quay is shut";
    expect(contents(`${credited}, the mayor said.`, credited)).toEqual(["The quay is shut"]);
    const plain = "Kestrel — a small town — is shut";
    expect(contents(`${plain}, the mayor said.`, plain)).toEqual([plain]);
  });
});

describe("the sentences that show a statement", () => {
  const said = "The mayor_NOUN said_VERB the weir would hold.";

  test("are those of its words, without what stands between them", () => {
    const [only] = statementsOf(`${said} Rain fell. Boats were ready.`, [
      { cue: "said", source: "The mayor", content: ["the weir would hold", "Boats were ready"] },
    ]);
    expect(only?.shown).toEqual(["The mayor said the weir would hold.", "Boats were ready."]);
    expect(only?.content.text).toBe("the weir would hold Boats were ready");
  });

  test("are one stretch where they follow each other", () => {
    const [only] = statementsOf(`${said} Boats were ready. Rain fell.`, [
      { cue: "said", source: "The mayor", content: ["the weir would hold", "Boats were ready"] },
    ]);
    expect(only?.shown).toEqual(["The mayor said the weir would hold. Boats were ready."]);
  });
});

describe("a saying told in another", () => {
  const text = "The mayor_NOUN said_VERB that a farmer_NOUN told_VERB that the weir had burst.";
  const outer = { cue: "said", source: "The mayor", content: ["that a farmer told that the weir had burst"] };
  const inner = { cue: "told", source: "a farmer", content: ["that the weir had burst"] };

  test("is within it, and has both tellers in its chain, the outer first", () => {
    const [first, second] = statementsOf(text, [outer, inner]);
    expect(first).toMatchObject({ within: null, chain: ["the mayor"] });
    expect(second).toMatchObject({ within: first?.id, chain: ["the mayor", "a farmer"] });
  });

  test("stands alone where the other does not hold its cue", () => {
    const apart = { ...outer, content: ["that the weir had burst"] };
    expect(statementsOf(text, [apart, inner]).map(({ within }) => within)).toEqual([null, null]);
  });
});
