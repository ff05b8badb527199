import type { CorrectionView } from "../../src/view/correction-view.js";
import { ApiError, addressOf, inPath, send } from "./api.js";
import { changed } from "./live.svelte.js";
import { notify } from "./notices.svelte.js";
import { kept } from "./settings.svelte.js";

/** What a person says against the record, as the interface takes it. */
export type CorrectionAsked =
  | { readonly kind: "merge"; readonly ids: readonly string[] }
  | { readonly kind: "split"; readonly id: string; readonly members: readonly string[] }
  | ({ readonly kind: "hide"; readonly lines?: boolean } & Said)
  | ({ readonly kind: "confirm" } & Said)
  | ({ readonly kind: "note" | "tag" | "assign"; readonly text: string } & Said)
  | { readonly kind: "rename"; readonly id: string; readonly name: string }
  | { readonly kind: "grade"; readonly outlet: string; readonly grade: string }
  | { readonly kind: "relabel"; readonly id: string; readonly fields: Readonly<Record<string, string | null>> };

/** What is meant. */
interface Said {
  readonly id: string;
  /** Of a history, its state; the one that holds now where none is named. */
  readonly state?: string;
}

/** Who corrects and why. */
export interface Signature {
  readonly by: string;
  readonly reason: string;
}

/** Who corrects in this browser, without a reason. */
export function ownSignature(): Signature {
  return { by: kept("by") ?? "", reason: "" };
}

/** What was corrected from this page and not taken back, the last at the end. */
const made: string[] = [];

/** The correction that was asked for last, until the server has answered; it never fails. */
let underway: Promise<void> | null = null;

/** Corrects the record, and offers to take that back. @throws {ApiError} where it was refused */
export async function correct(asked: CorrectionAsked, signature: Signature): Promise<CorrectionView> {
  const asking = send<CorrectionView>("POST", addressOf("/corrections"), { ...asked, ...signed(signature) });
  const answered = asking.then(
    ({ id }) => void made.push(id),
    () => undefined,
  );
  underway = answered;
  void answered.then(() => {
    if (underway === answered) underway = null;
  });
  const done = await asking;
  changed();
  notify(done.plain, () => undo(done.id, { by: signature.by, reason: "" }));
  return done;
}

/** Takes a correction back. */
export async function undo(id: string, signature: Signature): Promise<void> {
  try {
    await send("POST", addressOf(`/corrections/${inPath(id)}/undo`), signed(signature));
    if (made.includes(id)) made.splice(made.indexOf(id), 1);
    changed();
    notify("Taken back; both stay on record.");
  } catch (cause) {
    notify(whyNot(cause));
  }
}

/** Takes back what was corrected last from this page, once it is done where it is under way: not the one before it. @returns whether there is anything to be taken back */
export function undoLast(): boolean {
  if (underway === null && made.length === 0) return false;
  void (underway ?? Promise.resolve()).then(() => {
    const last = made.pop();
    if (last !== undefined) void undo(last, ownSignature());
  });
  return true;
}

/** Why something could not be done. */
export function whyNot(cause: unknown): string {
  return cause instanceof ApiError ? cause.message : String(cause);
}

function signed({ by, reason }: Signature): Partial<Signature> {
  return { ...(by.trim() === "" ? {} : { by: by.trim() }), ...(reason.trim() === "" ? {} : { reason: reason.trim() }) };
}
