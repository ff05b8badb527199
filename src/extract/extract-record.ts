import type { Article } from "../doc/article.js";
import type { FullyAnnotated } from "../doc/document.js";
import { recordFormat } from "../record/format.js";
import type { ArticleRecord } from "../record/record.js";
import type { EntityLexicons } from "./entities/entity-lexicons.js";
import { resolveEntities } from "./entities/resolve-entities.js";
import { extractPlaces } from "./places/extract-places.js";
import type { PlaceLexicon } from "./places/place-lexicon.js";
import { placeOfSaying } from "./places/place-of-saying.js";
import { draftStatements, extractStatements } from "./statements/extract-statements.js";
import type { StatementLexicon } from "./statements/statement-lexicon.js";
import { wordsOf } from "./words.js";

/** What is written down for extraction, from the tables in `data/`. */
export interface Lexicons {
  readonly statements: StatementLexicon;
  readonly entities: EntityLexicons;
  readonly places: PlaceLexicon;
}

/** The record of an article, from its annotated document. Pure: the same document gives the same record. */
export function extractRecord(
  { messages, ...article }: Article,
  document: FullyAnnotated,
  lexicons: Lexicons,
  producer: ArticleRecord["producer"],
): ArticleRecord {
  const drafts = draftStatements(document, lexicons.statements);
  const table = resolveEntities(document, drafts, lexicons.entities, { outlet: article.outlet });
  const places = extractPlaces(document, { outlet: article.outlet }, lexicons.places);
  const words = wordsOf(document);
  const statements = extractStatements(document, drafts, table, lexicons.statements);
  return {
    format: recordFormat,
    producer,
    article,
    entities: table.entities,
    places: places.places,
    times: [],
    statements: statements.map((one) => ({ ...one, place: placeOfSaying(one, words, places) })),
    actions: [],
    postures: [],
    stances: [],
    messages: [...messages, ...document.messages],
  };
}
