import type { EntityLexicons } from "../extract/naming/entity-lexicons.js";
import type { Agencies } from "./copies/agencies.js";
import { type CopyGroup, comparableText, copiesAmong } from "./copies/find-copies.js";
import { type Dispute, type DisputeLexicons, findDisputes } from "./disputes/find-disputes.js";
import { type KnownEntity, matchEntities, type Office, officesOf } from "./entities/match-entities.js";
import { type Event, groupEvents } from "./events/group-events.js";
import { inOrder, type LinkInput } from "./link-input.js";
import { type Origins, traceOrigins } from "./origins/trace-origins.js";
import type { CountryNames } from "./postures/institution-key.js";
import { type PostureHistory, postureHistories } from "./postures/posture-histories.js";
import { type Settled, textsOf, whoIsOf } from "./settled.js";
import { groupStories, type Story } from "./stories/group-stories.js";

/** What linking knows besides the articles. */
export interface LinkLexicons extends DisputeLexicons {
  readonly agencies: Agencies;
  readonly names: EntityLexicons;
  readonly countries: CountryNames;
}

/** All that holds between articles. Every list has one row a thing, told apart by `id` where it has one. */
export interface Links extends Origins {
  readonly copies: readonly CopyGroup[];
  readonly stories: readonly Story[];
  readonly entities: readonly KnownEntity[];
  readonly offices: readonly Office[];
  readonly events: readonly Event[];
  readonly disputes: readonly Dispute[];
  readonly postures: readonly PostureHistory[];
}

/**
 * The links between the articles. Pure: the same articles give the same links, in whatever order they come and however often it is done.
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
  const events = groupEvents(settled, origins, countries);
  return {
    copies,
    stories,
    entities,
    offices: officesOf(entities),
    ...origins,
    events,
    disputes: findDisputes(settled, events, origins, lexicons),
    postures: postureHistories(events),
  };
}
