import { drawnPeriod } from "../store/queries/drawn-period.js";
import { type SideLimits, sidesOf } from "../store/queries/sides.js";
import { articlesOf } from "../store/queries/told-in-period.js";
import type { Store } from "../store/store.js";
import { drawnView } from "../view/drawn-view.js";
import { type StatementsByPartyView, statementsByPartyView } from "../view/statements-by-party-view.js";
import type { AskedPeriod } from "./brief-question.js";

const most: SideLimits = { columns: 6, statements: 60 };

/** Statements by party in a period. @param chosen the ids of whoever is to be a column; empty for those whom the most outlets quote */
export async function toldStatementsByParty(
  store: Store,
  { period, filter, about }: AskedPeriod,
  chosen: readonly string[],
): Promise<StatementsByPartyView> {
  const drawn = await drawnPeriod(store, period, filter.story);
  const sides = await sidesOf(store, drawn, filter, chosen, most);
  const articles = await articlesOf(
    store,
    [...sides.statements, ...sides.stances].map(({ article }) => article),
  );
  return statementsByPartyView(sides, drawnView(drawn, period, about), articles);
}
