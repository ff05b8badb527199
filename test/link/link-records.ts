import type { EntityLexicons } from "../../src/extract/naming/entity-lexicons.js";
import { type CopyGroup, comparableText, copiesAmong } from "../../src/link/copies/find-copies.js";
import { denialsIn } from "../../src/link/disputes/denials-in.js";
import {
  type Dispute,
  type DisputeLexicons,
  figuresIn,
  overFigures,
  overState,
} from "../../src/link/disputes/find-disputes.js";
import { overPropositions } from "../../src/link/disputes/over-propositions.js";
import { saidIn } from "../../src/link/disputes/statements-said.js";
import { type KnownEntity, knownEntity, settleEntities } from "../../src/link/entities/match-entities.js";
import { toldEntities } from "../../src/link/entities/told-entity.js";
import { type Event, eventOf, eventTellings, settleEvents } from "../../src/link/events/group-events.js";
import { groupedBy } from "../../src/link/grouped-by.js";
import { inOrder, type LinkInput } from "../../src/link/link-input.js";
import type { LinkLexicons } from "../../src/link/link-lexicons.js";
import { independentOrigins } from "../../src/link/origins/independent-origins.js";
import { type Origins, traceOrigins } from "../../src/link/origins/trace-origins.js";
import { type PostureHistory, postureHistories } from "../../src/link/postures/posture-histories.js";
import { type Settled, textsOf, whoIsOf } from "../../src/link/settled.js";
import { groupStories, type Story } from "../../src/link/stories/group-stories.js";

/** All that holds between articles. Every list has one row a thing, told apart by `id` where it has one. */
export interface Links extends Origins {
  readonly copies: readonly CopyGroup[];
  readonly stories: readonly Story[];
  readonly entities: readonly KnownEntity[];
  readonly events: readonly Event[];
  readonly disputes: readonly Dispute[];
  readonly postures: readonly PostureHistory[];
}

/**
 * The links between all articles at once, of the parts of which `linkDay` makes those of one day after the other: the same articles give the same links, in whatever order they come.
 *
 * @throws {LinkError} where two articles have one id.
 */
export function linkRecords(articles: readonly LinkInput[], lexicons: LinkLexicons): Links {
  const { agencies, weights, names, countries } = lexicons;
  const sorted = inOrder(articles);
  const texts = sorted.map((input, at) => comparableText(input, agencies, at));
  const copies = copiesAmong(texts, agencies);
  const stories = groupStories(sorted, weights);
  const storyOf = new Map(stories.flatMap(({ id, articles: own }) => own.map(({ article }) => [article, id] as const)));
  const entities = matchEntities(sorted, storyOf, names);
  const settled: Settled = {
    articles: sorted,
    storyOf,
    textOf: textsOf(texts, copies),
    whoIs: whoIsOf(
      entities.flatMap(({ id, members }) => members.map(({ article, entity }) => ({ who: id, article, entity }))),
    ),
  };
  const origins = traceOrigins(settled, agencies, names);
  const events = settleEvents(eventTellings(settled, origins, countries)).map(({ id, told }) =>
    eventOf(id, independentOrigins(told)),
  );
  return {
    copies,
    stories,
    entities,
    ...origins,
    events,
    disputes: findDisputes(settled, events, origins, lexicons),
    postures: postureHistories(events),
  };
}

/**
 * The named people and bodies of all articles, each once, in the order in which they are first told of. Who has no name is in none.
 *
 * @param storyOf the story of each article: what is vague is settled within one
 */
export function matchEntities(
  articles: readonly LinkInput[],
  storyOf: ReadonlyMap<string, string>,
  lexicons: EntityLexicons,
): readonly KnownEntity[] {
  const told = toldEntities(inOrder(articles), storyOf, lexicons);
  return settleEntities(told, lexicons).map(({ id, members }) => knownEntity(id, members));
}

/** All disputes: over states, over what was said, over figures. */
function findDisputes(
  settled: Settled,
  events: readonly Event[],
  origins: Origins,
  lexicons: DisputeLexicons,
): readonly Dispute[] {
  const { weights } = lexicons;
  const said = groupedBy(saidIn(settled, origins), ({ story }) => story);
  const denials = groupedBy(denialsIn(settled, origins, lexicons.denials), ({ story }) => story);
  const figures = groupedBy(figuresIn(settled, origins), ({ story }) => story);
  const stories = [...new Set(settled.articles.map(({ id }) => settled.storyOf.get(id) ?? id))];
  return [
    ...events.flatMap((event) => overState(event)),
    ...stories.flatMap((story) => [
      ...overPropositions(said.get(story) ?? [], denials.get(story) ?? [], lexicons),
      ...overFigures(figures.get(story) ?? [], weights),
    ]),
  ];
}
