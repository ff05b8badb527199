import type { Fingerprints } from "./copies/candidates.js";
import { type CopyGroup, comparableText, copiesAmong } from "./copies/find-copies.js";
import { correctDisputes, correctEvents } from "./corrections/correct-events.js";
import {
  disputeCorrections,
  entityCorrections,
  eventCorrections,
  type ReasonedCorrection,
  storyCorrections,
} from "./corrections/correct-links.js";
import type { LinkCorrection } from "./corrections/correction.js";
import { type Denial, denialsIn } from "./disputes/denials-in.js";
import {
  type Dispute,
  type DisputeLexicons,
  figuresIn,
  overFigures,
  overState,
  type ToldFigure,
} from "./disputes/find-disputes.js";
import { overPropositions } from "./disputes/over-propositions.js";
import { type Said, saidIn } from "./disputes/statements-said.js";
import { correctEntities, type SettledEntity, settleEntities } from "./entities/match-entities.js";
import type { EarlierMember } from "./entities/same-person.js";
import { type ToldEntity, toldEntities } from "./entities/told-entity.js";
import { eventOf, eventTellings, type SettledEvent, settleEvents } from "./events/group-events.js";
import { groupedBy } from "./grouped-by.js";
import type { DisputeId, PersonOrBodyId } from "./link-id.js";
import { inOrder, type LinkInput } from "./link-input.js";
import type { LinkLexicons } from "./link-lexicons.js";
import type { Claimed, EarlierEnd, Memory, RememberedText } from "./memory.js";
import { independentOrigins } from "./origins/independent-origins.js";
import { type Origin, type OriginTrace, traceOrigins } from "./origins/trace-origins.js";
import { type Settled, textsOf, whoIsOf } from "./settled.js";
import { comparableArticle, type Story, storiesAmong } from "./stories/group-stories.js";
import { TermDictionary } from "./stories/term-dictionary.js";

/** All that is settled of the articles of one day: what later days find changes nothing of it. */
export interface DayLinks {
  /** In order of time. */
  readonly articles: readonly LinkedArticle[];
  /** Stories that articles of the day are of, with those articles alone. */
  readonly stories: readonly Story[];
  /** Groups of copies that articles of the day are in, with those copies alone. */
  readonly copies: readonly CopyGroup[];
  readonly members: readonly LinkedMember[];
  readonly traces: readonly (OriginTrace & { readonly by: Origin })[];
  readonly said: readonly Said[];
  /** Events that the day's articles tell of, with the tellings of earlier days. */
  readonly events: readonly SettledEvent[];
  /** Ends that the day added to disputes, new ones and old. */
  readonly disputes: readonly DisputedEnds[];
}

/** An article by what later ones are held against. */
export interface LinkedArticle {
  readonly article: string;
  readonly time: number | null;
  /** What it is about, the heaviest term first. */
  readonly terms: readonly (readonly [term: string, weight: number])[];
  readonly fingerprints: Fingerprints;
  readonly textOf: string;
  readonly figures: readonly ToldFigure[];
  readonly denials: readonly Denial[];
}

/** An entity of one of the day's articles, and who it is. */
export interface LinkedMember extends EarlierMember {
  readonly reason: string;
  /** Whether it tells something new of whom it is: a name, a country or a role. Those that do are remembered for ever. */
  readonly lasting: boolean;
}

/** A dispute with the ends that one day added to it. */
export interface DisputedEnds extends Dispute {
  /** The event or story that it is about. */
  readonly subject: string;
}

/**
 * Links the articles of one day with each other and with what the memory has settled. Articles are taken by
 * time and id, and ids are hashes of what things are known by: neither the order of arrival nor a second run changes anything. Where the memory has articles of the day itself, what comes out is how these and the new ones may be linked until the
 * whole day is.
 *
 * @param corrections what people say of stories, entities, events and disputes, of whatever days
 * @throws {LinkError} where two articles have one id.
 */
export async function linkDay(
  articles: readonly LinkInput[],
  memory: Memory,
  lexicons: LinkLexicons,
  corrections: readonly LinkCorrection[] = [],
): Promise<DayLinks> {
  const { agencies, weights, names } = lexicons;
  const sorted = inOrder(articles);
  const texts = sorted.map((input, at) => comparableText(input, agencies, at));
  const prints = texts.map((text) => text.prints);
  const alike = await memory.alike(prints);
  const copies = copiesAmong(texts, agencies, alike);
  const dictionary = new TermDictionary();
  const compared = sorted.map((input) => comparableArticle(input, weights, dictionary));
  const toStories = storyCorrections(corrections);
  const earlier = await memory.near({ articles: compared, dictionary, stories: storiesNamed(toStories) });
  const stories = storiesAmong(compared, dictionary, earlier, toStories);
  const storyOf = new Map(stories.flatMap(({ id, articles: own }) => own.map(({ article }) => [article, id] as const)));
  const storyIds = stories.map(({ id }) => id);
  const told = toldEntities(sorted, storyOf, names);
  const keys = [...new Set(told.map(({ key }) => key))];
  const people = await memory.members({ keys, stories: storyIds });
  const entities = correctEntities(settleEntities(told, names, people), entityCorrections(corrections, sorted));
  const members = linkedMembers(entities, people);
  const textOf = new Map([...textsOf(texts, copies), ...takenOver(copies, alike)]);
  const settled: Settled = {
    articles: sorted,
    storyOf,
    textOf,
    whoIs: whoIsOf(members.map(({ who, told: one }) => ({ who, ...one }))),
  };
  const origins = traceOrigins(settled, agencies, names);
  const tellings = eventTellings(settled, origins, lexicons.countries);
  const before = await memory.tellings([...new Set(tellings.map(({ key }) => key))]);
  const ofDay = new Set(sorted.map(({ id }) => id));
  const events = correctEvents(settleEvents(tellings, before), eventCorrections(corrections, sorted)).map((event) => ({
    ...event,
    told: independentOrigins(event.told, (article) => !ofDay.has(article)),
  }));
  const said = saidIn(settled, origins);
  const figures = figuresIn(settled, origins);
  const of = groupedBy(figures, ({ article }) => article);
  const denials = denialsIn(settled, origins, lexicons.denials);
  const deniedIn = groupedBy(denials, ({ article }) => article);
  const disputes: readonly DisputedEnds[] = [
    ...events.flatMap(({ id, told: all }) => overState(eventOf(id, all)).map((one) => ({ ...one, subject: id }))),
    ...(await disputesWithin(storyIds, { said, denials, figures }, memory, lexicons)),
  ];
  const known = await memory.disputed([...new Set(disputes.map(({ subject }) => subject))]);
  const today = new Set(sorted.map(({ id }) => id));
  const byId = new Map(origins.origins.map((origin) => [origin.id, origin]));
  return {
    articles: compared.map(({ id, time, terms }, at) => ({
      article: id,
      time,
      terms: dictionary.unpacked(terms),
      fingerprints: prints[at] ?? { prints: new Uint32Array(), sentences: 0 },
      textOf: textOf.get(id) ?? id,
      figures: of.get(id) ?? [],
      denials: deniedIn.get(id) ?? [],
    })),
    stories,
    copies,
    members,
    traces: origins.traces.flatMap((trace) => {
      const by = byId.get(trace.origin);
      return by === undefined ? [] : [{ ...trace, by }];
    }),
    said,
    events,
    disputes: addedEnds(
      correctDisputes(knownDisputes(disputes, known), disputeCorrections(corrections, sorted)),
      known,
      today,
    ),
  };
}

function linkedMembers(entities: readonly SettledEntity[], earlier: readonly EarlierMember[]): readonly LinkedMember[] {
  const known = new Set(earlier.flatMap(({ who, told }) => factsOf(who, told)));
  return entities.flatMap(({ id: who, vague, members }) =>
    members.map(({ told, reason }) => {
      const facts = factsOf(who, told);
      const named = told.kind !== "person" || told.person.words.length > 1;
      const lasting = named && !vague && facts.some((fact) => !known.has(fact));
      for (const fact of facts) if (lasting) known.add(fact);
      return { who, told, reason, lasting };
    }),
  );
}

/** What one article tells of somebody, each as one text. */
function factsOf(who: PersonOrBodyId, { key, name, country, roles }: ToldEntity): readonly string[] {
  const facts = [["name", name], ["country", country], ...roles.map((role) => ["role", role.key])];
  return facts.filter(([, value]) => value !== null).map((fact) => JSON.stringify([who, key, ...fact]));
}

/** The stories that corrections speak of. */
function storiesNamed(corrections: readonly ReasonedCorrection<string>[]): readonly string[] {
  const named = corrections.flatMap((one) => [...("to" in one ? [one.to] : []), ...("ids" in one ? [...one.ids] : [])]);
  return [...new Set(named)];
}

/** Whose text a copy of an earlier article is: whose that was held to be, so that both are one voice. */
function takenOver(
  copies: readonly CopyGroup[],
  earlier: readonly RememberedText[],
): readonly (readonly [article: string, text: string])[] {
  const texts = new Map(earlier.map(({ input, textOf }) => [input.id, textOf]));
  const groups = new Map(earlier.flatMap(({ group, textOf }) => (group === null ? [] : [[group.id, textOf] as const])));
  return copies.flatMap(({ id, first, copies: own }) => {
    const text = groups.get(id) ?? texts.get(first);
    return text === undefined ? [] : own.map(({ article }) => [article, text] as const);
  });
}

/** Disputes among what articles of these stories say, those of earlier days too. */
async function disputesWithin(
  stories: readonly string[],
  today: Claimed & { readonly said: readonly Said[] },
  memory: Memory,
  lexicons: DisputeLexicons,
): Promise<readonly DisputedEnds[]> {
  const earlier = await memory.claimed(stories);
  // Without a denial nothing that was said is disputed, and most stories have none.
  const denials = groupedBy([...earlier.denials, ...today.denials], ({ story }) => story);
  const before = await memory.said(stories.filter((story) => denials.has(story)));
  const said = groupedBy([...before, ...today.said], ({ story }) => story);
  const figures = groupedBy([...earlier.figures, ...today.figures], ({ story }) => story);
  return stories.flatMap((subject) =>
    [
      ...overPropositions(said.get(subject) ?? [], denials.get(subject) ?? [], lexicons),
      ...overFigures(figures.get(subject) ?? [], lexicons.weights),
    ].map((one) => ({ ...one, subject })),
  );
}

/** The disputes by the ids that they are known by: one that has an end in common with a known one is that. */
function knownDisputes(disputes: readonly DisputedEnds[], known: readonly EarlierEnd[]): readonly DisputedEnds[] {
  return disputes.map((dispute) => ({ ...dispute, id: knownDispute(dispute, known) ?? dispute.id }));
}

/** The disputes with the ends alone that nobody knew. */
function addedEnds(
  disputes: readonly DisputedEnds[],
  known: readonly EarlierEnd[],
  today: ReadonlySet<string>,
): readonly DisputedEnds[] {
  const seen = new Set(
    known.map(({ dispute, position, article, line }) => JSON.stringify([dispute, position, article, line])),
  );
  return disputes.flatMap((dispute) => {
    if (!dispute.sides.some(({ ends }) => ends.some(({ article }) => today.has(article)))) return [];
    const { id } = dispute;
    const sides = dispute.sides.map((side) => ({
      ...side,
      ends: side.ends.filter(({ article, line }) => {
        const key = JSON.stringify([id, side.position, article, line]);
        return !seen.has(key) && seen.add(key);
      }),
    }));
    const added = sides.filter(({ ends }) => ends.length > 0);
    return added.length === 0 ? [] : [{ ...dispute, sides: added }];
  });
}

/** The dispute of earlier days that this one goes on with: of one story over one measure, or over a statement that is an end of it. */
function knownDispute(
  { id, kind, about, subject, sides }: DisputedEnds,
  known: readonly EarlierEnd[],
): DisputeId | null {
  if (kind === "event") return id;
  const lines = new Set(
    sides.flatMap(({ ends }) => ends.flatMap(({ article, line }) => (line === null ? [] : `${article} ${line}`))),
  );
  const found = known.find(
    (end) =>
      end.kind === kind &&
      end.subject === subject &&
      (kind === "figure" ? end.about === about : lines.has(`${end.article} ${end.line}`)),
  );
  return found?.dispute ?? null;
}
