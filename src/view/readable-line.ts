import { telling } from "../link/events/same-act.js";
import type { ShownLine } from "../store/shown-line.js";

/** Who is on both ends of an act, as a page names them. */
export interface ShownParties {
  readonly who: string | null;
  readonly whom: string | null;
}

/** The parties by the words that can stand alone: each once, whole, and nobody on both ends. */
export function shownParties({ who, whom }: Pick<ShownLine, "who" | "whom">): ShownParties {
  const acting = namesIn(who);
  const others = namesIn(whom).filter((one) => !acting.includes(one));
  return { who: joined(acting), whom: joined(others) };
}

function namesIn(words: string | null): readonly string[] {
  const names = words?.split(", ").filter((one) => !cutOff.test(one)) ?? [];
  // "At least 30 people" is read without its preposition.
  return names.map((one) => closed(one.replace(/^least /, "at least ")));
}

/** Without a bracket or a quotation mark whose other half lies outside. */
function closed(name: string): string {
  const whole = name.includes("(") && !name.includes(")") ? name.slice(0, name.indexOf("(")).trimEnd() : name;
  return whole.includes("“") === whole.includes("”") ? whole : whole.replace(/[“”]/g, "");
}

/** What is left of a longer phrase: "all but 10", "the 21-year". */
const cutOff = /^all but\b|\d-year$/i;

function joined(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join(", ");
}

/** The article's word for an act, without what only leads on to others ("kidnapped" of "kidnapped by"); `null` where it says nothing of what is done ("has taken"). */
export function wordOfAct({ word }: Pick<ShownLine, "word">): string | null {
  if (word === null || telling(word).length === 0) return null;
  return word.replace(/(?: (?:by|of|the|a|an|its|their|his|her|is|are|was|were))+$/i, "");
}

/**
 * How much weight a line loses because it says little by itself: nobody is named for who acts or to whom, its own sentence leaves open who acts or tells it in passing, the article's word says
 * nothing of what is done, somebody is blamed for it, so that who acts is what one side says, or it only may be.
 */
export function lossOf(
  line: Pick<ShownLine, "who" | "whom" | "type" | "word" | "status" | "parties" | "aside" | "words" | "at">,
): number {
  const { who, whom } = shownParties(line.parties ?? line);
  return (
    (isUnnamed(who) ? 1.5 : 0) +
    (whom !== null && isUnnamed(whom) ? 0.75 : 0) +
    (isOpenBehind(line) ? 3 : isOpenAct(line) ? 1 : 0) +
    (line.type !== "ACCUSE" && blaming.test(line.words) ? 1.5 : 0) +
    (wordOfAct(line) === null ? 0.5 : 0) +
    (line.status === "possible" || line.status === "conditional" ? 0.5 : 0)
  );
}

/** The same of a sentence that does not even stand in the head of its article, whose news that tells; `false` for a line that is not at hand. */
export function isOpenBehind(line: Pick<ShownLine, "parties" | "aside" | "at"> | undefined): boolean {
  return line !== undefined && (line.aside || (line.parties === null && line.at >= head));
}

/** Whether a line that has its words alone says nothing by them: they begin with somebody whom only other sentences name. */
export function isUnreadable(line: Pick<ShownLine, "parties" | "aside" | "words">): boolean {
  return (
    isOpenAct(line) &&
    /^["“‘']*(?:he|she|it|they|we|i|this|that|these|those|his|her|their|its|both|here|there)\b/i.test(line.words)
  );
}

/** Whether its sentence leaves open who acts, or tells of the act in passing: a page has its words alone. */
export function isOpenAct({ parties, aside }: Pick<ShownLine, "parties" | "aside">): boolean {
  return parties === null || aside;
}

/** In characters: the headline and the first sentence. */
const head = 250;

const blaming = /\b(?:blam(?:e[sd]?|ing)|accus(?:e[sd]?|ing))\b/i;

/** Whether the words stand for nobody whom a reader could know. */
function isUnnamed(who: string | null): boolean {
  return (
    who === null ||
    /^(?:he|she|it|they|we|you|I|one|others?|some|many|those|people|(?:the )?(?:two|both|other) (?:sides|men)|each other)$/i.test(
      who,
    )
  );
}

/** Whether the sentences say that it was at that place, and not on the way there or by somebody from there. */
export function isSaidThere({ words }: Pick<ShownLine, "words">, where: string): boolean {
  const plainly = (text: string): string =>
    text
      .normalize("NFD")
      .replace(/[\u0300-\u036f‘’']/g, "")
      .toLowerCase();
  const place = plainly(where).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(
    `\\b(?:in|at|near|on|outside|inside|around|across|off) (?:the )?(?:[\\p{L}-]+ )?${place}\\b`,
    "u",
  ).test(plainly(words));
}
