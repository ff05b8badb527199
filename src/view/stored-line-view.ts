import { lineId } from "../store/line-id.js";
import type { FoundOrigin } from "../store/queries/origins.js";
import type { StoredArticle } from "../store/queries/stored-article.js";
import type { StoredRecord } from "../store/stored-records.js";
import { pagesOf } from "../text/page-starts.js";
import { secondOf } from "../text/timecodes.js";
import type { DisputeView } from "./dispute-view.js";
import type { EventView } from "./event-view.js";
import { type Explained, type ExplainedField, explainedLine } from "./explained-line.js";
import { type Passage, usersOf } from "./explanation-view.js";
import { type PlainField, plainField } from "./field-words.js";
import type { LineView } from "./line-view.js";
import type { OriginView } from "./origin-view.js";
import { passagesOfText } from "./passages-of-text.js";

/** Why a line of the database is there, and what else there is on its matter. All ids are those of the whole database. */
export interface StoredLineView {
  readonly id: string;
  readonly kind: Explained["kind"];
  readonly article: StoredArticle;
  /** The pages of its document that its evidence stands on; none where that has no pages. */
  readonly pages: readonly number[];
  /** The second of its recording at which its evidence begins; `null` of what is no transcript. */
  readonly second: number | null;
  /** Its paragraphs. */
  readonly passages: readonly Passage[];
  readonly fields: readonly (ExplainedField & PlainField)[];
  /** Ids of the lines of the same article that lead to this one. */
  readonly usedBy: readonly string[];
  /** How its claim got into the article; `null` for what is none, and for a line of an older version. */
  readonly told: ToldView | null;
  /** The event that it tells of, with its other tellings. */
  readonly event: EventView | null;
  /** The events that the article has from this statement. */
  readonly tells: readonly EventView[];
  /** Of an entity: who that is across articles; `null` for all else, and where nobody knows. */
  readonly who: string | null;
  /** The history that it is a state of. */
  readonly history: string | null;
  readonly disputes: readonly DisputeView[];
  /** Who backs or contradicts it in the same article. */
  readonly stances: readonly LineView[];
}

/** The way of a claim into an article. */
export interface ToldView {
  readonly origin: OriginView;
  /** Who told whom, the article's own text first. */
  readonly steps: readonly string[];
  readonly reason: string;
}

/** What links say of a line. */
export type LinkedLine = Pick<StoredLineView, "told" | "event" | "tells" | "who" | "history" | "disputes" | "stances">;

/** The line of that id within its record, `null` where the record has none. */
export function storedLineView(
  { record }: Pick<StoredRecord, "record">,
  line: string,
  article: StoredArticle,
  links: LinkedLine,
): StoredLineView | null {
  const idFor = (id: string): string => lineId(article.id, id);
  const found = explainedLine(record, line, idFor);
  if (found === null) return null;
  const { kind, fields } = found;
  const pages = pagesOf(record.article.pages ?? [], found.evidence);
  const passages = passagesOfText(record.article.text, fields);
  return {
    id: idFor(line),
    kind,
    article,
    pages,
    second: secondOf(record.article.timecodes ?? [], found.evidence),
    passages,
    fields: fields.map((field) => ({ ...field, ...plainField(kind, field) })),
    usedBy: usersOf(record, line).map(idFor),
    ...links,
  };
}

export function toldView({ id, kind, name, through, steps, reason }: FoundOrigin): ToldView {
  return { origin: { id, kind, name, through }, steps, reason };
}
