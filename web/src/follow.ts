import { ApiError, addressOf, inPath, send } from "./api.js";
import { changed } from "./live.svelte.js";
import { notify } from "./notices.svelte.js";

/** What a reader is told of an address that was to be followed. */
const outcomes: Readonly<Record<string, string>> = {
  followed: "is followed from now on",
  resumed: "is followed again",
  known: "was followed already",
};

/** Follows an address, or an official source, from now on; says what came of it, and offers to take it back. */
export async function follow(address: string, outlet = ""): Promise<void> {
  try {
    const body = { address, ...(outlet.trim() === "" ? {} : { outlet: outlet.trim() }) };
    const done = await send<{ readonly address: string; readonly outcome: string }>(
      "POST",
      addressOf("/followed"),
      body,
    );
    changed();
    const undo = done.outcome === "known" ? null : () => stopFollowing(done.address);
    notify(`${done.address} ${outcomes[done.outcome] ?? ""}; sitrep watch asks it for what is new.`, undo);
  } catch (cause) {
    notify(cause instanceof ApiError ? cause.message : String(cause));
  }
}

/** Follows an address no more; what it gave stays. */
export async function stopFollowing(address: string): Promise<void> {
  try {
    await send("DELETE", addressOf(`/followed/${inPath(address)}`));
    changed();
    notify(`${address} is not followed any more; what it gave stays.`, () => follow(address));
  } catch (cause) {
    notify(cause instanceof ApiError ? cause.message : String(cause));
  }
}
