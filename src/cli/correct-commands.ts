import { Command } from "commander";
import { type Correction, correctionId, type RemarkKind } from "../link/corrections/correction.js";
import type { Effects } from "../run/effects.js";
import { lazyLinkLexicons } from "../run/link-lexicons.js";
import {
  type Corrector,
  confirm,
  gradeSource,
  mergeGroups,
  reject,
  relabelLine,
  remark,
  renameEntity,
  splitGroup,
  undoCorrection,
} from "../store/corrections/correct-store.js";
import { linkUnlinked } from "../store/links/link-unlinked.js";
import { listedNow } from "../store/queries/corrections.js";
import type { WritableStore } from "../store/store.js";
import { capital } from "../text/capital.js";
import { correctionView, describeCorrection } from "../view/correction-view.js";
import { counted } from "./counted.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { withWritableRecord } from "./with-record.js";

interface CorrectOptions extends DatabaseOption {
  readonly by?: string;
  readonly why?: string;
  readonly json?: true;
}

type CommandMaker = (effects: Effects, exit: (status: ExitStatus) => void) => Command;

/** `sitrep merge`: two or more known entities, stories, events or disputes are one. */
export const mergeCommand: CommandMaker = (effects, exit) =>
  correctCommand(
    new Command("merge")
      .summary("say that two entities, stories, events or disputes are one")
      .description(
        "Says that two or more people or bodies (wh_…), stories (sy_…), acts or states (ev_…), or disputes (di_…) are one. From then on they go by the first id. States can be one only if they are of the same institution and aspect.",
      )
      .argument("<id...>", "two or more ids"),
  ).action(async (ids: string[], options: CorrectOptions) =>
    exit(await correct(options, effects, (store, by) => mergeGroups(store, ids, by))),
  );

/** `sitrep split`: members of an entity are somebody else, articles of a story another story, or lines of an event another event. */
export const splitCommand: CommandMaker = (effects, exit) =>
  correctCommand(
    new Command("split")
      .summary("say that part of an entity, story or event is another")
      .description(
        "Says that members of a known person or body (wh_…) are somebody else, that articles of a story (sy_…) are another story, or that lines of an event (ev_…) tell of another act or state. All members that you name become one new thing.",
      )
      .argument("<id>", "the entity, story or event")
      .argument(
        "<member...>",
        "what to split off: members as art_5c34f14789777e74/en_3, articles of a story, or lines of an event",
      ),
  ).action(async (id: string, members: string[], options: CorrectOptions) =>
    exit(await correct(options, effects, (store, by) => splitGroup(store, id, members, by))),
  );

/** `sitrep reject`: something is wrong, or is not to be in the record. */
export const rejectCommand: CommandMaker = (effects, exit) =>
  correctCommand(
    new Command("reject")
      .alias("hide")
      .summary("reject a wrong line, event, state, dispute, entity or article")
      .description(
        "Says that something is wrong. It is kept, can be opened by its id, and is in no list, count or dispute. Of an event (ev_…) or a state (hi_…), all lines that tell of it now are rejected; lines of later articles are shown. Rejecting a dispute (di_…) or a person or body (wh_…) says that it is none. Rejecting an article (art_…) takes out all that it told; its copies stay. The same line in copies of the text is rejected too.",
      )
      .argument("<id>", "a line, as art_5c34f14789777e74/st_3, an event, a history, a dispute, an entity or an article")
      .argument("[state]", "which state of a history; the one that holds now if not given")
      .option("--lines", "of a dispute: reject the lines on its sides, rather than the dispute"),
  ).action(async (id: string, state: string | undefined, options: CorrectOptions & { readonly lines?: true }) =>
    exit(await correct(options, effects, (store, by) => reject(store, { id, state, lines: options.lines }, by))),
  );

/** `sitrep confirm`: something is right. */
export const confirmCommand: CommandMaker = (effects, exit) =>
  correctCommand(
    new Command("confirm")
      .summary("say that a line, event, state, dispute or entity is right")
      .description(
        "Says that you looked at something and that it is right: a line, all lines that tell of an event (ev_…) or a state (hi_…), a dispute (di_…), or a known person or body (wh_…). `sitrep brief --reviewed` has only what was confirmed. The same line in copies of the text is confirmed too.",
      )
      .argument("<id>", "a line, as art_5c34f14789777e74/st_3, an event, a history, a dispute or an entity")
      .argument("[state]", "which state of a history; the one that holds now if not given"),
  ).action(async (id: string, state: string | undefined, options: CorrectOptions) =>
    exit(await correct(options, effects, (store, by) => confirm(store, { id, state }, by))),
  );

/** `sitrep note`: something is to be known of a line, event, state or dispute. */
export const noteCommand: CommandMaker = (effects, exit) =>
  remarkCommand("note", "add a note to a line, event, state or dispute", "the note", effects, exit);

/** `sitrep tag`: a word by which lines, events, states and disputes are found together. */
export const tagCommand: CommandMaker = (effects, exit) =>
  remarkCommand("tag", "tag a line, event, state or dispute", "the tag, at most 60 characters", effects, exit);

/** `sitrep assign`: who is to look at it. */
export const assignCommand: CommandMaker = (effects, exit) =>
  remarkCommand("assign", "assign a line, event, state or dispute to somebody", "the name", effects, exit);

function remarkCommand(
  kind: RemarkKind,
  summary: string,
  what: string,
  effects: Effects,
  exit: (status: ExitStatus) => void,
): Command {
  return correctCommand(
    new Command(kind)
      .summary(summary)
      .description(`${capital(summary)}. It holds for copies of the text too; \`sitrep undo\` takes it back.`)
      .argument("<id>", "a line, as art_5c34f14789777e74/st_3, an event, a history or a dispute")
      .argument("<text>", what)
      .option("--state <state>", "which state of a history; the one that holds now if not given"),
  ).action(async (id: string, text: string, options: CorrectOptions & { readonly state?: string }) =>
    exit(await correct(options, effects, (store, by) => remark(store, { id, state: options.state, kind, text }, by))),
  );
}

/** `sitrep rename`: a known person or body is shown by another name. */
export const renameCommand: CommandMaker = (effects, exit) =>
  correctCommand(
    new Command("rename")
      .summary("give a known person or body another name")
      .description(
        "Sets the name under which a known person or body (wh_…) is shown. The words of the articles stay as they are, and every name in them still finds the person or body.",
      )
      .argument("<id>", "the entity, as wh_5c34f14789777e74")
      .argument("<name>", "the name"),
  ).action(async (id: string, name: string, options: CorrectOptions) =>
    exit(await correct(options, effects, (store, by) => renameEntity(store, { id, name }, by))),
  );

/** `sitrep sources grade`: how reliable an outlet is. */
export const gradeCommand: CommandMaker = (effects, exit) =>
  correctCommand(
    new Command("grade")
      .summary("grade how reliable an outlet is, A to F")
      .description(
        "Grades an outlet by the Admiralty code: A completely reliable, B usually, C fairly, D not usually, E not reliable, F cannot be judged. An outlet without a grade is F. The grade is shown beside the credibility of an act or state, and never changes it.",
      )
      .argument("<outlet>", "its name, as `sitrep sources` prints it")
      .argument("<grade>", "A, B, C, D, E or F"),
  ).action(async (outlet: string, grade: string, options: CorrectOptions) =>
    exit(await correct(options, effects, (store, by) => gradeSource(store, { outlet, grade }, by))),
  );

/** `sitrep relabel`: fields of a line hold something else. */
export const relabelCommand: CommandMaker = (effects, exit) =>
  correctCommand(
    new Command("relabel")
      .summary("correct fields of a line")
      .description(
        "Corrects fields of a line. Statement: act, negated, naming, who, whom, time, place. Action: type, mode, cameo, status, who, whom, time, place. Posture: aspect, value, status, who, by, since, until. Stance: relation, who, whom. Name entities by id (en_3) or name, times and places by id; the value `none` empties a field.",
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
      .description("Takes a correction back. Both stay on record, and an undo can be undone too.")
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
  return await withWritableRecord(db, effects, async (store) => {
    const name = by?.trim();
    const corrector = { by: name === undefined || name === "" ? effects.userName() : name, why: why?.trim() || null };
    const correction = await work(store, corrector);
    let days = 0;
    for await (const _ of linkUnlinked(store, lazyLinkLexicons(effects), { settle: "in proportion" })) days += 1;
    if (json) {
      const view = correctionView(await listedNow(store, correction));
      await effects.print(`${JSON.stringify(view, null, 2)}\n`);
    } else {
      const done = `${correctionId(correction)} ${describeCorrection(correction)}`;
      await effects.print(`${done}\n${counted(days, "day")} linked again\n`);
    }
    return 0;
  });
}
