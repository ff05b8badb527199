import type { EntityKind } from "../../../record/entity.js";
import type { EntityLexicons } from "../entity-lexicons.js";
import { plain, plainWords } from "../plain.js";

const filler = new Set(["of", "the", "and", "for", "on", "in", "de", "la", "to", "against", "&"]);

/** The initials of a name of several words: of all, of all but "of", "the" and the like, and both without the first, which may be a country. */
export function acronymsOf(name: string): readonly string[] {
  const words = plainWords(name);
  if (words.length < 2) return [];
  const initials = (chosen: readonly string[]): string => chosen.map((word) => word.charAt(0)).join("");
  const every = initials(words);
  const chief = initials(words.filter((word) => !filler.has(word)));
  return [...new Set([every, chief, every.slice(1), chief.slice(1)])].filter((letters) => letters.length > 1);
}

/** Whether `short` is an acronym of `full`: "MoD" or "the USM". */
export function isAcronymOf(short: string, full: string): boolean {
  const letters = acronymLetters(short);
  return letters !== null && acronymsOf(full).includes(letters);
}

/** The letters of what may be an acronym, as {@link acronymsOf} has them; `null` for what cannot be one. */
export function acronymLetters(name: string): string | null {
  const letters = name.replace(/[.\s]/g, "").replace(/s$/, "");
  return /^\p{Lu}.*\p{Lu}/u.test(letters) ? letters.toLowerCase() : null;
}

/** The chief words of a body's name in alphabetical order, without a country before them and a firm's suffix: "The UK Ministry of Defence" and "Defense Ministry" give the same. */
export function bareName(name: string, lexicons: EntityLexicons): string {
  const words = [...plainWords(name)].filter((word, i) => !(i === 0 && word === "the"));
  for (const length of [3, 2, 1]) {
    const start = words.slice(0, length).join(" ");
    const country = lexicons.countryNames.has(start) || lexicons.countryAdjectives.has(start);
    if (country && words.length > length) {
      words.splice(0, length);
      break;
    }
  }
  while (
    words.length > 1 &&
    /^(?:inc|corp|corporation|ltd|llc|plc|co|group|company|ag|sa|gmbh)$/.test(words.at(-1) ?? "")
  )
    words.pop();
  return words
    .filter((word) => !filler.has(word))
    .sort()
    .join(" ");
}

/** The country that stands before the name, as its code. */
export function countryBefore(name: string, lexicons: EntityLexicons): string | null {
  const words = plainWords(name).filter((word, i) => !(i === 0 && word === "the"));
  for (const length of [3, 2, 1]) {
    const start = words.slice(0, length).join(" ");
    const country = lexicons.countryNames.get(start) ?? lexicons.countryAdjectives.get(start);
    if (country && words.length > length) return country.code;
  }
  return null;
}

/** The kind that the name's own words tell: the last of them, or the one before "of", "for" or "in". */
export function kindOfBody(name: string, lexicons: EntityLexicons): EntityKind | null {
  const words = plainWords(name);
  const cut = words.findIndex((word, i) => i > 0 && /^(?:of|for|in|on|at|to|against)$/.test(word));
  for (const part of [cut < 0 ? words : words.slice(0, cut), words]) {
    for (let first = Math.max(0, part.length - 3); first < part.length; first++) {
      const kind = lexicons.bodyHeads.get(part.slice(first).join(" "));
      if (kind) return kind === "government" && ofStates.test(name) ? "organization" : kind;
    }
  }
  return null;
}

/** How bodies of several states are called: a council of theirs governs nobody. */
const ofStates = /^(?:the )?(?:UN|U\.N\.|United Nations|EU|E\.U\.|African Union|Arab League|NATO)\b/i;

/** The last words of a body's name by which a text may take it up again: "ministry" for "Ministry of Defence", "centre" for "Tax Policy Centre". */
export function headWords(name: string): readonly string[] {
  const words = plainWords(name);
  const cut = words.findIndex((word, i) => i > 0 && /^(?:of|for|in|on|at|to|against|and)$/.test(word));
  return [...new Set([words.at(-1) ?? "", (cut < 0 ? words : words.slice(0, cut)).at(-1) ?? ""])].filter(
    (word) => word !== "",
  );
}

/** Whether one of the two names starts or ends with the other: "Goldman" and "Goldman Sachs", "Foreign Ministry" and "Iraqi Foreign Ministry". */
export function isPartOf(short: string, full: string): boolean {
  const part = plain(short);
  const whole = plain(full);
  return whole.length > part.length && (whole.startsWith(`${part} `) || whole.endsWith(` ${part}`));
}
