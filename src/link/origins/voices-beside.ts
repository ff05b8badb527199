import type { Action } from "../../record/action.js";
import type { Posture } from "../../record/posture.js";
import type { LinkInput } from "../link-input.js";
import type { Origin, OriginTrace } from "./trace-origins.js";

/** Origins by their ids, and how lines lead to them by article and line. */
export interface Traced {
  readonly origins: ReadonlyMap<string, Origin>;
  readonly traces: ReadonlyMap<string, OriginTrace>;
}

/**
 * The voices from which an article may have a line beside those that it names for it: everybody heard in the same paragraph, near it ("The spokesman of the Vane Front said that …
 * The Front had to turn back."), and every outlet or agency that the article takes anything from.
 */
export function voicesBeside(
  { id, record }: LinkInput,
  { origins, traces }: Traced,
): (line: Action | Posture) => readonly string[] {
  const heard = record.statements.flatMap(({ id: line, evidence }) => {
    const trace = traces.get(`${id} ${line}`);
    return trace === undefined ? [] : [{ voices: trace.voices, evidence }];
  });
  const outlets = heard.flatMap(({ voices }) =>
    voices.filter((voice) => /^or_/.test(voice) && (origins.get(voice)?.kind ?? "text") === "text"),
  );
  const { text } = record.article;
  return ({ evidence }) => {
    const isBeside = ([from, to]: readonly [number, number]): boolean =>
      evidence.some(([start, end]) => {
        const between = from >= end ? text.slice(end, from) : text.slice(to, start);
        return between.length <= nearness && !between.includes("\n");
      });
    return [...outlets, ...heard.flatMap((one) => (one.evidence.some(isBeside) ? one.voices : []))];
  };
}

/** In characters: a sentence or two. */
const nearness = 200;
