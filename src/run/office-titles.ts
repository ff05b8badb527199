import { parseTable } from "../text/table.js";
import type { Effects } from "./effects.js";
import { readTable } from "./lexicon-files.js";

/** The words, in lower case, of those who hold an office or a rank or speak for somebody: "minister", "admiral", "spokeswoman". */
export async function officeTitles(effects: Pick<Effects, "readFile">): Promise<ReadonlySet<string>> {
  const rows = parseTable(await readTable("titles", effects));
  const forms = rows.flatMap(([title = "", kind = "", , others = ""]) =>
    offices.has(kind) ? [title, ...others.split("|")] : [],
  );
  return new Set(forms.filter((one) => one !== "").map((one) => one.toLowerCase().replace(/\.$/, "")));
}

/** As the table names kinds of titles. */
const offices: ReadonlySet<string> = new Set(["office", "rank", "spokesperson"]);
