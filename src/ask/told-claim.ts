import { correctableLines } from "../link/corrections/find-anchored.js";
import { claimSentence } from "../link/disputes/claim-sentence.js";
import type { DisputeEnd, Side } from "../link/disputes/find-disputes.js";
import type { Event } from "../link/events/group-events.js";
import { groupedBy } from "../link/grouped-by.js";
import { lineId } from "../store/line-id.js";
import { findDisputes } from "../store/queries/disputes.js";
import { eventById } from "../store/queries/events.js";
import type { FoundLine } from "../store/queries/find-lines.js";
import { lineById } from "../store/queries/line-by-id.js";
import { linkSources } from "../store/queries/link-sources.js";
import { originOfLine } from "../store/queries/origins.js";
import { statementsOfStory } from "../store/queries/story-statements.js";
import type { Store } from "../store/store.js";
import { saysTheSame } from "../view/brief-ranking.js";
import type { ClaimView } from "../view/claim-view.js";
import { disputeNeeds, disputeView } from "../view/dispute-view.js";
import { lineView } from "../view/line-view.js";

/** So many ends of a side, and so many disputes. */
const most = 50;

/** What a line claims, and who holds and denies it; `null` where no such line is in the record. A line about another's statement is about that one's claim. */
export async function toldClaim(store: Store, id: string): Promise<ClaimView | null> {
  const asked = await lineById(store, id);
  const found = asked === null ? null : await claimBehind(store, asked);
  if (found === null) return null;
  const line = lineView(found);
  const [event, saying] = [await eventOfLine(store, found, line.id), await sidesOfSaying(store, found)];
  const sides = event === null ? saying : sidesOfEvent(event);
  const disputes = await disputesOf(store, event, sides);
  const claim = {
    ...({ id: line.id, kind: "statement", about: claimSentence(line.words) } as const),
    sides: withDenials(sides, disputes),
    reason:
      event === null ? "what is said in much the same words in one story" : "what articles tell of one act or state",
  };
  const { id: _, marks: __, ...view } = disputeView(claim, await linkSources(store, disputeNeeds(claim, most)), most);
  return {
    ...view,
    line,
    event: event?.id ?? null,
    disputes: disputes.map(({ id: own, about }) => ({ id: own, claim: claimSentence(about) })),
  };
}

async function claimBehind(store: Store, found: FoundLine): Promise<FoundLine | null> {
  if (found.kind !== "stance") return found;
  const { record } = found.stored;
  const target = record.stances.find(({ id }) => id === found.id)?.target.statement ?? null;
  return target === null ? null : lineById(store, lineId(record.article.id, target));
}

async function eventOfLine(store: Store, { kind }: FoundLine, id: string): Promise<Event | null> {
  const event = kind === "statement" ? null : ((await originOfLine(store, id))?.event ?? null);
  return event === null ? null : eventById(store, event);
}

function sidesOfEvent({ tellings }: Event): readonly Side[] {
  const positions = groupedBy(tellings, ({ status }) =>
    status === "denied" || status === "not_done" ? "denies" : "asserts",
  );
  return [...positions].map(([position, told]) => ({
    position,
    ends: told.map(({ article, line, evidence, day, date }) => ({ article, line, spans: evidence, day, date })),
    origins: [...new Set(told.map(({ origin }) => origin))],
  }));
}

/** Who says it and who says that it is not so, in words that are much the same. */
async function sidesOfSaying(store: Store, { stored, id }: FoundLine): Promise<readonly Side[]> {
  const own = lineId(stored.record.article.id, id);
  const all = await statementsOfStory(store, stored.key);
  const content = all.find(({ article, line }) => lineId(article, line) === own)?.content;
  const same =
    content === undefined
      ? []
      : all.filter((one) => lineId(one.article, one.line) === own || saysTheSame(one.content, content));
  if (same.length === 0) return [ownSide(stored, id)];
  return [...groupedBy(same, ({ denies }) => (denies ? "denies" : "asserts"))].map(([position, told]) => ({
    position,
    ends: told.map(({ article, line, spans, day }) => ({ article, line, spans, day, date: day })),
    origins: [...new Set(told.map(({ origin }) => origin))],
  }));
}

/** Of a line that is not linked, as that of an older version. */
function ownSide({ record, day }: FoundLine["stored"], id: string): Side {
  const spans = correctableLines(record).find(({ line }) => line.id === id)?.line.evidence ?? [];
  return { position: "asserts", ends: [{ article: record.article.id, line: id, spans, day, date: day }], origins: [] };
}

async function disputesOf(store: Store, event: Event | null, sides: readonly Side[]) {
  const over = event === null ? [] : await findDisputes(store, { event: event.id, limit: most });
  const lines = sides.flatMap(({ ends }) => ends.slice(0, most).map(idOfEnd));
  const known = new Set(over.map(({ id }) => id));
  const more = lines.length === 0 ? [] : await findDisputes(store, { lines, limit: most });
  return [...over, ...more.filter(({ id }) => !known.has(id))];
}

/** The sides, with those who deny the claim in other words. */
function withDenials(sides: readonly Side[], disputes: Awaited<ReturnType<typeof disputesOf>>): readonly Side[] {
  const known = new Set(sides.flatMap(({ ends }) => ends.map(idOfEnd)));
  const denials = disputes.flatMap((dispute) => dispute.sides.filter(({ position }) => position === "denies"));
  const ends = denials.flatMap((side) => side.ends).filter((end) => !known.has(idOfEnd(end)));
  if (ends.length === 0) return sides;
  const own = sides.find(({ position }) => position === "denies");
  const denies: Side = {
    position: "denies",
    ends: [...(own?.ends ?? []), ...ends],
    origins: [...new Set([...(own?.origins ?? []), ...denials.flatMap(({ origins }) => origins)])],
  };
  return [...sides.filter((side) => side !== own), denies];
}

function idOfEnd({ article, line }: DisputeEnd): string {
  return line === null ? article : lineId(article, line);
}
