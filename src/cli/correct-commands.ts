import { Command } from "commander";
import { type Correction, correctionId } from "../link/corrections/correction.js";
import type { Effects } from "../run/effects.js";
import { lazyLinkLexicons } from "../run/link-lexicons.js";
import {
  type Corrector,
  hideLines,
  mergeGroups,
  relabelLine,
  splitGroup,
  undoCorrection,
} from "../store/corrections/correct-store.js";
import { linkUnlinked } from "../store/links/link-unlinked.js";
import { openStoreForWriting, type WritableStore } from "../store/store.js";
import { correctionView, describeCorrection } from "../view/correction-view.js";
import { counted } from "./counted.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { jsonText } from "./printable.js";

interface CorrectOptions extends DatabaseOption {
  readonly by?: string;
  readonly why?: string;
  readonly json?: true;
}

type CommandMaker = (effects: Effects, exit: (status: ExitStatus) => void) => Command;

/** `sitrep merge`: two or more known entities, or stories, are one. */
export const mergeCommand: CommandMaker = (effects, exit) =>
  correctCommand(
    new Command("merge")
      .summary("say that two entities, or two stories, are one")
      .description(
        "Says that known people or bodies (wh_…) are one, or that stories (sy_…) are. They go by the first id from then on; what rests on them is linked again.",
      )
      .argument("<id...>", "two ids or more"),
  ).action(async (ids: string[], options: CorrectOptions) =>
    exit(await correct(options, effects, (store, by) => mergeGroups(store, ids, by))),
  );

/** `sitrep split`: members of an entity are somebody else, or articles of a story another story. */
export const splitCommand: CommandMaker = (effects, exit) =>
  correctCommand(
    new Command("split")
      .summary("say that members of an entity, or articles of a story, are another")
      .description(
        "Says that members of a known person or body (wh_…) are somebody else, or that articles of a story (sy_…) are another story. All that are named are one.",
      )
      .argument("<id>", "the entity or story")
      .argument("<member...>", "members as art_5c34f14789777e74/en_3; of a story the ids of articles"),
  ).action(async (id: string, members: string[], options: CorrectOptions) =>
    exit(await correct(options, effects, (store, by) => splitGroup(store, id, members, by))),
  );

/** `sitrep hide`: a line is wrong. */
export const hideCommand: CommandMaker = (effects, exit) =>
  correctCommand(
    new Command("hide")
      .summary("hide a wrong line, or all lines of an event")
      .description(
        "Hides a line that is wrong, or all lines that tell of an event (ev_…): they are kept, and are in no list, count or dispute. Lines of articles that come later are shown: hiding says that these are wrong, and not that nothing happened.",
      )
      .argument("<line>", "the id of a line, as art_5c34f14789777e74/st_3, or of an event"),
  ).action(async (id: string, options: CorrectOptions) =>
    exit(await correct(options, effects, (store, by) => hideLines(store, id, by))),
  );

/** `sitrep relabel`: fields of a line hold something else. */
export const relabelCommand: CommandMaker = (effects, exit) =>
  correctCommand(
    new Command("relabel")
      .summary("correct fields of a line")
      .description(
        "Corrects fields of a line within what a record can hold: act, negated, naming, who, whom, time and place of a statement; type, mode, cameo, status, who, whom, time and place of an action; aspect, value, status, who, by, since and until of a posture; relation, who and whom of a stance. Entities are named by id (en_3) or name, times and places by id; none empties a field.",
      )
      .argument("<line>", "the id of a line, as art_5c34f14789777e74/ac_2")
      .argument("<field=value...>", "as status=denied"),
  ).action(async (id: string, fields: string[], options: CorrectOptions) =>
    exit(await correct(options, effects, (store, by) => relabelLine(store, id, fields, by))),
  );

/** `sitrep undo`: takes a correction back. */
export const undoCommand: CommandMaker = (effects, exit) =>
  correctCommand(
    new Command("undo")
      .summary("take a correction back")
      .description("Takes a correction back; both stay on record. Taking back can be taken back too.")
      .argument("<correction>", "the id of the correction, as co_3"),
  ).action(async (id: string, options: CorrectOptions) =>
    exit(await correct(options, effects, (store, by) => undoCorrection(store, id, by))),
  );

function correctCommand(command: Command): Command {
  return command
    .option("--why <text>", "the reason, which is shown with the correction")
    .option("--by <name>", "who corrects; the system's user if not given")
    .option("--json", "print the correction as JSON")
    .addOption(databaseOption());
}

async function correct(
  { db, by, why, json }: CorrectOptions,
  effects: Effects,
  work: (store: WritableStore, by: Corrector) => Promise<Correction>,
): Promise<ExitStatus> {
  const store = openStoreForWriting(db, { now: effects.now, existing: true });
  try {
    const name = by?.trim();
    const corrector = { by: name === undefined || name === "" ? effects.userName() : name, why: why?.trim() || null };
    const correction = await work(store, corrector);
    let days = 0;
    for await (const _ of linkUnlinked(store, lazyLinkLexicons(effects))) days += 1;
    if (json) await effects.print(`${jsonText(correctionView({ correction, undone: null, lost: [] }), 2)}\n`);
    else {
      const done = `${correctionId(correction)} ${describeCorrection(correction)}`;
      await effects.print(`${done}\n${counted(days, "day")} linked again\n`);
    }
    return 0;
  } finally {
    await store.close();
  }
}
