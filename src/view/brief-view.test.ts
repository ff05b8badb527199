import { describe, expect, test } from "vitest";
import { simpleArticle, simpleRecord } from "../../test/simple-record.js";
import type { Dispute } from "../link/disputes/find-disputes.js";
import type { DueOn } from "../link/due/due-things.js";
import { type Event, eventOf, type ToldEvent } from "../link/events/group-events.js";
import { type DisputeId, type EventId, linkId } from "../link/link-id.js";
import { knownHistory } from "../link/postures/known-history.js";
import { postureHistories } from "../link/postures/posture-histories.js";
import { idOf } from "../record/id.js";
import type { DatedStatement, ToldArticle, ToldInPeriod } from "../store/queries/told-in-period.js";
import { type ShownLine, shownLine } from "../store/shown-line.js";
import { rankStatements, type StatementScale, sameStatements } from "./brief-ranking.js";
import { briefView, chooseBrief, onePage } from "./brief-view.js";
import { chooseTimeline, timelineView } from "./timeline-view.js";

const TEXT = "Ada Lenz said the quay was mined by night. Norland shelled Orsen. The Vell embassy closed.";

/** Three invented articles with one text, on three days, from three outlets. */
const records = ["a", "b", "c"].map((id, at) =>
  simpleRecord(simpleArticle(TEXT, { id, outlet: `Outlet ${id}`, published: `2031-03-0${at + 3}` })),
);
const articles = new Map(
  records.map(({ article: { id, outlet, published, title, url } }): [string, ToldArticle] => [
    id,
    { id, outlet, day: published ?? "", published, title, url },
  ]),
);
const lines = new Map(
  records.flatMap((record) =>
    (["statement", "action", "posture"] as const).map((kind): [string, ShownLine] => {
      const id = `${{ statement: "st", action: "ac", posture: "po" }[kind]}_1`;
      return [`${record.article.id}/${id}`, shownLine(record, { id, kind }, record.article.published ?? "")];
    }),
  ),
);

interface Teller {
  readonly article: string;
  readonly origin?: string;
  readonly status?: ToldEvent["telling"]["status"];
}

function event(name: string, what: string, tellers: readonly Teller[]): Event {
  const kind = what.includes(" ") ? "posture" : "action";
  const told = tellers.map(
    ({ article, origin = article, status = "happened" }): ToldEvent => ({
      key: name,
      kind,
      what,
      who: [name],
      whom: [],
      story: "sy",
      act: null,
      voices: [article],
      telling: {
        article,
        line: kind === "posture" ? idOf("po", 1) : idOf("ac", 1),
        day: articles.get(article)?.day ?? null,
        status,
        date: articles.get(article)?.day ?? null,
        dated: "published",
        origin: linkId("or", [origin]),
        by: "text",
        confidence: 1,
        evidence: [[0, 3]],
        reason: "",
      },
    }),
  );
  return eventOf(name as EventId, told);
}

function said(article: string, facts: Partial<DatedStatement> = {}): DatedStatement {
  return {
    id: `${article}/st_1`,
    article,
    act: "say",
    negated: false,
    speaker: "wh_lenz",
    origin: "or_lenz",
    by: "speaker",
    story: "sy",
    content: "the quay was mined by night",
    day: articles.get(article)?.day ?? "",
    spans: [],
    voice: { naming: "named", kind: "person", titles: [], form: "indirect", quoted: false, confidence: 1 },
    ...facts,
  };
}

const nothing: ToldInPeriod & { readonly due: readonly DueOn[] } = {
  actions: { items: [], total: 0 },
  confirmed: { items: [], total: 0 },
  histories: [],
  statements: { items: [], total: 0 },
  disputes: { items: [], total: 0 },
  due: [],
  later: { actions: { items: [], total: 0 }, histories: [] },
  setting: { stories: new Map(), sizes: new Map(), spans: new Map(), before: new Set() },
};
const words = { articles, lines, texts: new Map() };
const all = <Item>(items: readonly Item[]) => ({ items, total: items.length });
/** The histories of these events, whose articles are each of an outlet of its own. */
const known = (events: readonly Event[]) =>
  postureHistories(events).map((one) => knownHistory(one, { outletOf: () => null, deniersOf: () => [] }));
const asked = {
  period: { since: "2031-03-04", until: null, chosen: "asked", zone: "UTC" },
  about: [],
  stories: [],
  size: { articles: 3, outlets: 3, stories: 1, first: "2031-03-03", last: "2031-03-05" },
} as const;
const scaleOf = (...titles: readonly string[]): StatementScale => ({ titles: new Set(titles), news: () => 1 });
const view = (told: Partial<ToldInPeriod>, titles: readonly string[] = []) =>
  briefView(chooseBrief({ ...nothing, ...told }, asked.period, scaleOf(...titles)), words, asked);

describe("actions", () => {
  test("one that several tell has all of them", () => {
    const heard = event("heard", "CONSULT", [{ article: "a" }, { article: "b" }]);
    const [first] = view({ actions: all([heard]) }).actions.lines;
    expect(first?.told).toMatchObject({ origins: 2, articles: 2 });
    expect(first?.told.in.map(({ outlet }) => outlet)).toEqual(["Outlet a", "Outlet b"]);
  });

  test("one that some deny is shown as contested, with its words and the line that they are from", () => {
    const [line] = view({
      actions: all([event("raid", "ASSAULT", [{ article: "b", status: "denied" }, { article: "a" }])]),
    }).actions.lines;
    expect(line).toMatchObject({ line: "a/ac_1", who: "Norland", whom: "Orsen", mark: "shelled", tone: "violence" });
    expect(line?.facts).toContain("contested");
    expect(line?.words).toEqual({ text: "Norland shelled Orsen.", verbatim: false });
  });

  test("there are as many as fit, and the rest is counted, with what was not even looked at", () => {
    const many = Array.from({ length: onePage.actions + 3 }, (_, at) => event(`e${at}`, "ASSAULT", [{ article: "a" }]));
    const { actions } = view({ actions: { items: many, total: many.length + 40 } });
    expect(actions.lines).toHaveLength(onePage.actions);
    expect(actions.more).toBe(43);
  });
});

describe("statements", () => {
  test("the same words of one speaker in several articles are one statement", () => {
    const { lines: found } = view({
      statements: all([said("a"), said("b", { content: "that the quay was mined by night, she added" })]),
    }).statements;
    expect(found).toHaveLength(1);
    expect(found[0]?.told).toMatchObject({ origins: 1, articles: 2 });
  });

  test("two speakers, two things said and two stories are not", () => {
    const others: readonly Partial<DatedStatement>[] = [
      { speaker: "wh_marsh" },
      { content: "nobody had been hurt in the harbour" },
      { story: "sy2" },
      { negated: true },
    ];
    for (const other of others) {
      expect(view({ statements: all([said("a"), said("b", other)]) }).statements.lines).toHaveLength(2);
    }
  });

  test("a denial is news, a mere saying is not; nobody of standing is an outlet itself or a speaker without a name", () => {
    const denial = said("b", { act: "deny", content: "any part in the sinking of ships" });
    const page = view({ statements: all([said("a"), denial, said("c", { by: "text" })]) });
    expect(page.changes.lines.map(({ id }) => id)).toEqual(["b/st_1"]);
    expect(page.statements.lines.map(({ id }) => id)).toEqual(["a/st_1"]);
    expect(view({ statements: all([said("a", { speaker: null })]) }).statements.lines).toEqual([]);
  });

  test("nobody has more than three among the first", () => {
    const talker = Array.from({ length: 5 }, (_, at) =>
      said("a", { id: "a/st_1", content: `words number ${at} of ${at} many`, story: `sy${at}` }),
    );
    const quiet = said("b", { speaker: "wh_marsh", content: "the pilots had seen nothing at all" });
    const ranked = rankStatements(sameStatements([...talker, quiet]), scaleOf());
    expect(ranked.map(({ group }) => group.shown.id)).toEqual([
      ...[...Array(3).fill("a/st_1"), "b/st_1", ...Array(2).fill("a/st_1")],
    ]);
  });
});

describe("postures and what changed", () => {
  const closed = { ...event("closed", "operations closed", [{ article: "a" }]), who: ["in_mission:NO:SE"] };
  const reopened = { ...event("reopened", "operations reopened", [{ article: "b" }]), who: closed.who };

  test("a state that could be anybody's is not shown", () => {
    const { postures, changes } = view({
      histories: known([event("marines", "forces deployed", [{ article: "a" }])]),
    });
    expect([...postures.lines, ...changes.lines]).toEqual([]);
  });

  test("only the state that holds is in force; the one whose place it took is named where that is new", () => {
    const { postures, changes } = view({ histories: known([closed, reopened]) });
    expect(postures.lines).toEqual([]);
    expect(changes.lines.map(({ mark, facts }) => [mark, facts[0]])).toEqual([["reopened", "new, before: closed"]]);
  });

  test("a state from before the period that words alone tell is not shown", () => {
    const vague = { ...closed, who: ["the orsen embassy"] };
    expect(view({ histories: known([vague]) }).postures.lines).toEqual([]);
  });

  test("a state from before the period is in force and no change; one that is denied by others says so", () => {
    const old = view({ histories: known([closed]) });
    expect(old.postures.lines).toHaveLength(1);
    expect(old.changes.lines).toEqual([]);
    const tellers = [{ article: "a" }, { article: "b", status: "denied" }] as const;
    const contested = { ...event("closed", "operations closed", tellers), who: closed.who };
    const [line] = view({ histories: known([contested]) }).postures.lines;
    expect(line?.facts).toContain("contested: others deny it");
  });

  test("one state that is news leaves the others where they stand", () => {
    const fresh = { ...event("fresh", "operations closed", [{ article: "b" }]), who: ["in_mission:DK:SE"] };
    const { postures, changes } = view({ histories: known([closed, fresh]) });
    expect([changes, postures].map(({ lines: found }) => found.map(({ day }) => day))).toEqual([
      ["2031-03-04"],
      ["2031-03-03"],
    ]);
  });

  test("a second independent origin is news", () => {
    const confirmed = event("confirmed", "ASSAULT", [{ article: "a" }, { article: "b" }]);
    const { changes } = view({ confirmed: { items: [confirmed], total: 1 } });
    expect(changes.lines.map(({ id, facts }) => [id, facts[0]])).toEqual([
      ["confirmed", "now told by a second source"],
    ]);
  });

  test("what is news stands in no other section; what a later day is the first to tell is marked", () => {
    const raid = event("raid", "ASSAULT", [{ article: "b" }]);
    const after = event("after", "ASSAULT", [{ article: "c" }]);
    const told = {
      ...after,
      tellings: after.tellings.map((one) => ({ ...one, dated: "told" as const, date: "2031-03-04" })),
    };
    const later = { ...nothing.later, actions: all([told]) };
    const choice = chooseBrief(
      { ...nothing, actions: all([raid]), later },
      { since: "2031-03-04", until: "2031-03-05" },
      scaleOf(),
    );
    const { changes, actions } = briefView(choice, words, asked);
    expect(changes.lines.map(({ id }) => id)).toEqual(["raid", "after"]);
    expect(changes.lines[1]?.facts).toContain("told later, first on 5 March 2031");
    expect(actions.lines).toEqual([]);
  });

  test("a dispute is new on the day on which a second side speaks, and has the voices of each", () => {
    const day = (article: string) => articles.get(article)?.day ?? null;
    const end = (article: string) => ({
      ...{ article, line: "st_1", spans: [[0, 3]] as const, day: day(article), date: null },
    });
    const dispute: Dispute = {
      id: "di_1" as DisputeId,
      kind: "statement",
      about: "the quay was mined",
      sides: [
        { position: "asserts", ends: [end("a"), end("c")], origins: ["or_1"] },
        { position: "denies", ends: [end("b")], origins: ["or_2"] },
      ],
      reason: "",
    };
    const { changes, disputes } = view({ disputes: all([dispute]) });
    expect(changes.lines.map(({ mark, facts }) => [mark, facts[0]])).toEqual([["disputed", "new"]]);
    expect(disputes.lines[0]?.sides.map(({ position, voices }) => [position, voices.map(({ who }) => who)])).toEqual([
      ["asserts", ["Ada Lenz"]],
      ["denies", ["Ada Lenz"]],
    ]);
    const later = chooseBrief(
      { ...nothing, disputes: all([dispute]) },
      { since: "2031-03-05", until: null },
      scaleOf(),
    );
    expect(later.changes.chosen).toEqual([]);
  });
});

test("nothing told is an empty page, not an error", () => {
  const page = view({});
  for (const section of [page.changes, page.postures, page.actions, page.statements, page.disputes, page.due]) {
    expect(section).toEqual({ lines: [], more: 0 });
  }
});

test("a timeline has the days of the period, each event on the day on which it happened", () => {
  const told = {
    ...nothing,
    actions: {
      items: [event("early", "ASSAULT", [{ article: "a" }]), event("late", "ASSAULT", [{ article: "c" }])],
      total: 9,
    },
    actionsOfDays: new Map([
      ["2031-03-03", 2],
      ["2031-03-05", 4],
    ]),
    statements: all([said("b")]),
  };
  const { days, more } = timelineView(chooseTimeline(told, asked.period, scaleOf()), words, asked);
  expect(days.map((one) => [one.day, one.lines.map(({ id }) => id), one.more])).toEqual([
    ["2031-03-04", ["b/st_1"], 0],
    ["2031-03-05", ["late"], 3],
  ]);
  expect(more).toBe(5);
});
