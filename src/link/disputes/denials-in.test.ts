import { describe, expect, test } from "vitest";
import { shippedDenials } from "../../../test/link/shipped-tables.js";
import { type Telling, toldArticle } from "../../../test/link/told-article.js";
import { whoIsOf } from "../settled.js";
import { type Denial, denialsIn } from "./denials-in.js";

const origins = { origins: [], traces: [] };

function denialsOf(telling: Telling): readonly Denial[] {
  return denialsIn(
    { articles: [toldArticle("a", telling)], storyOf: new Map(), textOf: new Map(), whoIs: whoIsOf([]) },
    origins,
    shippedDenials,
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

  test("of reports has them as the holder where its words are a sentence, and nobody where they only name a thing", () => {
    const holderOf = (content: string) => {
      const text = `The mayor denied ${content}.`;
      return denialsOf({ text, said: [{ speaker: "The mayor", content, act: "deny" }] })[0]?.holder ?? null;
    };
    expect(holderOf("reports that the northern dam had burst")).toMatchObject({ by: null, name: "reports" });
    expect(holderOf("social media claims that the dam had burst")).toMatchObject({ name: "social media claims" });
    expect(holderOf("rumours of a leak")).toBeNull();
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
      { speaker: "Farmers", content: "for help", act: "ask" } as const,
      { speaker: "The owners", content: "this", act: "deny" } as const,
    ];
    const text = "Pilots said that the rain was over. Farmers asked for help. The owners denied this.";
    expect(denialsOf({ text, said })).toEqual([]);
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

  test.each(["this", "the claim"])("that denies “%s” means what somebody else says right before it", (content) => {
    const [denial] = denialsOf({
      text: `Pilots said that the weir had burst. The owners denied ${content}.`,
      said: [
        { speaker: "Pilots", content: "that the weir had burst" },
        { speaker: "The owners", content, act: "deny" },
      ],
    });
    expect(denial).toMatchObject({ answers: ["st_1"], sentence: "the weir had burst" });
  });

  test("of a story means what the article is about", () => {
    const title = "Reva Holt opened the northern dam, a weekly reports";
    const text =
      "The weekly report said that Reva Holt had opened the northern dam. The same report said that ducks had come. The pilots denied the story.";
    const [denial] = denialsOf({
      ...{ title, text },
      said: [
        { speaker: "The weekly report", content: "that Reva Holt had opened the northern dam" },
        { speaker: "The same report", content: "that ducks had come" },
        { speaker: "The pilots", content: "the story", act: "deny" },
      ],
    });
    expect(denial?.answers).toEqual(["st_1"]);
  });

  test("of what is shown means who says that it shows something", () => {
    const [denial] = denialsOf({
      text: "A club said that the pictures showed a burst weir. Pilots said that it rained. The owners dismissed the pictures as “grey dots”.",
      said: [
        { speaker: "A club", content: "that the pictures showed a burst weir" },
        { speaker: "Pilots", content: "that it rained" },
        { speaker: "The owners", content: "the pictures as “grey dots”", act: "deny", cue: "dismissed" },
      ],
    });
    expect(denial).toMatchObject({ answers: ["st_1"], sentence: "the pictures showed a burst weir" });
  });

  test("of a deed means what is said of whoever denies it", () => {
    const [denial] = denialsOf({
      text: "Farmers said that men of the Vane Front were seen at the dam. A spokesman for the Front denied any part in the leak.",
      said: [
        { speaker: "Farmers", content: "that men of the Vane Front were seen at the dam" },
        { speaker: "A spokesman for the Front", content: "any part in the leak", act: "deny" },
      ],
    });
    expect(denial).toMatchObject({
      form: "deed",
      answers: ["st_1"],
      sentence: "the Front had a part in the leak",
    });
  });

  test("of a version means the sentence that tells it", () => {
    const sentence = "The owners dismissed that as “a tale”.";
    const [denial] = denialsOf({
      text: `Orsen’s version is that the weir burst by itself. ${sentence}`,
      who: [{ name: "Orsen", kind: "government" }],
      said: [{ speaker: "The owners", content: "that as “a tale”", act: "deny", cue: "dismissed", sentence }],
    });
    expect(denial).toMatchObject({ sentence: "the weir burst by itself", holder: { name: "Orsen" } });
  });

  test("may be what somebody insists on against another in the same sentence", () => {
    const sentence = "The sluices have stayed shut, an engineer said, although a pilot insisted that they open today.";
    const [denial] = denialsOf({
      text: sentence,
      said: [
        { speaker: "an engineer", content: "The sluices have stayed shut", sentence },
        { speaker: "a pilot", content: "that they open today", cue: "insisted", sentence },
      ],
    });
    expect(denial).toMatchObject({ name: "a pilot", answers: ["st_1"] });
  });

  test("may be what is told against another in the same sentence behind “whereas”", () => {
    const sentence = "The Post reported that Holt had drowned, whereas a pilot said that she lived.";
    const [denial] = denialsOf({
      text: sentence,
      said: [
        { speaker: "The Post", content: "that Holt had drowned", cue: "reported", sentence },
        { speaker: "a pilot", content: "that she lived", cue: "said", sentence },
      ],
    });
    expect(denial).toMatchObject({ name: "a pilot", answers: ["st_1"], sentence: "Holt had drowned" });
  });

  test("that says there is no such thing means what was said right before", () => {
    const [denial] = denialsOf({
      text: "A pilot said that Norland would close the port. “We have taken no such decision,” Reva Holt said.",
      who: [mayor],
      said: [
        {
          speaker: "A pilot",
          content: "that Norland would close the port",
          sentence: "A pilot said that Norland would close the port.",
        },
        { speaker: "Reva Holt", content: "We have taken no such decision" },
      ],
    });
    expect(denial).toMatchObject({ answers: ["st_1"], sentence: "Norland would close the port" });
  });

  test("that says there is no such thing denies nothing that is said not to be so", () => {
    const text = "A pilot said that the order was not from Norland. “No such order was given,” Reva Holt said.";
    const first = "A pilot said that the order was not from Norland.";
    const said = [
      { speaker: "A pilot", content: "that the order was not from Norland", sentence: first },
      { speaker: "Reva Holt", content: "No such order was given" },
    ];
    expect(denialsOf({ text, who: [mayor], said }).some(({ name }) => name.startsWith("Reva Holt"))).toBe(false);
  });

  test("of an accusation tells what somebody is accused of as a sentence", () => {
    const accuse = "Rebels accused Norland of shelling the port.";
    const [denial] = denialsOf({
      text: `${accuse} Its ministry denied this.`,
      who: [{ name: "Norland", kind: "government" }],
      said: [
        { speaker: "Rebels", content: "shelling the port", act: "accuse", sentence: accuse },
        { speaker: "Its ministry", content: "this", act: "deny" },
      ],
    });
    expect(denial?.sentence).toBe("Norland was shelling the port");
  });

  test("names whoever holds the claim, and not the country in his title", () => {
    const [denial] = denialsOf({
      text: "Reva Holt rejected a claim by Norland's foreign minister that the port would close.",
      who: [mayor, { name: "Norland", kind: "government" }],
      said: [
        {
          speaker: "Reva Holt",
          content: "a claim by Norland's foreign minister that the port would close",
          act: "deny",
          cue: "rejected",
        },
      ],
    });
    expect(denial?.holder?.name).toBe("Norland's foreign minister");
  });

  test("may be that whoever is blamed blames in turn", () => {
    const [denial] = denialsOf({
      text: "Orsen army said that the rebels had shelled the bridge. The rebels blamed the army.",
      who: [army],
      said: [
        { speaker: "Orsen army", content: "that the rebels had shelled the bridge", act: "accuse" },
        { speaker: "The rebels", content: "the army", act: "accuse" },
      ],
    });
    expect(denial).toMatchObject({ name: "The rebels", sentence: "the rebels had shelled the bridge" });
  });

  test("is not to accuse another of something else", () => {
    const said = [
      { speaker: "Orsen army", content: "that the rebels had shelled the bridge", act: "accuse" } as const,
      { speaker: "The rebels", content: "the army of theft", act: "accuse" } as const,
    ];
    const text = "Orsen army said that the rebels had shelled the bridge. The rebels accused the army of theft.";
    expect(denialsOf({ text, who: [army], said })).toEqual([]);
  });

  test("of a charge means what is told of whoever denies", () => {
    const [denial] = denialsOf({
      text: "Farmers said that Reva Holt had opened the dam. Pilots said that the rain was over. Mayor Holt rejected the accusation.",
      who: [mayor],
      said: [
        { speaker: "Farmers", content: "that Reva Holt had opened the dam" },
        { speaker: "Pilots", content: "that the rain was over" },
        { speaker: "Mayor Holt", content: "the accusation", act: "deny" },
      ],
    });
    expect(denial?.sentence).toBe("Reva Holt had opened the dam");
  });

  test("is neither a lie that somebody tells nor what he does not mean to do", () => {
    const contents = ["that he had given the pilots false charts", "that he had no plans to open the dam"];
    for (const content of contents)
      expect(denialsOf({ text: `Holt said ${content}.`, said: [{ speaker: "Holt", content }] })).toEqual([]);
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
  const [denial] = denialsIn(settledOf({ ...told, record: { ...told.record, entities } }), origins, shippedDenials);
  expect(denial?.sentence).toBe(sentence);
});

test.each([
  ["Orsen army", 1],
  ["A consul", 1],
  ["The Vane Front", 0],
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
  expect(denialsIn(settledOf({ ...told, record: { ...told.record, actions } }), origins, shippedDenials)).toHaveLength(
    count,
  );
});

function settledOf(article: ReturnType<typeof toldArticle>) {
  return { articles: [article], storyOf: new Map(), textOf: new Map(), whoIs: whoIsOf([]) };
}

test("who says that others had no right to do it does not say that they did not", () => {
  const text =
    "Pilots said that the rebels had told them to leave. Norland said the rebels had no authority to make such a demand.";
  const said = [
    { speaker: "Pilots", content: "that the rebels had told them to leave" },
    { speaker: "Norland", content: "the rebels had no authority to make such a demand" },
  ];
  expect(denialsOf({ text, said })).toEqual([]);
});

test("an allegation is rather what is told of whoever denies it than what is alleged of another", () => {
  const text =
    "Rebels said that Norland had armed a crew. The paper was signed by Reva Holt, pilots alleged. A Norland envoy denied the allegation.";
  const said = [
    { speaker: "Rebels", content: "that Norland had armed a crew" },
    { speaker: "pilots", content: "The paper was signed by Reva Holt", act: "claim" } as const,
    { speaker: "A Norland envoy", content: "the allegation", act: "deny" } as const,
  ];
  const [denial] = denialsOf({ text, who: [{ name: "Norland", kind: "government" }], said });
  expect(denial?.answers).toEqual(["st_1"]);
});
