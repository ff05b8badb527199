import { readFileSync } from "node:fs";
import { parseTable } from "../../src/text/table.js";

/** The parts of the program's answers that are looked at. */
export interface Answers {
  readonly postures: { readonly histories: readonly History[] };
  readonly disputes: { readonly disputes: readonly Dispute[] };
  readonly actions: { readonly lines: readonly Act[] };
  readonly statements: { readonly lines: readonly Line[] };
}

interface History {
  readonly subject: { readonly name: string };
  readonly aspect: string;
  readonly states: readonly {
    readonly value: string;
    readonly standing: string;
    readonly from: string | null;
    readonly until: string | null;
  }[];
}

interface Told {
  readonly id: string;
  readonly words: string;
}

interface Dispute {
  readonly about: string;
  readonly sides: readonly { readonly ends: readonly Told[] }[];
}

interface Line extends Told {
  readonly article: { readonly id: string; readonly url: string };
}

interface Act extends Line {
  readonly type: string;
  readonly who: string | null;
  readonly whom: string | null;
}

/** By the id of an article the last part of its address. */
type ArticleNames = ReadonlyMap<string, string>;

/** What a careful reader found and the program does not, in one line each; and what it says that the reader did not find. */
export function failuresOf(answers: Answers): readonly string[] {
  const lines = [...answers.actions.lines, ...answers.statements.lines];
  const names = new Map(lines.map(({ article }) => [article.id, article.url.split("/").at(-1) ?? ""]));
  return [
    ...missedStates(answers),
    ...foreignInstitutions(answers),
    ...missedDisputes(answers, names),
    ...wrongDisputes(answers, names),
    ...missedEvents(answers, names),
  ].sort();
}

function missedStates({ postures: { histories } }: Answers): readonly string[] {
  return rowsOf("states").flatMap(
    ([institution = "", aspect = "", value = "", standing = "", since = "", until = ""]) => {
      const found = histories
        .filter((one) => isOneOf(one.subject.name, institution) && isOneOf(one.aspect, aspect))
        .flatMap(({ states }) => states)
        .some(
          (state) =>
            isOneOf(state.value, value) &&
            isOneOf(state.standing, standing) &&
            isOneOf(state.from ?? "", since) &&
            (state.until ?? "") === until,
        );
      return found
        ? []
        : [`state missed: ${institution}: ${value} since ${since}${until === "" ? "" : ` until ${until}`}`];
    },
  );
}

/** The crisis has four countries; an institution of another is none of it. */
function foreignInstitutions({ postures: { histories } }: Answers): readonly string[] {
  const institutions = [...new Set(histories.map(({ subject }) => subject.name))].filter((name) =>
    name.includes(" · "),
  );
  const wrong = institutions.filter(
    (name) => !/^(?:Norland|Ardland|Tarvenia|Belmara|Combined Maritime Task Force 9)\b/.test(name),
  );
  return wrong.sort().map((name) => `institution of no country of the crisis: ${name}`);
}

function missedDisputes({ disputes: { disputes } }: Answers, names: ArticleNames): readonly string[] {
  return rowsOf("disputes").flatMap((row) =>
    disputes.some((one) => isDispute(one, row, names)) ? [] : [`dispute missed: ${row[0]}`],
  );
}

function wrongDisputes({ disputes: { disputes } }: Answers, names: ArticleNames): readonly string[] {
  const right = rowsOf("disputes");
  return disputes
    .filter((one) => !right.some((row) => isDispute(one, row, names)))
    .map(({ about }) => `dispute about nothing: ${about}`)
    .sort();
}

function isDispute({ sides }: Dispute, [, words = "", held = "", denied = ""]: readonly string[], names: ArticleNames) {
  const ends = (some: readonly Told[], where: string) => some.filter(({ id }) => isOneOf(nameOf(id, names), where));
  const tells = (some: readonly Told[]): number => {
    const said = wordsIn(some.map((one) => one.words).join(" "));
    return words.split(" ").filter((word) => said.has(word)).length;
  };
  return sides.some((one) =>
    sides.some((other) => {
      if (one === other) return false;
      const [holding, denying] = [ends(one.ends, held), ends(other.ends, denied)];
      return tells(holding) >= 2 && denying.length > 0 && tells([...holding, ...denying]) >= 2;
    }),
  );
}

function missedEvents({ actions: { lines } }: Answers, names: ArticleNames): readonly string[] {
  return rowsOf("events").flatMap(([act = "", types = "", who = "", whom = "", articles = ""]) =>
    articles.split("|").flatMap((article) => {
      const told = lines.some(
        (line) =>
          nameOf(line.id, names) === article &&
          isOneOf(line.type, types) &&
          (who === "nobody" ? line.who === null : tellsOf(line.who ?? "", who)) &&
          tellsOf(`${line.whom} ${line.words}`, whom),
      );
      return told ? [] : [`act missed: ${act}, in ${article}`];
    }),
  );
}

/** Whether a text has one of these words. */
function tellsOf(text: string, some: string): boolean {
  return some.split("|").some((one) => text.toLowerCase().includes(one));
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function isOneOf(found: string, answers: string): boolean {
  return answers.split("|").includes(found);
}

function nameOf(line: string, names: ArticleNames): string {
  return names.get(line.split("/")[0] ?? "") ?? "";
}

function rowsOf(table: "states" | "disputes" | "events"): readonly (readonly string[])[] {
  return parseTable(readFileSync(new URL(`${table}.tsv`, import.meta.url), "utf8"));
}
