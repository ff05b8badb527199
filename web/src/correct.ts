import type { CorrectionView } from "../../src/view/correction-view.js";
import { ApiError, addressOf, inPath, send } from "./api.js";
import { changed } from "./live.svelte.js";
import { notify } from "./notices.svelte.js";

/** What a person says against the record, as the interface takes it. */
export type CorrectionAsked =
  | { readonly kind: "merge"; readonly ids: readonly string[] }
  | { readonly kind: "split"; readonly id: string; readonly members: readonly string[] }
  | { readonly kind: "hide" | "confirm"; readonly id: string }
  | { readonly kind: "rename"; readonly id: string; readonly name: string }
  | { readonly kind: "grade"; readonly outlet: string; readonly grade: string }
  | { readonly kind: "relabel"; readonly id: string; readonly fields: Readonly<Record<string, string | null>> };

/** Who corrects and why. */
export interface Signature {
  readonly by: string;
  readonly reason: string;
}

/** Corrects the record, and offers to take that back. @throws {ApiError} where it was refused */
export async function correct(asked: CorrectionAsked, signature: Signature): Promise<CorrectionView> {
  const done = await send<CorrectionView>("POST", addressOf("/corrections"), { ...asked, ...signed(signature) });
  changed();
  notify(done.what, () => undo(done.id, { by: signature.by, reason: "" }));
  return done;
}

/** Takes a correction back. */
export async function undo(id: string, signature: Signature): Promise<void> {
  try {
    await send("POST", addressOf(`/corrections/${inPath(id)}/undo`), signed(signature));
    changed();
    notify("Taken back; both stay on record.");
  } catch (cause) {
    notify(cause instanceof ApiError ? cause.message : String(cause));
  }
}

function signed({ by, reason }: Signature): Partial<Signature> {
  return { ...(by.trim() === "" ? {} : { by: by.trim() }), ...(reason.trim() === "" ? {} : { reason: reason.trim() }) };
}
