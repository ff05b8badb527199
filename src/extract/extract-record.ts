import type { Article } from "../doc/article.js";
import type { FullyAnnotated } from "../doc/document.js";
import { recordFormat } from "../record/format.js";
import type { ArticleRecord } from "../record/record.js";
import type { AdviceLexicon } from "./advisories/advice-lexicon.js";
import { adviceOf } from "./advisories/advice-of.js";
import { withAdvice } from "./advisories/with-advice.js";
import type { ActionCodes } from "./claims/action-codes.js";
import type { ClaimContext } from "./claims/claim-context.js";
import type { Confidence } from "./claims/confidence.js";
import { extractActions } from "./claims/extract-actions.js";
import { extractPostures } from "./claims/extract-postures.js";
import { extractStances } from "./claims/extract-stances.js";
import type { Munitions } from "./claims/senders.js";
import type { StanceLexicon } from "./claims/stance-lexicon.js";
import type { StateSubjects } from "./claims/state-subjects.js";
import type { UnrealWords } from "./claims/unreal-words.js";
import { wordsOf } from "./grammar/words.js";
import { settleNames } from "./name-types/settle-names.js";
import type { EntityLexicons } from "./naming/entity-lexicons.js";
import { resolveEntities } from "./naming/resolve-entities.js";
import { extractPlaces } from "./places/extract-places.js";
import type { PlaceLexicon } from "./places/place-lexicon.js";
import { placeOfSaying } from "./places/place-of-saying.js";
import { type Trace, untraced } from "./provenance.js";
import type { CircumstanceWeights, Weights } from "./ranking.js";
import { draftStatements, extractStatements } from "./statements/extract-statements.js";
import type { StatementLexicon } from "./statements/statement-lexicon.js";
import { extractTimes } from "./times/extract-times.js";
import type { TimeLexicon } from "./times/time-lexicon.js";

/** What is written down for extraction, from the tables in `data/`. */
export interface Lexicons {
  readonly statements: StatementLexicon;
  readonly entities: EntityLexicons;
  readonly stances: StanceLexicon;
  readonly times: TimeLexicon;
  readonly actions: ActionCodes;
  readonly states: StateSubjects;
  readonly unreal: UnrealWords;
  readonly munitions: Munitions;
  readonly advisories: AdviceLexicon;
  readonly places: PlaceLexicon;
  readonly circumstances: CircumstanceWeights;
  readonly confidence: Confidence;
  /** What tells the name of a place from another's. */
  readonly nameTypes: Weights;
}

/** The record of an article, from its annotated document. Pure: the same document gives the same record. */
export function extractRecord(
  { messages, ...article }: Article,
  document: FullyAnnotated,
  lexicons: Lexicons,
  producer: ArticleRecord["producer"],
  trace: Trace = untraced,
): ArticleRecord {
  const context = claimContext(article, document, lexicons);
  const { table, times, statements, places } = context;
  const postures = extractPostures({ ...context, entities: lexicons.entities }, lexicons.states, trace);
  return {
    format: recordFormat,
    producer,
    article,
    entities: table.entities,
    places: places.places,
    times: times.map(({ time }) => time),
    statements,
    actions: extractActions(context, lexicons.actions, trace),
    postures: withAdvice(postures, adviceOf(document, { article, table, times }, lexicons.advisories), trace),
    stances: extractStances(context, lexicons, trace),
    messages: [...messages, ...document.messages],
  };
}

/** What an article tells that its claims may lead to: who is in it, its statements, times and places. */
export function claimContext(
  { outlet, published }: Pick<Article, "outlet" | "published">,
  annotated: FullyAnnotated,
  lexicons: Lexicons,
): ClaimContext {
  const document = settleNames(annotated, lexicons);
  const words = wordsOf(document);
  const drafts = draftStatements(document, lexicons.statements);
  const places = extractPlaces(document, lexicons.places);
  const groundAt = (token: number): string | null => places.at(token)?.country ?? null;
  const townAt = (token: number): string | null => (places.at(token)?.kind === "city" ? groundAt(token) : null);
  const table = resolveEntities(document, drafts, lexicons.entities, {
    outlet,
    townAt,
    groundAt,
    countryInName: (token) => places.countryInName(token),
  });
  const times = extractTimes(words, lexicons.times, published);
  const known = {
    table,
    times,
    weights: lexicons.circumstances,
    confidence: lexicons.confidence,
    unreal: lexicons.unreal,
    munitions: lexicons.munitions,
  };
  const statements = extractStatements(document, drafts, known, lexicons.statements).map((one) => ({
    ...one,
    place: placeOfSaying(one, words, places),
  }));
  return { document, words, statements, places, ...known };
}
