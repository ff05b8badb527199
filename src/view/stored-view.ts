import type { StoredArticle } from "../store/queries/stored-article.js";
import type { CorrectionView } from "./correction-view.js";
import type { DisputeView } from "./dispute-view.js";
import type { EntityView } from "./entity-view.js";
import type { EventView } from "./event-view.js";
import type { HistoryView } from "./history-view.js";
import type { LineView } from "./line-view.js";
import type { OriginView } from "./origin-view.js";
import type { SameOriginView } from "./origins-view.js";
import type { StoredLineView } from "./stored-line-view.js";
import type { StoryArticleView, StoryView } from "./story-view.js";

/** What an id of the database names, with all that stands behind it, and what people corrected of it. */
export type StoredView = NamedThing & { readonly corrections: readonly CorrectionView[] };

/** What an id of the database names. */
export type NamedThing =
  | { readonly kind: "line"; readonly line: StoredLineView }
  | { readonly kind: "article"; readonly article: StoredArticleView }
  | { readonly kind: "story"; readonly story: StoryView }
  | { readonly kind: "event"; readonly event: EventView; readonly disputes: readonly DisputeView[] }
  | { readonly kind: "dispute"; readonly dispute: DisputeView }
  | { readonly kind: "history"; readonly history: HistoryView }
  | { readonly kind: "origin"; readonly origin: OriginView; readonly who: string | null; readonly same: SameOriginView }
  | { readonly kind: "entity"; readonly entity: EntityView }
  | { readonly kind: "correction"; readonly correction: CorrectionView };

/** How an article came in, whose text it is, and what its record says. */
export interface StoredArticleView extends StoredArticle {
  /** Why it is of its story, and of which article it is a copy; `null` where it is not linked. */
  readonly within: Pick<StoryArticleView, "likeness" | "reason" | "copy"> | null;
  readonly lines: readonly LineView[];
  readonly moreLines: number;
}
