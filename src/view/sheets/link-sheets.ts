import type { DisputeView } from "../dispute-view.js";
import type { EventView, TellingView } from "../event-view.js";
import type { HistoryView, StateView } from "../history-view.js";
import { shortDay, shortDays } from "../plain-dates.js";
import { plainAspect, plainEvent, plainPosition, plainStanding, plainState, plainStatus } from "../plain-words.js";
import type { StoryView } from "../story-view.js";
import { articlesSheet } from "./list-sheets.js";
import { citedAs, countedAs, joinedSheets, type Sheet, sheetOf } from "./sheet.js";

interface About {
  readonly title: string;
  readonly about?: readonly string[];
  readonly more?: boolean;
}

type Disputed = Omit<DisputeView, "id" | "marks"> & { readonly id?: string };

/** Disputes, an end a row: who holds and who denies what, in whose words. */
export function disputesSheet(about: About, disputes: readonly Disputed[]): Sheet {
  const ends = disputes.flatMap((dispute) =>
    dispute.sides.flatMap((side) => side.ends.map((end) => ({ dispute, side, end }))),
  );
  return sheetOf(
    about,
    {
      dispute: ({ dispute }) => dispute.headline.claim,
      over: ({ dispute }) => dispute.kind,
      since: ({ dispute }) => dispute.headline.since,
      position: ({ side }) => plainPosition(side.position, { one: true }),
      who: ({ end }) => end.voice?.name ?? end.article.outlet,
      words: ({ end }) => end.words,
      day: ({ end }) => end.date,
      voices: ({ side }) => side.voices.count,
      left_out: ({ side, end }) => (end === side.ends.at(-1) && side.moreEnds > 0 ? side.moreEnds : null),
      id: ({ dispute }) => dispute.id,
    },
    ends,
    ({ dispute, side, end }) => ({
      under: dispute.headline.claim,
      cite: citedAs(end.id, end.spans),
      entry: {
        lead: `${end.voice?.name ?? end.article.outlet ?? "An unnamed outlet"}: ${plainPosition(side.position, { one: true })}`,
        facts: end.date === null ? [] : [shortDay(end.date)],
      },
    }),
  );
}

/** What institutions are in, a state a row; `now` tells those that hold. */
export function posturesSheet(about: About, histories: readonly HistoryView[]): Sheet {
  const states = histories.flatMap((history) => history.states.map((state) => ({ history, state })));
  return sheetOf(
    about,
    {
      country: ({ history: { institution } }) => institution?.in ?? institution?.of,
      sender: ({ history: { institution } }) => (institution?.in == null ? null : institution.of),
      institution: ({ history }) => history.subject.name,
      aspect: ({ history }) => plainAspect(history.aspect),
      state: ({ history, state }) => plainState(history.aspect, state.value),
      standing: ({ state }) => plainStanding(state.standing),
      now: ({ state }) => (isNow(state) ? "yes" : "no"),
      from: ({ state }) => state.from,
      dated: ({ state }) => state.dated,
      until: ({ state }) => state.until,
      followed_by: ({ history, state }) =>
        state.supersededBy === null ? null : plainState(history.aspect, state.supersededBy),
      told_by: ({ state }) => state.voices.named.map(({ name }) => name).join("; "),
      origins: ({ state }) => state.voices.count,
      sourcing: ({ state }) => state.reliability.sourcing,
      credibility: ({ state }) => state.reliability.credibility,
      words: ({ state }) => state.tellings[0]?.words,
      id: ({ history }) => history.id,
    },
    states,
    ({ history, state }) => ({
      under: history.subject.name,
      cite: state.tellings[0]?.id ?? null,
      entry: {
        lead: `${plainAspect(history.aspect)}: ${plainState(history.aspect, state.value)}`,
        facts: [
          ...(state.standing === "in_force" ? [] : [plainStanding(state.standing)]),
          ...(state.from === null ? [] : [`since ${shortDay(state.from)}`]),
          ...(state.until === null ? [] : [`until ${shortDay(state.until)}`]),
          countedAs(state.voices.count, "origin"),
        ],
      },
    }),
  );
}

function isNow({ standing, until }: StateView): boolean {
  return until === null && (standing === "in_force" || standing === "disputed");
}

/** An act or a state, a telling a row. */
export function eventSheet(event: EventView): Sheet {
  const title = `${event.who.map(({ name }) => name).join(", ") || "Somebody unnamed"}: ${plainEvent(event.what)}`;
  const about = [
    shortDays(event.first, event.last),
    `${countedAs(event.articles, "report")}, ${countedAs(event.voices.count, "origin")}`,
  ];
  return sheetOf(
    { title, about, more: event.moreTellings > 0 },
    {
      what: () => plainEvent(event.what),
      who: () => event.who.map(({ name }) => name).join("; "),
      status: ({ status }) => plainStatus(status) ?? "happened",
      day: ({ date }) => date,
      dated: ({ dated }) => dated,
      told_by: ({ voice }) => voice?.name,
      words: ({ words }) => words,
      id: () => event.id,
    },
    event.tellings,
    (telling) => ({ under: "Tellings", cite: telling.id, entry: { lead: tellerOf(telling), facts: factsOf(telling) } }),
  );
}

function tellerOf({ voice, article }: TellingView): string {
  return voice?.name ?? article.outlet ?? "An unnamed outlet";
}

function factsOf({ status, date }: TellingView): readonly string[] {
  return [...[plainStatus(status)].flatMap((one) => one ?? []), ...(date === null ? [] : [shortDay(date)])];
}

/** A story: its disputes and states, then its articles. */
export function storySheet(story: StoryView): Sheet {
  const title = story.title ?? "Untitled story";
  const about = [
    shortDays(story.first, story.last),
    `${countedAs(story.articles.length + story.moreArticles, "article")}, ${countedAs(story.outlets, "outlet")}, ${countedAs(story.texts, "text")}`,
  ];
  const articles = articlesSheet({ title, about, more: story.moreArticles > 0 }, story.articles);
  return joinedSheets(title, [
    { ...articles, rows: articles.rows.map((row) => ({ ...row, under: "Articles" })) },
    disputesSheet({ title, more: story.moreDisputes }, story.disputes),
    posturesSheet({ title, more: story.morePostures }, story.postures),
  ]);
}
