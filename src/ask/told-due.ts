import { findDue } from "../store/queries/due.js";
import { lookedUp } from "../store/queries/line-filter.js";
import { lastDay } from "../store/queries/period.js";
import type { Store } from "../store/store.js";
import { dayAfter } from "../text/days.js";
import { type DueView, dueLine, inDueOrder } from "../view/due-view.js";
import type { AskedPeriod } from "./brief-question.js";
import { sourcesOf } from "./told-brief.js";

/** What is due on a day, by default the last one with articles, and what was due in the two weeks before it; as it was known on that day. */
export async function toldDue(
  store: Store,
  { period, filter, about }: AskedPeriod,
  { on: asked, limit }: { readonly on?: string | undefined; readonly limit: number },
): Promise<DueView> {
  const on = asked ?? (await lastDay(store));
  if (on === null) return { on, period, about, lines: [], more: 0 };
  const found = await lookedUp(store, period, filter);
  const days = { on, from: dayAfter(on, -lookBackDays), before: null };
  const all = inDueOrder(await findDue(store, period, found, days));
  const chosen = all.slice(0, limit);
  const sources = await sourcesOf(
    store,
    chosen.map((choice) => ({ kind: "due", due: choice })),
  );
  const lines = chosen.flatMap((choice) => dueLine(choice, sources) ?? []);
  return { on, period, about, lines, more: all.length - chosen.length };
}

/** What passed longer ago is no longer waited for. */
const lookBackDays = 14;
