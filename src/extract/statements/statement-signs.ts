import type { Entity } from "../../record/entity.js";
import type { Statement } from "../../record/statement.js";
import { logit, type Signs } from "../claims/confidence.js";

/**
 * What tells for it that somebody said this, and that the words are what was said.
 *
 * @param kind of the entity that speaks
 * @param score how sure the encoder is of the attribution; `null` where a rule found it
 */
export function signsOfStatement(
  { act, content, cue, speaker }: Pick<Statement, "act" | "content" | "cue" | "speaker">,
  kind: Entity["kind"] | null,
  score: number | null,
): Signs {
  return [
    ["statement", 1],
    score === null ? ["statement by a rule", 1] : ["statement cue", logit(score)],
    [`statement word ${cue?.lemma ?? "none"}`, 1],
    [`statement act ${act}`, 1],
    [`statement form ${content.form}`, 1],
    [`statement by ${kind ?? "nobody known"}`, 1],
    [`statement speaker ${speaker?.naming ?? "none"}`, 1],
    ["statement of few words", content.text.trim().split(/\s+/).length < few ? 1 : 0],
  ];
}

/** Fewer words than these are often what is left of a sentence. */
const few = 5;
