import { describe, expect, test } from "vitest";
import { type Telling, toldArticle } from "../../../test/link/told-article.js";
import { whoIsOf } from "../settled.js";
import { type Denial, denialsIn } from "./denials-in.js";

const origins = { origins: [], traces: [] };

function denialsOf(telling: Telling): readonly Denial[] {
  return denialsIn(
    { articles: [toldArticle("a", telling)], storyOf: new Map(), textOf: new Map(), whoIs: whoIsOf([]) },
    origins,
  );
}

const mayor = { name: "Reva Holt", kind: "person" } as const;

describe("a denial", () => {
  test("tells what it denies", () => {
    const [denial] = denialsOf({
      text: "The mayor denied that the northern dam had been opened.",
      said: [{ speaker: "The mayor", content: "that the northern dam had been opened", act: "deny" }],
    });
    expect(denial).toMatchObject({ form: "clause", sentence: "the northern dam had been opened", answers: [] });
  });

  test("that only points means what tells of whoever denies", () => {
    const [denial] = denialsOf({
      text: "Farmers said that Reva Holt had opened the northern dam. Pilots said that the rain was over. Mayor Holt denied this.",
      who: [mayor],
      said: [
        { speaker: "Farmers", content: "that Reva Holt had opened the northern dam" },
        { speaker: "Pilots", content: "that the rain was over" },
        { speaker: "Mayor Holt", content: "this", act: "deny" },
      ],
    });
    expect(denial).toMatchObject({ answers: ["st_1"], sentence: "Reva Holt had opened the northern dam" });
  });

  test("that only points is none where what it means is not sure", () => {
    const said = [
      { speaker: "Pilots", content: "that the rain was over" },
      { speaker: "The owners", content: "this", act: "deny" } as const,
    ];
    expect(denialsOf({ text: "Pilots said that the rain was over. The owners denied this.", said })).toEqual([]);
  });

  test("of a report means what an outlet tells", () => {
    const [denial] = denialsOf({
      text: "The Post report said that Holt had opened the dam. Farmers said Holt had been seen. Mayor Holt denied the report.",
      said: [
        { speaker: "The Post report", content: "that Holt had opened the dam" },
        { speaker: "Farmers", content: "Holt had been seen" },
        { speaker: "Mayor Holt", content: "the report", act: "deny" },
      ],
    });
    expect(denial?.answers).toEqual(["st_1"]);
  });

  test("is whatever says that something is not so", () => {
    const [denial, ...others] = denialsOf({
      text: "Farmers said that Reva Holt had opened the dam. Reva Holt said nobody had opened the dam.",
      who: [mayor],
      said: [
        { speaker: "Farmers", content: "that Reva Holt had opened the dam" },
        { speaker: "Reva Holt", content: "nobody had opened the dam" },
      ],
    });
    expect(denial).toMatchObject({ form: "implicit", line: "st_2" });
    expect(others).toEqual([]);
  });
});

test.each([
  ["what somebody did is no denial", "the clerk had been dismissed for drinking"],
  ["nor is a vow", "the dam will not be opened"],
  ["nor what stands in an aside", "he had met men who had never seen the dam"],
  ["nor what somebody does not want", "they did not want the dam"],
  ["nor what nobody could confirm", "the leak could not be confirmed"],
  ["nor what others deny", "the owners had rejected the claims of a leak"],
])("%s", (_, content) => {
  expect(denialsOf({ text: `Pilots said ${content}.`, said: [{ speaker: "Pilots", content }] })).toEqual([]);
});

test("an outlet that passes a denial on denies nothing", () => {
  const content = "the report of a leak was false";
  const who = [{ name: "Dam News", kind: "outlet" }] as const;
  expect(denialsOf({ text: `Dam News said ${content}.`, who, said: [{ speaker: "Dam News", content }] })).toEqual([]);
});

test("a person whom the words do not name is not whoever denies", () => {
  const [denial] = denialsOf({
    text: "The leader of the Vane Front denied that the dam had been opened.",
    who: [{ name: "The leader of the Vane Front", kind: "person" }],
    said: [{ speaker: "The leader of the Vane Front", content: "that the dam had been opened", act: "deny" }],
  });
  expect(denial?.name).toBe("The leader of the Vane Front");
});

const front = { name: "The Vane Front", kind: "armed_group" } as const;
const army = { name: "Orsen army", kind: "military" } as const;

test.each([
  [
    "the only person named before",
    "Reva Holt had gone. The Vane Front denied that she had fled.",
    "Reva Holt had fled",
  ],
  [
    "nobody surely where two are named",
    "Reva Holt asked about al-Keita. The Vane Front denied that she had fled.",
    "she had fled",
  ],
])("a pronoun in a denial stands for %s", (_, text, sentence) => {
  const others = text.includes("al-Keita") ? ([{ name: "al-Keita", kind: "person" }] as const) : [];
  const told = toldArticle("a", {
    text,
    who: [mayor, front, ...others],
    said: [{ speaker: "The Vane Front", content: "that she had fled", act: "deny" }],
  });
  const at = text.indexOf("she");
  const entities = told.record.entities.map((one) =>
    one.name === mayor.name ? { ...one, mentions: [...one.mentions, [at, at + 3] as const] } : one,
  );
  const [denial] = denialsIn(settledOf({ ...told, record: { ...told.record, entities } }), origins);
  expect(denial?.sentence).toBe(sentence);
});

test.each([
  ["Orsen army", 1],
  ["A consul", 0],
])("who blames the other denies what %s said of it: %s", (speaker, count) => {
  const told = toldArticle("a", {
    text: `${speaker} said that men of The Vane Front had shelled the bridge. Each blamed the other, Orsen army and Front.`,
    who: [front, army],
    said: [{ speaker, content: "that men of The Vane Front had shelled the bridge" }],
    acts: [{ actor: "Orsen army", recipient: "Front", type: "ACCUSE", trigger: "Each blamed the other" }],
  });
  const text = told.record.article.text;
  const actors = told.record.entities.map(({ id, name }) => {
    const words = name.split(" ").at(-1) ?? name;
    const start = text.lastIndexOf(words);
    return { text: words, span: [start, start + words.length] as const, entity: id };
  });
  const actions = told.record.actions.map((one) => ({ ...one, actors }));
  expect(denialsIn(settledOf({ ...told, record: { ...told.record, actions } }), origins)).toHaveLength(count);
});

function settledOf(article: ReturnType<typeof toldArticle>) {
  return { articles: [article], storyOf: new Map(), textOf: new Map(), whoIs: whoIsOf([]) };
}
