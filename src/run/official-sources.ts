import { oneOf, rowsOf, unlessDash } from "../extract/table-rows.js";
import type { Effects } from "./effects.js";
import { readTable } from "./lexicon-files.js";

/** A source that is ready made: a body that speaks for itself, and where it does. */
export interface OfficialSource {
  readonly id: string;
  /** The outlet of what it gives. */
  readonly issuer: string;
  /** ISO code, `null` for a body of several countries. */
  readonly country: string | null;
  readonly what: string;
  readonly address: string;
  readonly kind: (typeof officialKinds)[number];
}

export const officialKinds = ["feed", "page"] as const;

/** The sources of a table like `data/official-sources.tsv`. Throws a `TableError` where a row cannot be used. */
export function parseOfficialSources(table: string): readonly OfficialSource[] {
  return rowsOf("official-sources.tsv", table, 6).map((row): OfficialSource => {
    const [id, issuer, country] = [row.field(0), row.field(1), unlessDash(row.field(2))];
    const [what, address] = [row.field(3), row.field(4)];
    if (!/^[a-z][a-z0-9-]*$/.test(id)) row.fail(`"${id}"`, "an id in small letters");
    if (!/^https?:\/\//.test(address) || !URL.canParse(address)) row.fail(`"${address}"`, "an http(s) address");
    return { id, issuer, country, what, address, kind: oneOf(row, row.field(5), officialKinds) };
  });
}

/** The sources that ship with the program. */
export async function officialSources(effects: Pick<Effects, "readFile">): Promise<readonly OfficialSource[]> {
  return parseOfficialSources(await readTable("official-sources", effects));
}

/** The source of an id, or why there is none. */
export async function findOfficial(
  id: string,
  effects: Pick<Effects, "readFile">,
): Promise<OfficialSource | { readonly reason: string }> {
  const found = (await officialSources(effects)).find((source) => source.id === id);
  return found ?? { reason: "there is no official source of this name; `sitrep sources --official` lists them" };
}
