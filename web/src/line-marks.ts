import type { ArticleRecord } from "../../src/record/record.js";
import type { Marked } from "./marks.js";

/** What a line is about, for its colour. */
export type Tone = "violence" | "pressure" | "posture" | "denial" | "talk";

/** All words of an article that its lines were read from. */
export function marksOfRecord(record: ArticleRecord): readonly Marked[] {
  const mark = (line: string, role: string, ...spans: readonly (readonly [number, number])[]): Marked[] =>
    spans.map((span) => ({ line, role, span }));
  const of = (mention: { readonly span: readonly [number, number] } | null) => (mention === null ? [] : [mention.span]);
  return [
    ...record.statements.flatMap(({ id, speaker, cue, content, addressee, evidence }) => [
      ...mark(id, "who", ...of(speaker)),
      ...mark(id, "cue", ...of(cue)),
      ...mark(id, "whom", ...of(addressee)),
      ...mark(id, "words", ...content.spans),
      ...mark(id, "evidence", ...evidence),
    ]),
    ...record.actions.flatMap(({ id, actors, recipients, trigger, evidence }) => [
      ...mark(id, "who", ...actors.map(({ span }) => span)),
      ...mark(id, "whom", ...recipients.map(({ span }) => span)),
      ...mark(id, "cue", trigger.span),
      ...mark(id, "evidence", ...evidence),
    ]),
    ...record.postures.flatMap(({ id, subject, by, evidence }) => [
      ...mark(id, "who", subject.span),
      ...mark(id, "by", ...of(by)),
      ...mark(id, "evidence", ...evidence),
    ]),
    ...record.stances.flatMap(({ id, holder, target, evidence }) => [
      ...mark(id, "who", holder.span),
      ...mark(id, "whom", ...of(target.mention)),
      ...mark(id, "evidence", ...evidence),
    ]),
  ];
}

/** The colour of a line in a list or text. @param type an act, an action's type, a relation */
export function toneOf(kind: string, type: string): Tone {
  if (kind === "posture") return "posture";
  if (kind === "stance") return /disputes|rebukes/.test(type) ? "denial" : "talk";
  if (kind === "statement") return type === "deny" ? "denial" : hardActs.has(type) ? "pressure" : "talk";
  return violentTypes.has(type) ? "violence" : pressingTypes.has(type) ? "pressure" : "talk";
}

// As `src/view/brief-line.ts` has them: the pages import no code from there.
const hardActs: ReadonlySet<string> = new Set(["threaten", "order", "warn", "demand", "accuse", "condemn"]);
const violentTypes: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "MOBILIZE"]);
const pressingTypes: ReadonlySet<string> = new Set([
  ...["SANCTION", "THREATEN", "PROTEST", "REJECT", "ACCUSE", "RETREAT", "REQUEST"],
]);
