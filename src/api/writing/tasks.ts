import type { Correction } from "../../link/corrections/correction.js";
import { addInputs } from "../../run/add-inputs.js";
import { lazyAnalyser } from "../../run/analyse.js";
import type { Effects } from "../../run/effects.js";
import { lazyLinkLexicons } from "../../run/link-lexicons.js";
import { officialId } from "../../run/official-id.js";
import { findOfficial } from "../../run/official-sources.js";
import { countInputs } from "../../run/open-inputs.js";
import { withUploads } from "../../run/uploads.js";
import {
  confirm,
  gradeSource,
  mergeGroups,
  reject,
  relabelLine,
  remark,
  renameEntity,
  splitGroup,
  undoCorrection,
} from "../../store/corrections/correct-store.js";
import { followSource, stopFollowing } from "../../store/following.js";
import { linkUnlinked } from "../../store/links/link-unlinked.js";
import { listedNow } from "../../store/queries/corrections.js";
import { deleteView, renameView, saveView } from "../../store/saved-views.js";
import { openStoreForWriting, type WritableStore } from "../../store/store.js";
import { StoreBusy, StoreError, StoreMissing } from "../../store/store-error.js";
import { findWatch, removeWatch, saveWatch } from "../../store/watches.js";
import { type CorrectionView, correctionView } from "../../view/correction-view.js";
import type { AddProgress, AddTask, CorrectTask, Task, TaskOutcome } from "./task.js";

/** Does tasks; several at once share the database. */
export interface Tasks {
  /** What came of a task. Never rejects. */
  readonly perform: (task: Task, tell: (progress: AddProgress) => void) => Promise<TaskOutcome>;
}

/**
 * Does tasks on the database at `path`, as its only writer while any of them lasts. One that reads articles in and one that corrects can go on side by
 * side: whatever they write, they write in transactions that wait for each other.
 */
export function openTasks(path: string, effects: Effects): Tasks {
  let shared: { readonly store: Promise<WritableStore>; users: number } | null = null;
  const leave = async (own: NonNullable<typeof shared>): Promise<void> => {
    own.users -= 1;
    if (own.users > 0) return;
    if (shared === own) shared = null;
    await (await own.store.catch(() => null))?.close();
  };
  return {
    perform: async (task, tell) => {
      const tries = task.kind === "add" ? longPatience : shortPatience;
      shared ??= { store: openInTurn(path, tries, effects), users: 0 };
      const own = shared;
      own.users += 1;
      try {
        return { kind: "done", result: await perform(task, await own.store, effects, tell) };
      } catch (error) {
        if (error instanceof StoreBusy) return { kind: "busy", reason: error.message };
        if (error instanceof StoreMissing) return { kind: "missing", reason: error.message };
        if (error instanceof StoreError) return { kind: "refused", reason: error.message };
        return { kind: "failed", reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      } finally {
        await leave(own);
      }
    },
  };
}

/** How often it is tried, a quarter of a second apart: somebody who waits for an answer waits less long than a job. */
const shortPatience = 20;
const longPatience = 240;

/** The database, once no other process writes to it. @throws {StoreBusy} where that lasts */
async function openInTurn(path: string, tries: number, { now, pause }: Effects): Promise<WritableStore> {
  for (let left = tries; ; left--) {
    try {
      return await openStoreForWriting(path, { now });
    } catch (error) {
      if (!(error instanceof StoreBusy) || left <= 1) throw error;
      await pause(250, new AbortController().signal);
    }
  }
}

async function perform(
  task: Task,
  store: WritableStore,
  effects: Effects,
  tell: (progress: AddProgress) => void,
): Promise<unknown> {
  switch (task.kind) {
    case "add":
      return add(task, store, effects, tell);
    case "save-watch": {
      const { name, countries, who, kinds } = task;
      await saveWatch(store, name, { countries, who, kinds });
      return null;
    }
    case "remove-watch":
      if ((await findWatch(store, task.name)) === null) throw new StoreMissing(`There is no watch “${task.name}”.`);
      await removeWatch(store, task.name);
      return null;
    case "save-view":
      await saveView(store, { name: task.name, address: task.address, by: task.by });
      return null;
    case "rename-view":
      await renameView(store, task.name, task.to, task.by);
      return null;
    case "delete-view":
      await deleteView(store, task.name, task.by);
      return null;
    case "follow":
      return follow(task, store, effects);
    case "stop-following":
      if (!(await stopFollowing(store, task.address))) throw new StoreMissing("This address is not followed.");
      return null;
    default:
      return correct(task, store, effects);
  }
}

async function correct(task: CorrectTask, store: WritableStore, effects: Effects): Promise<CorrectionView> {
  const correction = await correctionOf(task, store);
  for await (const _ of linkUnlinked(store, lazyLinkLexicons(effects), { settle: "in proportion" }));
  return correctionView(await listedNow(store, correction));
}

function correctionOf(task: CorrectTask, store: WritableStore): Promise<Correction> {
  switch (task.kind) {
    case "merge":
      return mergeGroups(store, task.ids, task);
    case "split":
      return splitGroup(store, task.id, task.members, task);
    case "hide":
      return reject(store, task, task);
    case "confirm":
      return confirm(store, task, task);
    case "note":
    case "tag":
    case "assign":
      return remark(store, task, task);
    case "rename":
      return renameEntity(store, task, task);
    case "grade":
      return gradeSource(store, task, task);
    case "relabel":
      return relabelLine(store, task.id, task.fields, task);
    case "undo":
      return undoCorrection(store, task.id, task);
  }
}

/** Follows an address, or an official source by its name: it is asked for what is new whenever sources are watched. */
async function follow(
  { address, outlet }: Extract<Task, { readonly kind: "follow" }>,
  store: WritableStore,
  effects: Effects,
): Promise<{ readonly address: string; readonly outcome: "followed" | "resumed" | "known" }> {
  const id = officialId(address);
  const source = id === null ? { address, issuer: null } : await findOfficial(id, effects);
  if ("reason" in source) throw new StoreMissing(source.reason);
  const named = { address: source.address, outlet: outlet ?? source.issuer, foundIn: null, kind: null };
  return { address: source.address, outcome: await followSource(store, named) };
}

/** So many reasons why articles failed are kept, and so many ids. */
const mostReasons = 10;

async function add(
  { inputs: named, files = [], known, allowPrivate }: AddTask,
  store: WritableStore,
  world: Effects,
  tell: (progress: AddProgress) => void,
): Promise<AddProgress> {
  const effects = files.length === 0 ? world : withUploads(files, world);
  const inputs = [...named, ...files.map(({ name }) => name)];
  const request = { inputs, known, allowPrivate };
  const analyser = lazyAnalyser({ many: true }, effects);
  const total = await countInputs(inputs, effects);
  let progress: AddProgress = { added: 0, newVersions: 0, known: 0, failed: 0, total, reasons: [], articles: [] };
  tell(progress);
  try {
    for await (const addition of addInputs(request, store, analyser, effects)) {
      if (addition.kind === "note") continue;
      const { added, newVersions, known, failed, reasons } = progress;
      if ("version" in addition) {
        progress = { ...progress, articles: [...progress.articles, addition.version.id].slice(0, mostReasons) };
      }
      if (addition.kind === "known") progress = { ...progress, known: known + 1 };
      else if ("reason" in addition) {
        const reason = `${addition.input}: ${addition.reason}`.split("\n")[0] ?? "";
        progress = { ...progress, failed: failed + 1, reasons: [...reasons, reason].slice(0, mostReasons) };
      } else if (addition.version.number === 1) progress = { ...progress, added: added + 1 };
      else progress = { ...progress, newVersions: newVersions + 1 };
      tell(progress);
    }
    return progress;
  } finally {
    await analyser.close();
  }
}
