import { plain } from "../../extract/naming/plain.js";
import { compareText } from "../link-input.js";
import { spelling } from "./spelling.js";

/**
 * The name under which somebody is shown: of the names in full the one used most, of those used alike the longest. Spellings that differ in
 * capitals and points count together. Empty for none.
 *
 * @param names as often as they are used
 */
export function shownName(names: readonly string[]): string {
  const times = new Map<string, number>();
  for (const name of inFull(names)) times.set(name, (times.get(name) ?? 0) + 1);
  const used = new Map<string, Map<string, number>>();
  for (const [name, many] of times) {
    const key = plain(name);
    used.set(key, (used.get(key) ?? new Map<string, number>()).set(name, many));
  }
  const sum = (forms: ReadonlyMap<string, number>): number => [...forms.values()].reduce((a, b) => a + b, 0);
  const [most] = [...used].sort(
    ([a, formsA], [b, formsB]) => sum(formsB) - sum(formsA) || b.length - a.length || compareText(a, b),
  );
  const [form] = [...(most?.[1] ?? [])].sort(([a, timesA], [b, timesB]) => timesB - timesA || compareText(a, b));
  return form?.[0] ?? "";
}

/** Used so seldom, a name is not the one that somebody goes by. */
const rarest = 0.06;

/** Those that are no surname and no acronym, and not in the capitals of a headline; all where there are none. */
function inFull(names: readonly string[]): readonly string[] {
  const written = names.filter((name) => name.toUpperCase() !== name);
  const some = written.length > 0 ? written : names;
  const several = some.filter((name) => /[\s-]/.test(name.replace(/^(?:al|el|bin)[ -]/i, "")));
  // A fuller name that hardly anybody uses is a slip.
  const full = several.length > 0 && several.length >= rarest * some.length ? several : some;
  // Somebody is named hundreds of times in a handful of ways: only these are compared.
  const forms = [...new Set(names)];
  const described = new Set(forms.filter((name) => forms.some((other) => isDescribed(name, other))));
  const bare = full.filter((name) => !described.has(name));
  return bare.length > 0 ? bare : names.filter((name) => !described.has(name));
}

/** "YPG fighters" where the other is "YPG", in whatever spelling. */
function isDescribed(name: string, other: string): boolean {
  const [words, own] = [plain(name).split(" "), plain(other).split(" ")];
  const rest = name
    .split(/[\s-]+/)
    .slice(own.length)
    .join(" ");
  return (
    words.length > own.length &&
    !/\p{Lu}/u.test(rest) &&
    own.every((word, at) => spelling(word) === spelling(words[at] ?? ""))
  );
}
