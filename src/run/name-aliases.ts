import { parseTable } from "../text/table.js";
import type { Effects } from "./effects.js";
import { readTable } from "./lexicon-files.js";

/** Somebody known by several names: the usual one first. */
export type NameGroup = readonly string[];

/**
 * The names of bodies and countries that the tables know by one that is, or begins with, what was written: "isi" finds Islamic State with ISIS and ISIL. A name of two
 * letters has to be written as it stands, for it is a word as well.
 */
export async function namesLike(
  asked: string,
  { whole }: { readonly whole: boolean },
  effects: Pick<Effects, "readFile">,
): Promise<readonly NameGroup[]> {
  const written = asked.trim();
  const wanted = written.toLowerCase();
  if (wanted === "") return [];
  const answers = (name: string): boolean => {
    if (name.length < 3) return name === written;
    return whole ? name.toLowerCase() === wanted : name.toLowerCase().startsWith(wanted);
  };
  return (await nameGroups(effects)).filter((names) => names.some(answers));
}

async function nameGroups(effects: Pick<Effects, "readFile">): Promise<readonly NameGroup[]> {
  const [bodies, countries] = await Promise.all(
    ["organizations", "countries"].map(async (name) => parseTable(await readTable(name, effects))),
  );
  const named = (bodies ?? []).filter(([, part]) => part === "name");
  return [
    ...named.map(([name = "", , , , others = ""]) => groupOf(name, others)),
    ...(countries ?? []).map(([, name = "", others = ""]) => groupOf(name, others)),
  ];
}

function groupOf(name: string, others: string): NameGroup {
  return [...new Set([name, ...others.split("|")])].filter((one) => one !== "");
}
