import { describe, expect, test } from "vitest";
import { shippedNames } from "../../../test/link/shipped-tables.js";
import { type Telling, toldArticle } from "../../../test/link/told-article.js";
import { idOf } from "../../record/id.js";
import { agenciesOf } from "../copies/agencies.js";
import { linkId } from "../link-id.js";
import type { LinkInput } from "../link-input.js";
import { type Settled, whoIsOf } from "../settled.js";
import { ownVoices, traceOrigins } from "./trace-origins.js";

const agencies = agenciesOf("Meridian Wire\tMW|Meridian\n");

/** Articles of which each is of the outlet that its id names, the first entity of each somebody known. */
function settledOf(articles: readonly LinkInput[], facts: Partial<Settled> = {}): Settled {
  return {
    ...{ articles, storyOf: new Map(), textOf: new Map(articles.map(({ id }) => [id, id])) },
    whoIs: whoIsOf(articles.map(({ id }) => ({ who: linkId("wh", ["known"]), article: id, entity: idOf("en", 1) }))),
    ...facts,
  };
}

const trace = (articles: readonly LinkInput[], facts: Partial<Settled> = {}) =>
  traceOrigins(settledOf(articles.map(ofItsOutlet), facts), agencies, shippedNames);

function ofItsOutlet(input: LinkInput): LinkInput {
  return { ...input, record: { ...input.record, article: { ...input.record.article, outlet: input.id } } };
}

/** Of each line whose word it is, in words: kind, name and whom they spoke to. */
const wordsOf = (telling: Telling, id = "mail"): readonly string[] => {
  const { origins, traces } = trace([toldArticle(id, telling)]);
  return traces.map(({ origin }) => {
    const found = origins.find((one) => one.id === origin);
    return `${found?.kind} ${found?.name}${found?.through == null ? "" : ` through ${found.through}`}`;
  });
};

const sulk = { name: "Irena Sulk", kind: "person" } as const;

describe("whose word a line is", () => {
  test("of what an article says itself it is the article's own text", () => {
    const acts = [{ actor: "Norland", recipient: "Orsen", type: "ASSAULT", trigger: "shelled" } as const];
    expect(wordsOf({ text: "Norland shelled Orsen.", acts })).toEqual(["text mail"]);
  });

  test("of what somebody known says it is theirs, by their name", () => {
    const said = [{ speaker: "Irena Sulk", content: "it was over" }];
    expect(wordsOf({ text: "Irena Sulk said it was over.", who: [sulk], said })).toEqual(["speaker Irena Sulk"]);
  });

  test("of what somebody unnamed says it is somebody else in each text", () => {
    const telling = (speaker: string): Telling => ({
      text: `${speaker} said it was over.`,
      said: [{ speaker, content: "it was over", naming: "unnamed" }],
    });
    expect(wordsOf(telling("An aide"))).toEqual(["unnamed An aide through mail"]);
    expect(wordsOf(telling("An aide"), "post")).toEqual(["unnamed An aide through post"]);
  });

  test("of an official of somebody known whom nobody names it is not that somebody's", () => {
    const said = [{ speaker: "Irena Sulk", content: "it was over", naming: "unnamed" } as const];
    expect(wordsOf({ text: "Irena Sulk said it was over.", who: [sulk], said })).toEqual([
      "unnamed Irena Sulk through mail",
    ]);
  });

  test("of whoever spoke to an agency or another outlet it is told through that", () => {
    const said = (facts: object) => [
      { speaker: "an aide", content: "it was over", naming: "unnamed", ...facts } as const,
    ];
    const text = "It was over, an aide told MW.";
    const told: Telling = { text: text.replace("It", "it"), said: said({ told: "MW" }) };
    expect(wordsOf(told)).toEqual(["unnamed an aide through Meridian Wire"]);
    const chained: Telling = { ...told, said: said({ chain: ["Meridian", "an aide"] }) };
    expect(wordsOf(chained)).toEqual(["unnamed an aide through Meridian Wire"]);
    const paper: Telling = { text: "it was over, an aide told The Echo.", said: said({ told: "The Echo" }) };
    expect(wordsOf(paper)).toEqual(["unnamed an aide through Echo"]);
  });

  test("of what another outlet reports it is that outlet's text", () => {
    const said = [{ speaker: "The Echo", content: "it was over" }];
    const who = [{ name: "The Echo", kind: "outlet" } as const];
    expect(wordsOf({ text: "The Echo said it was over.", who, said })).toEqual(["text Echo"]);
    expect(wordsOf({ text: "MW said it was over.", said: [{ speaker: "MW", content: "it was over" }] })).toEqual([
      "text Meridian Wire",
    ]);
  });

  test("of an act that somebody tells of it is theirs", () => {
    const acts = [
      { actor: "Norland", recipient: "Orsen", type: "ASSAULT", trigger: "shelled", accordingTo: 1 } as const,
    ];
    const said = [{ speaker: "Irena Sulk", content: "Norland shelled Orsen" }];
    expect(wordsOf({ text: "Irena Sulk said Norland shelled Orsen.", who: [sulk], said, acts })).toEqual([
      "speaker Irena Sulk",
      "speaker Irena Sulk",
    ]);
  });
});

test("what tests or reports tell is the article's own account", () => {
  const told = "DNA tests have confirmed that the man was held.";
  const said = [{ speaker: "DNA tests", content: "the man was held", naming: "unnamed", told }] as const;
  const { traces } = trace([toldArticle("mail", { text: told, said: [...said] })]);
  expect(traces).toMatchObject([{ origin: linkId("or", ["text", "mail"]) }]);
});

test("somebody's agent is called by the name of whose he is", () => {
  const text = "his agent said it was over.";
  const said = [{ speaker: "his agent", content: "it was over", naming: "unnamed" }] as const;
  const input = toldArticle("mail", { text, said: [...said] });
  const start = input.record.article.text.indexOf("his");
  const holt = {
    ...{ id: idOf("en", 1), name: "Reva Holt", kind: "person" },
    mentions: [[start, start + 3]],
    roles: [],
  };
  const record = { ...input.record, entities: [holt] } as unknown as typeof input.record;
  expect(trace([{ ...input, record }]).origins).toMatchObject([{ name: "Reva Holt’s agent" }]);
});

test("copies of one text are one voice, whoever prints it", () => {
  const copies = ["mail", "post"].map((id) =>
    toldArticle(id, {
      text: "Norland shelled Orsen.",
      acts: [{ actor: "Norland", recipient: "Orsen", type: "ASSAULT", trigger: "shelled" }],
    }),
  );
  expect(trace(copies).origins).toHaveLength(2);
  const textOf = new Map(copies.map(({ id }) => [id, "Meridian Wire"]));
  expect(trace(copies, { textOf }).origins).toMatchObject([{ kind: "text", name: "Meridian Wire" }]);
});

test("a text of no known outlet goes by no id where people read, and two such texts are two origins", () => {
  const text = "Norland shelled Orsen. An aide said that it was over.";
  const acts = [{ actor: "Norland", recipient: "Orsen", type: "ASSAULT", trigger: "shelled" }] as const;
  const said = [{ speaker: "An aide", content: "it was over", naming: "unnamed" }] as const;
  const articles = ["art_00000000000000aa", "own-7"].map((id) => toldArticle(id, { text, acts, said }));
  const { origins, traces } = traceOrigins(settledOf(articles), agencies, shippedNames);
  expect(origins.map(({ name, through }) => [name, through]).sort()).toEqual([
    ["An aide", "an unknown outlet"],
    ["An aide", "an unknown outlet"],
    ["an unknown outlet", null],
    ["an unknown outlet", null],
  ]);
  expect(JSON.stringify(traces.map(({ steps, reason }) => [steps, reason]))).not.toMatch(/art_|own-7/);
});

test("a way leads from the text through all who told it", () => {
  const { traces } = trace([
    toldArticle("mail", {
      text: "An aide told MW that it was over.",
      said: [{ speaker: "An aide", content: "it was over", naming: "unnamed", told: "MW" }],
    }),
  ]);
  expect(traces).toMatchObject([
    { steps: ["mail", "MW", "An aide"], reason: "said by An aide, whom nobody names, to Meridian Wire" },
  ]);
});

test("a line that a person rejected has no origin, and the others keep theirs", () => {
  const article = toldArticle("mail", {
    text: "Irena Sulk said it was over. An aide said it was not.",
    who: [sulk],
    said: [
      { speaker: "Irena Sulk", content: "it was over" },
      { speaker: "An aide", content: "it was not", naming: "unnamed" },
    ],
  });
  const { origins, traces } = trace([{ ...article, hidden: new Set(["st_1"]) }]);
  expect(traces.map(({ line }) => line)).toEqual(["st_2"]);
  expect(origins).toMatchObject([{ name: "An aide" }]);
});

describe("the voices of a line", () => {
  const voices = (text: string, told?: string): readonly string[] =>
    trace([
      toldArticle("mail", {
        text,
        states: [{ subject: "The embassy", told: text, aspect: "operations", value: "closed" }],
        ...(told === undefined
          ? {}
          : { said: [{ speaker: "An aide", content: "it was over", naming: "unnamed", told }] }),
      }),
    ]).traces.find(({ line }) => line.startsWith("po"))?.voices ?? [];
  const rows = (text: string) => voices(text).filter((one) => one.startsWith("words "));

  test("have its text, and rows of eight words that are somebody's own", () => {
    const own = linkId("or", ["text", "mail"]);
    expect(voices("The embassy was shut on Friday.")).toEqual([own]);
    expect(rows("The embassy was shut on Friday for good.")).toHaveLength(1);
  });

  test("share a row where both texts tell it in much the same words", () => {
    const sentence = "The embassy was shut on Friday after a crowd had thrown stones at its gate for an hour";
    const shared = rows(`${sentence}.`).filter((row) =>
      rows(`Late in the day it was told: ${sentence}.`).includes(row),
    );
    expect(shared.length).toBeGreaterThan(0);
    const ends = "Nobody came. The embassy was shut on Friday after a crowd came.";
    expect(rows(`${sentence}.`).filter((row) => rows(ends).includes(row))).not.toEqual([]);
    const other = "The embassy closed for the day when stones flew over the wall and broke two of its windows.";
    expect(rows(`${sentence}.`).filter((row) => rows(other).includes(row))).toEqual([]);
  });
});

test.each([
  ["government", "NO", ["government NO"]],
  ["officials", "NO", ["officials NO"]],
  // A government that is nobody's is no voice.
  ["government", null, []],
  ["officials", null, ["officials"]],
  ["or_1", "NO", ["or_1"]],
])("the voice %s of an act of %s is %j", (voice, country, own) => {
  expect(ownVoices([voice], country)).toEqual(own);
});
