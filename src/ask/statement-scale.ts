import { confidenceBy } from "../extract/claims/confidence.js";
import { weightsOf } from "../extract/ranking.js";
import type { Effects } from "../run/effects.js";
import { readTable } from "../run/lexicon-files.js";
import { parseTable } from "../text/table.js";
import type { StatementScale } from "../view/brief-ranking.js";

/** What tells how much statements weigh on a page, from the tables in `data/`. */
export async function statementScale(effects: Pick<Effects, "readFile">): Promise<StatementScale> {
  const [titles, news] = [await readTable("titles", effects), await readTable("news-weights", effects)];
  return { titles: officeTitles(titles), news: confidenceBy(weightsOf(news)) };
}

/** The words, in lower case, of those who hold an office or a rank or speak for somebody: "minister", "admiral", "spokeswoman". */
function officeTitles(table: string): ReadonlySet<string> {
  const forms = parseTable(table).flatMap(([title = "", kind = "", , others = ""]) =>
    offices.has(kind) ? [title, ...others.split("|")] : [],
  );
  return new Set(forms.filter((one) => one !== "").map((one) => one.toLowerCase().replace(/\.$/, "")));
}

/** As the table names kinds of titles. */
const offices: ReadonlySet<string> = new Set(["office", "rank", "spokesperson"]);
