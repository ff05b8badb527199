import type { ActionId, PostureId, StatementId } from "../record/id.js";
import type { Mention } from "../record/mention.js";
import type { ArticleRecord } from "../record/record.js";
import type { Statement } from "../record/statement.js";
import type { Settled } from "./settled.js";

/** A line of one article's record. */
export interface Line {
  readonly article: string;
  readonly line: StatementId | ActionId | PostureId;
}

/** The statement with that id, `null` for none. */
export function statementOf({ statements }: ArticleRecord, id: StatementId | null): Statement | null {
  return (id === null ? undefined : statements.find((one) => one.id === id)) ?? null;
}

/** Whom the mention stands for across articles, or else its words in lower case. */
export function keyOf(mention: Mention, article: string, { whoIs }: Settled): string {
  return whoIs(article, mention.entity) ?? mention.text.toLowerCase().replace(/^(?:the|its|their|his|her|a|an) /, "");
}

/** Whether a key stands for somebody known, and means the same in every article; words mean the same within a story at most. */
export function isKnown(key: string): boolean {
  return key.startsWith("wh_");
}
