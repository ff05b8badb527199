/** Sitrep as a library: reading articles, and the record of many of them. `docs/library.md` has examples. */
import "./run/no-telemetry.js";

// biome-ignore lint/performance/noBarrelFile: this is what others import
export {
  type AddedInput,
  type CrisisRecord,
  type Listed,
  type ListQuestion,
  openRecord,
  type Question,
} from "./library/open-record.js";
export {
  type ArticleFacts,
  openReader,
  type ReadAllOptions,
  type Reader,
  type ReaderOptions,
  type ReadOptions,
  read,
} from "./library/reader.js";
export { SitrepError, type SitrepErrorCode } from "./library/sitrep-error.js";
export type { Action } from "./record/action.js";
export type { Entity } from "./record/entity.js";
export type { Place } from "./record/place.js";
export type { Posture } from "./record/posture.js";
export type { ArticleRecord } from "./record/record.js";
export type { Stance } from "./record/stance.js";
export type { Statement } from "./record/statement.js";
export type { Time } from "./record/time.js";
export type { Outcome } from "./run/read-records.js";
export { version } from "./run/version.js";
export type { FoundArticle } from "./store/queries/search.js";
export type { BriefView } from "./view/brief-view.js";
export type { DisputeView } from "./view/dispute-view.js";
export type { DueView } from "./view/due-view.js";
export type { NamedEntityView } from "./view/entity-view.js";
export type { EventView } from "./view/event-view.js";
export type { HistoryView } from "./view/history-view.js";
export type { ArticleView, LineView } from "./view/line-view.js";
export type { StoredView } from "./view/stored-view.js";
export type { StorySummaryView } from "./view/story-view.js";
export type { TimelineView } from "./view/timeline-view.js";
