/** English months by their first three letters, which stand for themselves. */
const english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Languages whose month names are known, by the system's own tables. */
const languages = ["de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "pl", "cs", "hu", "el", "ru", "uk", "tr"];

let known: ReadonlyMap<string, number> | null = null;

/** The month that a word names, 1 to 12, in English by its first three letters, else in full or in short in one of several languages; 0 for any other word. */
export function monthNamed(word: string): number {
  const name = folded(word);
  const number = english.indexOf(name.slice(0, 3)) + 1;
  if (number > 0 && /^[a-z]+$/.test(name)) return number;
  known ??= namesOfLanguages();
  return known.get(name) ?? 0;
}

function namesOfLanguages(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const ambiguous = new Set<string>();
  for (const language of languages) {
    for (let month = 1; month <= 12; month++) {
      for (const name of namesOf(language, month)) {
        if ((found.get(name) ?? month) !== month) ambiguous.add(name);
        found.set(name, month);
      }
    }
  }
  for (const name of ambiguous) found.delete(name);
  return found;
}

/** In the two forms that some languages have, by itself and behind a day. */
function namesOf(language: string, month: number): readonly string[] {
  const moment = new Date(Date.UTC(2031, month - 1, 15));
  return (["long", "short"] as const).flatMap((length) => {
    const alone = new Intl.DateTimeFormat(language, { month: length, timeZone: "UTC" });
    const behindDay = new Intl.DateTimeFormat(language, { day: "numeric", month: length, timeZone: "UTC" });
    const dated = behindDay.formatToParts(moment).find(({ type }) => type === "month")?.value ?? "";
    return [alone.format(moment), dated].map(folded).filter((name) => name.length > 2);
  });
}

/** In lower case, without accents and the dot of an abbreviation. */
function folded(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase();
}
