import { type AskedPeriod, type BriefOptions, briefQuestion } from "../ask/brief-question.js";
import type { Effects } from "../run/effects.js";
import { countUnlinked } from "../store/links/unlinked.js";
import type { Store } from "../store/store.js";
import { counted } from "./counted.js";
import type { DatabaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import type { QuestionOptions } from "./question-options.js";
import { type Rendering, renderingFor } from "./rendering.js";
import { withRecord } from "./with-record.js";

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
  return await withRecord(db, async (store) => {
    const { data, page, more } = await ask(store);
    if (json) await effects.print(`${JSON.stringify(data, null, 2)}\n`);
    else {
      const text = page(renderingFor(effects.output));
      await effects.print(text === "" ? "No matches.\n" : text);
      if (more) effects.report(`sitrep: these are the first ${limit}; --limit asks for more\n`);
    }
    return 0;
  });
}

/** What is asked of a period, and its page. */
export interface PeriodPage<View> {
  /** What a period is where none is named. */
  readonly usual: "last_day" | "all";
  readonly told: (store: Store, asked: AskedPeriod) => Promise<View>;
  readonly page: (view: View) => string;
  /** Where it goes instead of being printed. */
  readonly deliver?: ((view: View) => Promise<ExitStatus>) | undefined;
}

/** Prints what the articles of a period tell, as a page or as JSON; says why where the options ask for nothing that there is. */
export async function printPeriod<View>(
  options: BriefOptions & DatabaseOption & { readonly json?: true },
  { usual, told, page, deliver }: PeriodPage<View>,
  effects: Effects,
): Promise<ExitStatus> {
  return await withRecord(options.db, async (store) => {
    const question = await briefQuestion(options, store, effects, usual);
    if (question.kind === "refused") {
      effects.report(`sitrep: ${question.reason}\n`);
      return 2;
    }
    const view = await told(store, question);
    await reportUnlinked(store, effects);
    if (deliver !== undefined) return await deliver(view);
    await effects.print(options.json ? `${JSON.stringify(view, null, 2)}\n` : page(view));
    return 0;
  });
}

/** Says what a page on a period lacks where articles were added and then nothing was linked, as after a full disk. */
async function reportUnlinked(store: Store, effects: Effects): Promise<void> {
  const days = await countUnlinked(store);
  if (days > 0) {
    const lacks = `what came in on ${counted(days, "day")} is not linked yet and not told here`;
    effects.report(`sitrep: ${lacks}; the next \`sitrep add\` or \`sitrep watch\` links it\n`);
  }
}
