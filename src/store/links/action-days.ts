import { sql, type Transaction } from "kysely";
import { weighAction } from "../../link/events/weigh-action.js";
import { textsIn } from "../engine/expressions.js";
import { insertAll } from "../insert-all.js";
import { eventFactsWith } from "../queries/events.js";
import type { Store } from "../store.js";
import type { StoreTables } from "../tables.js";

/** Makes the rows of these actions again, from all tellings of them. */
export async function replaceActionDays(tables: Transaction<StoreTables>, events: readonly string[]): Promise<void> {
  const keys = JSON.stringify(events);
  await sql`delete from action_day where event in (${textsIn(keys)})`.execute(tables);
  await insertAll(tables, "action_day", await actionDays({ tables }, events));
}

/** The rows that the tellings of these actions give: each action once for each day whose articles tell of it. */
export async function actionDays(
  store: Pick<Store, "tables">,
  events: readonly string[],
): Promise<readonly StoreTables["action_day"][]> {
  const told = await eventFactsWith(store, "event", events, null);
  return told.flatMap(({ id: event, what, tellings }) => {
    const days = [...new Set(tellings.flatMap(({ day }) => day ?? []))].sort();
    return days.map((day, at) => ({
      ...{ day, event, next: days[at + 1] ?? null },
      ...weighAction(
        what,
        tellings.filter((telling) => telling.day !== null && telling.day <= day),
      ),
    }));
  });
}
