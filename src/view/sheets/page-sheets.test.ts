import { expect, test } from "vitest";
import type { CitationView } from "../citation-view.js";
import type { CorrectionView } from "../correction-view.js";
import type { DisputeView, EndView } from "../dispute-view.js";
import type { DrawnView } from "../drawn-view.js";
import type { NamedEntityView } from "../entity-view.js";
import type { EventView, TellingView } from "../event-view.js";
import type { HistoryView, StateView } from "../history-view.js";
import type { ArticleView } from "../line-view.js";
import type { NetworkView } from "../network-view.js";
import type { OriginView } from "../origin-view.js";
import type { StoryView } from "../story-view.js";
import { drawnTitle, drawnWords } from "./drawn-sheet.js";
import { citationsSheet } from "./line-sheets.js";
import { disputesSheet, eventSheet, posturesSheet, storySheet } from "./link-sheets.js";
import { correctionsSheet, entitiesSheet, networkSheet } from "./list-sheets.js";
import type { Sheet } from "./sheet.js";

/** The rows by the names of the columns, without what is empty. */
const rowsOf = ({ columns, rows }: Sheet) =>
  rows.map(({ cells }) =>
    Object.fromEntries(columns.flatMap((name, at) => (cells[at] === null ? [] : [[name, cells[at]]]))),
  );

const article: ArticleView = {
  ...{
    id: "art_1",
    title: "Quay shut",
    outlet: "Vell Courier",
    published: "2031-05-04",
    url: "https://vell.example/1",
  },
};
const voice = (name: string): OriginView => ({ id: "or_1", name, kind: "speaker", through: null });
const end = (id: string, facts: Partial<EndView> = {}): EndView => ({
  ...{ id, article, words: "the quay is shut", spans: [], voice: null, date: "2031-05-04" },
  ...facts,
});
const dispute: DisputeView = {
  ...{ id: "di_1", kind: "statement", about: "quay", first: "2031-05-04", last: "2031-05-05", course: [], marks: [] },
  ...{ reason: "a denial" },
  headline: {
    ...{ claim: "The quay is shut", heldBy: [], deniedBy: [], since: "2031-05-05", earliest: null, ownVoice: [] },
  },
  sides: [
    {
      ...{ position: "asserts", voices: { count: 3, named: [] }, moreEnds: 2 },
      ends: [end("art_1/st_1"), end("art_1/st_2", { voice: voice("Irena Sulk"), date: null })],
    },
    { position: "denies", voices: { count: 1, named: [] }, moreEnds: 0, ends: [end("art_2/st_1")] },
  ],
};

test("disputes have a row an end: who says so, in whose words, and how many ends of a side are left out", () => {
  const sheet = disputesSheet({ title: "Disputes" }, [dispute]);
  const shared = { dispute: "The quay is shut", over: "statement", since: "2031-05-05", words: "the quay is shut" };
  expect(rowsOf(sheet)).toEqual([
    { ...shared, position: "says so", who: "Vell Courier", day: "2031-05-04", voices: "3", id: "di_1" },
    { ...shared, position: "says so", who: "Irena Sulk", voices: "3", left_out: "2", id: "di_1" },
    { ...shared, position: "denies it", who: "Vell Courier", day: "2031-05-04", voices: "1", id: "di_1" },
  ]);
  expect(sheet.rows.map(({ under, cite, entry }) => [under, cite, entry?.lead, entry?.facts])).toEqual([
    ["The quay is shut", "art_1/st_1", "Vell Courier: says so", ["4 May 2031"]],
    ["The quay is shut", "art_1/st_2", "Irena Sulk: says so", []],
    ["The quay is shut", "art_2/st_1", "Vell Courier: denies it", ["4 May 2031"]],
  ]);
});

const reliability = { sourcing: "reported", credibility: 3, vouching: 1, against: 0 } as const;
const telling = (id: string, facts: Partial<TellingView> = {}): TellingView => ({
  ...{ ...end(id), status: "happened", dated: "published", reason: "" },
  ...facts,
});
const state = (value: string, facts: Partial<StateView> = {}): StateView => ({
  ...{ value, standing: "in_force", from: "2031-05-04", dated: "told", until: null, supersededBy: null, reliability },
  ...{
    voices: { count: 1, named: [voice("Irena Sulk")] },
    tellings: [telling("art_1/po_1")],
    moreTellings: 0,
    reason: "",
  },
  ...facts,
});
const embassy: HistoryView = {
  ...{ id: "hi_1", subject: { id: null, name: "Ardland · embassy in Norland" }, within: null, aspect: "operations" },
  institution: { key: "in_mission:Ardland:Norland", kind: "mission", of: "Ardland", in: "Norland", town: null },
  states: [
    state("closed", { until: "2031-05-06", supersededBy: "reopened", voices: { count: 2, named: [] } }),
    state("reopened", { standing: "announced", from: null }),
    state("closed", { standing: "disputed" }),
  ],
};

test("postures have a row a state: whose, where, how it stands, and whether it holds now", () => {
  const sheet = posturesSheet({ title: "Postures" }, [
    embassy,
    {
      ...embassy,
      institution: { key: null, kind: "airspace", of: "Ardland", in: null, town: null },
      states: [state("reopened")],
    },
  ]);
  const rows = rowsOf(sheet).map(({ country, sender, state, standing, now, from, until, followed_by }) =>
    [country, sender, state, standing, now, from, until, followed_by].map((one) => one ?? "-").join(" | "),
  );
  expect(rows).toEqual([
    "Norland | Ardland | closed | in force | no | 2031-05-04 | 2031-05-06 | reopened",
    "Norland | Ardland | reopened | announced | no | - | - | -",
    "Norland | Ardland | closed | contested | yes | 2031-05-04 | - | -",
    "Ardland | - | reopened | in force | yes | 2031-05-04 | - | -",
  ]);
  expect(sheet.rows.map(({ entry }) => entry?.facts)).toEqual([
    ["since 4 May 2031", "until 6 May 2031", "2 origins"],
    ["announced", "1 origin"],
    ["contested", "since 4 May 2031", "1 origin"],
    ["since 4 May 2031", "1 origin"],
  ]);
});

test("an event has a row a telling, each in the voice that tells it", () => {
  const event: EventView = {
    ...{ id: "ev_1", kind: "action", what: "RETREAT", who: [{ id: null, name: "Ardland" }], statuses: ["happened"] },
    ...{ first: "2031-05-04", last: "2031-05-05", voices: { count: 2, named: [] }, reliability, articles: 3 },
    tellings: [
      telling("art_1/ac_1", { voice: voice("Irena Sulk") }),
      telling("art_2/ac_1", { status: "denied", date: null, article: { ...article, outlet: null } }),
    ],
    moreTellings: 1,
  };
  const sheet = eventSheet(event);
  expect([sheet.title, sheet.about, sheet.more]).toEqual([
    "Ardland: withdrawal",
    ["4 to 5 May 2031", "3 reports, 2 origins"],
    true,
  ]);
  expect(sheet.rows.map(({ entry }) => [entry?.lead, entry?.facts])).toEqual([
    ["Irena Sulk", ["4 May 2031"]],
    ["An unnamed outlet", ["denied"]],
  ]);
  expect(rowsOf(sheet)[1]).toMatchObject({ what: "withdrawal", who: "Ardland", status: "denied", id: "ev_1" });
  expect(eventSheet({ ...event, who: [], moreTellings: 0 })).toMatchObject({
    title: "Somebody unnamed: withdrawal",
    more: false,
  });
});

test("a story has its articles, then its disputes and states; of what is cut off it says that there is more", () => {
  const story: StoryView = {
    ...{ id: "sy_1", title: null, central: "art_1", first: "2031-05-04", last: "2031-05-05", terms: [], outlets: 2 },
    ...{
      texts: 1,
      moreArticles: 4,
      disputes: [dispute],
      moreDisputes: false,
      postures: [embassy],
      morePostures: false,
    },
    articles: [{ ...article, likeness: null, reason: "", copy: null }],
  };
  const sheet = storySheet(story);
  expect(sheet).toMatchObject({
    title: "Untitled story",
    about: ["4 to 5 May 2031", "5 articles, 2 outlets, 1 text"],
    more: true,
  });
  expect([...new Set(sheet.rows.map(({ under }) => under))]).toEqual([
    "Articles",
    "The quay is shut",
    "Ardland · embassy in Norland",
  ]);
  expect(storySheet({ ...story, title: "The quay", moreArticles: 0 })).toMatchObject({
    title: "The quay",
    more: false,
  });
});

test("lists of people, corrections and ties have what their pages have", () => {
  const sulk: NamedEntityView = {
    ...{ id: "wh_1", name: "Irena Sulk", kind: "armed_group", country: "XA", countryName: "Ardland", articles: 2 },
    roles: ["minister", "envoy"],
  };
  expect(rowsOf(entitiesSheet([sulk], false))).toEqual([
    { name: "Irena Sulk", kind: "armed group", country: "XA", roles: "minister; envoy", articles: "2", id: "wh_1" },
  ]);
  const correction: CorrectionView = {
    ...{ id: "co_1", kind: "hide", by: "ana", at: "2031-05-05", subject: "art_1/st_1", what: "rejected", about: null },
    ...{ changes: [{ field: "review", before: "confirmed", after: "rejected" }], text: null },
    ...{ plain: "rejected “shut”", why: "no quay", undone: { id: "co_2", by: "ben", at: "2031-05-06" } },
    lost: ["no such line", "no such words"],
  };
  expect(rowsOf(correctionsSheet([correction], true))).toEqual([
    {
      ...{ at: "2031-05-05", by: "ana", what: "rejected “shut”", why: "no quay", undone_at: "2031-05-06" },
      ...{ undone_by: "ben", lost: "no such line; no such words", id: "co_1" },
      ...{ kind: "hide", before: "confirmed", after: "rejected", undone_id: "co_2" },
    },
  ]);
  const party = { kind: "government", country: null, role: null, origins: 1 } as const;
  const network = {
    ...{ drawn, moreNodes: 0, moreEdges: 2, unsure: 0 },
    nodes: [
      { ...party, id: "wh_1", name: "Ardland" },
      { ...party, id: "wh_2", name: "Norland" },
    ],
    edges: [
      {
        ...{ from: "wh_1", to: "wh_2", kind: "verbal_conflict", origins: 2, lines: 3, what: ["THREATEN", "REQUEST"] },
        ...{ first: "2031-05-04", last: "2031-05-05" },
      },
    ],
  } satisfies NetworkView;
  expect(networkSheet(network)).toMatchObject({ title: "Network", more: true });
  expect(rowsOf(networkSheet(network))[0]).toMatchObject({
    ...{ who: "Ardland", whom: "Norland", kind: "verbal conflict", origins: "2", lines: "3" },
    ...{ first: "2031-05-04", last: "2031-05-05", who_id: "wh_1", whom_id: "wh_2" },
  });
});

test("chosen lines stand under their article's headline, with how sure they are and who told whom", () => {
  const citation = (facts: Partial<CitationView>): CitationView => ({
    ...{
      id: "art_1/st_1",
      kind: "statement",
      article,
      words: [],
      said: [],
      own: [],
      by: "Irena Sulk",
      voice: "speaker",
    },
    ...{ through: [], reading: "Irena Sulk: said", corrections: [], citation: "" },
    sure: { summary: "Reported.", reliability: null, disputes: [] },
    ...facts,
  });
  const words = [
    { text: "It is shut.", span: [0, 11] as const },
    { text: "So is the pier.", span: [20, 35] as const },
  ];
  const sheet = citationsSheet("Chosen", [
    citation({ words, through: ["Vell Courier", "an aide"] }),
    citation({ through: ["Vell Courier"], article: { ...article, title: null } }),
  ]);
  expect(sheet.about).toEqual(["2 lines"]);
  expect(rowsOf(sheet)[0]).toMatchObject({
    words: "It is shut. … So is the pier.",
    through: "Vell Courier → an aide",
    sure: "Reported.",
  });
  expect(sheet.rows.map(({ under, entry }) => [under, entry?.facts])).toEqual([
    ["Quay shut", ["Reported.", "told by Vell Courier → an aide"]],
    ["Without a title", ["Reported."]],
  ]);
});

const drawn: DrawnView = {
  ...{ asked: { since: null, until: null }, since: "2031-05-04", until: "2031-05-08", articles: 1, earlier: 0 },
  ...{ last: "2031-05-07", about: ["Norland"], gaps: [] },
};

test("a picture says of which days it is, of how many articles, and what is left out", () => {
  expect(drawnWords(drawn)).toEqual(["4 to 7 May 2031", "1 article", "Norland"]);
  expect(drawnTitle({ since: null, until: "2031-05-08" })).toBe("up to 7 May 2031");
  expect(drawnTitle({ since: "2031-05-04", until: null })).toBe("since 4 May 2031");
  expect(drawnWords({ ...drawn, since: null, until: null, last: null, earlier: 2 })).toEqual([
    "1 article",
    "2 earlier articles left out",
    "Norland",
  ]);
});
