import type { Article } from "../doc/article.js";
import type { FullyAnnotated } from "../doc/document.js";
import type { ArticleRecord } from "../record/record.js";
import { extractRecord, type Lexicons } from "./extract-record.js";
import { settleNames } from "./name-types/settle-names.js";
import { traceEntities } from "./naming/trace-entities.js";
import { tracePlaces } from "./places/trace-places.js";
import type { Provenance, Trace } from "./provenance.js";
import { draftStatements } from "./statements/extract-statements.js";
import { traceStatements } from "./statements/trace-statements.js";
import { traceTimes } from "./times/trace-times.js";

/** A record, and for each of its ids what made that line. */
export interface TracedRecord {
  readonly record: ArticleRecord;
  readonly provenance: ReadonlyMap<string, Provenance>;
}

/** The record of an article as `extractRecord` gives it, with what made each line: the rules are run again and say what they go by. */
export function traceRecord(
  article: Article,
  document: FullyAnnotated,
  lexicons: Lexicons,
  producer: ArticleRecord["producer"],
): TracedRecord {
  const provenance = new Map<string, Provenance>();
  const trace: Trace = (id, made) => provenance.set(id, made);
  const record = extractRecord(article, document, lexicons, producer, trace);
  const settled = settleNames(document, lexicons);
  traceEntities(settled, record.entities, trace);
  tracePlaces(settled, record.places, lexicons.places, trace);
  traceTimes(document, article, lexicons.times, trace);
  traceStatements(document, draftStatements(document, lexicons.statements), lexicons.statements, trace);
  return { record, provenance };
}
