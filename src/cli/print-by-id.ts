import type { Effects } from "../run/effects.js";
import type { Store } from "../store/store.js";
import type { Answer } from "./answer.js";
import type { DatabaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { renderingFor } from "./rendering.js";
import { withRecord } from "./with-record.js";

/** Asks the database for what an id names and prints it, as a page or as JSON; says `missing` where there is no such thing. */
export async function printById(
  { db, json }: DatabaseOption & { readonly json?: true },
  ask: (store: Store) => Promise<Omit<Answer, "more"> | null>,
  missing: string,
  effects: Effects,
): Promise<ExitStatus> {
  return await withRecord(db, async (store) => {
    const answer = await ask(store);
    if (answer === null) {
      effects.report(`sitrep: ${missing}\n`);
      return 2;
    }
    await effects.print(json ? `${JSON.stringify(answer.data, null, 2)}\n` : answer.page(renderingFor(effects.output)));
    return 0;
  });
}
