import { expect, test } from "vitest";
import { recordFormat } from "../record/format.js";
import { idOf } from "../record/id.js";
import type { ArticleRecord } from "../record/record.js";
import type { Statement } from "../record/statement.js";
import type { Span } from "../text/span.js";
import { printable } from "./printable.js";
import { renderRecord } from "./render-record.js";
import { colourStyle, plainStyle } from "./style.js";

const TEXT = `Quay at Orsen shut

The harbour master told the Vell Courier that the quay was “not safe” and would stay shut.

“Nobody asked us,” he apparently complained.`;

function spanOfWords(words: string): Span {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
}

const spanned = (words: string) => ({ text: words, span: spanOfWords(words) });
const mention = (words: string) => ({ text: words, span: spanOfWords(words), entity: null });

const told: Statement = {
  id: idOf("st", 1),
  confidence: 1,
  speaker: { ...mention("The harbour master"), naming: "unnamed" },
  addressee: null,
  channel: { ...mention("the Vell Courier"), kind: "outlet" },
  cue: { text: "told", span: spanOfWords("told"), lemma: "tell", phrase: { text: "told", span: spanOfWords("told") } },
  act: "say",
  content: {
    spans: [spanOfWords("that the quay was “not safe” and would stay shut")],
    quoted: [spanOfWords("not safe")],
    text: "that the quay was “not safe” and would stay shut",
    form: "mixed",
  },
  hedge: null,
  negated: false,
  time: null,
  place: null,
  within: null,
  chain: ["the Vell Courier", "The harbour master"],
  evidence: [spanOfWords("The harbour master told the Vell Courier that the quay was “not safe” and would stay shut.")],
};

const complained: Statement = {
  ...told,
  id: idOf("st", 2),
  speaker: {
    ...mention("he"),
    span: [TEXT.indexOf(" he ") + 1, TEXT.indexOf(" he ") + 3],
    entity: idOf("en", 1),
    naming: "pronoun",
  },
  channel: null,
  cue: {
    text: "complained",
    span: spanOfWords("complained"),
    lemma: "complain",
    phrase: { text: "complained", span: spanOfWords("complained") },
  },
  act: "accuse",
  content: {
    spans: [spanOfWords("Nobody asked us")],
    quoted: [spanOfWords("Nobody asked us")],
    text: "Nobody asked us",
    form: "direct",
  },
  hedge: { text: "apparently", span: spanOfWords("apparently"), kind: "appearance" },
  chain: ["he"],
  evidence: [spanOfWords("“Nobody asked us,” he apparently complained.")],
};

const record: ArticleRecord = {
  format: recordFormat,
  producer: { name: "sitrep", version: "0.0.0", model: null },
  article: {
    id: "art_1",
    url: null,
    title: "Quay at Orsen shut",
    outlet: "Vell Courier",
    authors: [],
    published: null,
    publishedFrom: null,
    language: "en",
    sha256: "0".repeat(64),
    text: TEXT,
  },
  entities: [
    {
      id: idOf("en", 1),
      name: "Piet Arlo",
      kind: "person",
      country: null,
      roles: [{ title: "pilot", of: null, span: [0, 4] }],
      mentions: [],
    },
  ],
  places: [],
  times: [],
  statements: [complained, told],
  actions: [],
  postures: [],
  stances: [],
  messages: [{ code: "encoding-guessed", severity: "info", span: null, reason: "It was a guess." }],
};

test("a record reads as a page, in reading order", () => {
  expect(renderRecord(record, { style: plainStyle, width: 80 })).toBe(`Quay at Orsen shut
Vell Courier · date unknown · en · art_1 · 2 statements
who    Piet Arlo (pilot)

¶2   The harbour master (not named) · told · via the Vell Courier · st_1
     that the quay was “not safe” and would stay shut

¶3   Piet Arlo, pilot (“he”) · complained (accused) hedged “apparently” · st_2
     “Nobody asked us”

info: encoding-guessed: It was a guess.
`);
});

const time = { span: spanOfWords("Quay"), text: "Quay", type: "DATE", value: null, from: null, to: null } as const;
const orsen = {
  ...spanned("Orsen"),
  id: idOf("pl", 1),
  name: "Orsen",
  kind: "city",
  country: null,
  lat: null,
  lon: null,
  geonames: null,
  precision: null,
} as const;

test("stances come last, with the statement that they are about; a pronoun is told by its name", () => {
  const stances: ArticleRecord["stances"] = [
    {
      id: idOf("sn", 1),
      confidence: 1,
      holder: { text: "he", span: [TEXT.indexOf(" he ") + 1, TEXT.indexOf(" he ") + 3], entity: idOf("en", 1) },
      relation: "plays_down",
      target: { statement: told.id, mention: mention("The harbour master") },
      hedge: null,
      accordingTo: null,
      evidence: [spanOfWords("Nobody asked us")],
    },
  ];
  const page = renderRecord({ ...record, stances, messages: [] }, { style: plainStyle, width: 100 });
  expect(page.slice(page.indexOf("Who backs"))).toBe(`Who backs or contradicts whom
¶3   Piet Arlo (“he”) · plays down The harbour master (st_1) · sn_1
`);
});

test("an action without an actor starts with those whom it is done to, one without anybody with what is done", () => {
  const action: ArticleRecord["actions"][number] = {
    id: idOf("ac", 1),
    confidence: 1,
    type: "ASSAULT",
    mode: null,
    cameo: null,
    actors: [],
    recipients: [],
    trigger: { ...spanned("shut"), lemma: "shut" },
    status: "happened",
    time: null,
    place: null,
    accordingTo: null,
    evidence: [spanOfWords("Quay at Orsen shut")],
  };
  const actions = [action, { ...action, recipients: [mention("Quay at Orsen")] }];
  const page = renderRecord({ ...record, actions }, { style: plainStyle, width: 80 });
  expect(page).toContain("¶1   attack “shut” · ac_1\n¶1   → Quay at Orsen · attack “shut” · ac_1\n");
});

test("postures come first, then actions, a line each", () => {
  const evidence: readonly [Span] = [spanOfWords("Quay at Orsen shut")];
  const claims: ArticleRecord = {
    ...record,
    places: [orsen],
    times: [
      { ...time, id: idOf("ti", 1), value: "2031-03-01" },
      { ...time, id: idOf("ti", 2), text: "further on" },
      { ...time, id: idOf("ti", 3), value: "2031-03-04TNI" },
    ],
    postures: [
      {
        id: idOf("po", 1),
        confidence: 1,
        subject: mention("Quay at Orsen"),
        institution: { kind: "mission", of: null, in: null },
        aspect: "operations",
        value: "closed",
        by: mention("The harbour master"),
        since: idOf("ti", 1),
        until: idOf("ti", 2),
        status: "happened",
        accordingTo: null,
        evidence,
      },
    ],
    actions: [
      {
        id: idOf("ac", 1),
        confidence: 1,
        type: "REJECT",
        mode: null,
        cameo: "12",
        actors: [mention("The harbour master")],
        recipients: [mention("the Vell Courier")],
        trigger: { ...spanned("shut"), lemma: "shut" },
        status: "not_done",
        time: idOf("ti", 3),
        place: idOf("pl", 1),
        accordingTo: told.id,
        evidence,
      },
    ],
    messages: [],
  };
  expect(renderRecord(claims, { style: plainStyle, width: 80 })).toContain(`1 posture · 1 action · 2 statements
who    Piet Arlo (pilot)
where  Orsen
when   1 to 4 Mar 2031

Postures
¶1   Quay at Orsen · closed · by The harbour master · since 1 March 2031 · until
     “further on” · po_1

Actions
¶1   The harbour master → the Vell Courier · refusal “shut” · on the night of 4
     March 2031 · in Orsen · not done · according to The harbour master · ac_1

Statements
¶2   The harbour master (not named) · told`);
});

test("what is told inside another statement stands under it", () => {
  const nested = { ...record, statements: [told, { ...complained, within: told.id }], messages: [] };
  const page = renderRecord(nested, { style: plainStyle, width: 80 });
  expect(page).toContain("\n     ↳ Piet Arlo, pilot (“he”) · complained");
  expect(page.indexOf("↳ Piet Arlo")).toBeGreaterThan(page.indexOf("¶2"));
});

test.each([
  ["Arlo", "Piet Arlo, pilot · "],
  ["Piet Arlo, 41,", "Piet Arlo, 41, · "],
  ["the younger Mr Arlo", "the younger Mr Arlo · "],
  ["the pilot", "Piet Arlo, pilot (“the pilot”) · "],
])("a speaker whom the article calls %s is shown as %s", (text, shown) => {
  const speaker = { text, span: spanOfWords("he"), entity: idOf("en", 1), naming: "named" } as const;
  const page = renderRecord({ ...record, statements: [{ ...told, speaker }] }, { style: plainStyle, width: 80 });
  expect(page).toContain(`¶2   ${shown}told`);
});

test("a role is told once, a negation always", () => {
  const statements = [complained, { ...complained, id: idOf("st", 3), negated: true }];
  const page = renderRecord({ ...record, statements }, { style: plainStyle, width: 80 });
  expect(page.match(/, pilot/g)).toHaveLength(1);
  expect(page).toContain("not said: complained (accused)");
});

test("a role that the speaker's own words tell is not told again", () => {
  const speaker = {
    text: "the pilot Piet Arlo",
    span: spanOfWords("he"),
    entity: idOf("en", 1),
    naming: "named",
  } as const;
  const statements = [{ ...told, speaker }, complained];
  const page = renderRecord({ ...record, statements }, { style: plainStyle, width: 80 });
  expect(page).toContain("the pilot Piet Arlo · told");
  expect(page).toContain("Piet Arlo (“he”) · complained");
});

test("a long chain of tellers is spelt out", () => {
  const chain = ["Reuters", "two aides", "Piet Arlo"];
  const page = renderRecord({ ...record, statements: [{ ...complained, chain }] }, { style: plainStyle, width: 100 });
  expect(page.replace(/\s+/g, " ")).toContain("Reuters → two aides → Piet Arlo");
});

test("colours change no words", () => {
  const coloured = printable(renderRecord(record, { style: colourStyle, width: 80 }));
  const bare = coloured.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g"), "");
  expect(coloured).not.toBe(bare);
  expect(bare).toBe(renderRecord(record, { style: plainStyle, width: 80 }));
});
