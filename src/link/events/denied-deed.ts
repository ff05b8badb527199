import type { Action } from "../../record/action.js";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import { hasFiniteVerb } from "../disputes/claim-sentence.js";
import { isOneSide, namesOneOf } from "../disputes/one-side.js";
import { isOneWord, telling } from "./same-act.js";

/** An act or state by the words that a page shows for it. */
export interface DeedWords {
  /** What is done, or the value of a state. */
  readonly word: string | null;
  readonly who: string | null;
  readonly whom: string | null;
}

/**
 * Whether what somebody denies is this very act or state, and not its reason, another's part in it or what else the clause mentions: its main verb is the word for
 * it, and it names who acts, or, where it does not, all to whom it is done.
 */
export function isDeedDenied(clause: string, { word, who, whom }: DeedWords): boolean {
  const words = telling(word ?? "");
  const sameWord = [...clause.matchAll(/\p{L}+/gu)].some(
    (found) =>
      words.some((one) => isOneWord(one, found[0].toLowerCase())) && !isMentioned(clause.slice(0, found.index)),
  );
  const objects = whom?.split(", ") ?? [];
  const isDoneToAll = objects.some((one) => isOneSide(clause, one));
  // "Has taken" says nothing of what is done; to whom does.
  if (!sameWord && (words.length > 0 || !isDoneToAll)) return false;
  const isDoer = who !== null && (isOneSide(clause, who) || namesOneOf(clause, who));
  return isDoer ? objects.length === 0 || objects.some((one) => sharesWord(one, clause)) : sameWord && isDoneToAll;
}

/** Whether a line that tells an act or state as denied is told in words that deny the act or state itself, of whoever it is put on. */
export function deniesItself(line: Action | Posture, record: ArticleRecord): boolean {
  if (line.status !== "denied" && line.status !== "not_done") return true;
  const [at] = "trigger" in line ? line.trigger.span : line.subject.span;
  const start = line.evidence.find(([from, to]) => from <= at && at < to)?.[0] ?? at;
  const behind = record.article.text.slice(start, at).replace(/\s+/g, " ").split(denial).slice(1).at(-1);
  if (behind !== undefined && (isMentioned(behind.replace(claimed, "")) || reason.test(behind))) return false;
  // Ties are of two, and of whom they are the article tells once.
  return "trigger" in line || line.aspect === "relations" || isOwnerSure(line, record);
}

/** The marks by which something is said not to be so. */
const denial =
  /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|no|not|never|nothing|none)\b|n['’]t\b/iu;

const claimed = /^ (?:(?:the|any|all|media) )*(?:reports?|claims?|rumou?rs?|allegations?|suggestions?)\b/iu;

/** What stands behind these words is given as the reason or the topic of something else. */
const reason = /\b(?:behind|because|due|amid|over|after|before|since)\b/iu;

/** Whether what stands behind these words of a clause is no more than mentioned in it: its main verb is another. */
function isMentioned(before: string): boolean {
  const last = before.split(/(?:,|\b(?:and|or|but)\b) /iu).at(-1) ?? before;
  const bare = last.replace(auxiliary, " ");
  return (
    /\b(?:who|whom|whose|which)\b[^,]*$|\bto (?:\p{Ll}+ )?$|\b(?:help|assist)/iu.test(before) || hasFiniteVerb(bare)
  );
}

const auxiliary =
  /\b(?:is|are|was|were|am|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did|been|be)\b|n['’]t\b|^ ?that\b/giu;

/** Whether it is known whose state it is: its words or those for who set it name somebody, or the article tells of no other country's. */
function isOwnerSure({ subject, by, institution }: Posture, { postures }: ArticleRecord): boolean {
  const isNamed = [subject.text, by?.text ?? ""].some((words) => /\p{Lu}/u.test(words.replace(opening, "")));
  return isNamed || postures.every(({ institution: { of } }) => of === null || of === institution.of);
}

/** Words at the head of a sentence that name nobody, though they have a capital. */
const opening =
  /^(?:the|an?|its?|he|she|they|his|her|their|our|all|some|no|ties|relations|embassy|staff|diplomats|envoys)\b/i;

function sharesWord(one: string, clause: string): boolean {
  const words = telling(clause);
  return telling(one).some((word) => words.some((other) => isOneWord(word, other)));
}
