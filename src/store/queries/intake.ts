import type { Store } from "../store.js";

/** How a version came into the database. */
export interface Intake {
  /** What a person would call the input that it came from. */
  readonly input: string;
  /** What its address gave, and when; `null` where it came from no address. */
  readonly fetched: {
    readonly requested: string;
    readonly final: string;
    readonly at: string;
    readonly status: number;
    /** Of the bytes that came. */
    readonly sha256: string;
  } | null;
}

/** How the version came in that has with that key. */
export async function intakeOf({ tables }: Store, version: number): Promise<Intake> {
  const { input, fetched } = await tables
    .selectFrom("version")
    .select(["input", "fetched"])
    .where("key", "=", version)
    .executeTakeFirstOrThrow();
  if (fetched === null) return { input, fetched };
  const found = await tables
    .selectFrom("fetched")
    .select(["requested", "final", "at", "status", "sha256"])
    .where("key", "=", fetched)
    .executeTakeFirstOrThrow();
  return { input, fetched: found };
}
