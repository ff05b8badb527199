import type { Effects } from "../run/effects.js";
import { openStoreForReading, type Store } from "../store/store.js";
import type { ExitStatus } from "./exit-status.js";
import type { QuestionOptions } from "./question-options.js";
import { type Rendering, renderingFor } from "./rendering.js";

/** What a question came to: data for `--json`, and the same for people. */
export interface Answer {
  readonly data: unknown;
  readonly page: (rendering: Rendering) => string;
  /** Whether there is more than was printed. */
  readonly more: boolean;
}

/** Asks the database and prints the answer, as a page or as JSON. */
export async function printAnswer(
  { db, json, limit }: QuestionOptions,
  ask: (store: Store) => Promise<Answer>,
  effects: Effects,
): Promise<ExitStatus> {
  const store = openStoreForReading(db);
  try {
    const { data, page, more } = await ask(store);
    if (json) await effects.print(`${JSON.stringify(data, null, 2)}\n`);
    else {
      const text = page(renderingFor(effects.output));
      await effects.print(text === "" ? "Nothing was found.\n" : text);
      if (more) effects.report(`sitrep: these are the first ${limit}; --limit asks for more\n`);
    }
    return 0;
  } finally {
    await store.close();
  }
}
