import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Statement } from "../../record/statement.js";
import { anySpansOverlap, type Span } from "../../text/span.js";
import { keyOf } from "../line.js";
import type { OriginId } from "../link-id.js";
import { dayOf } from "../link-input.js";
import type { Origins } from "../origins/trace-origins.js";
import type { Settled } from "../settled.js";
import { isOutlet, startOf, wordsAt } from "./told-denial.js";

/** A statement, and whom it is by. */
export interface Said {
  readonly article: string;
  readonly line: string;
  readonly story: string;
  readonly act: string;
  readonly negated: boolean;
  /** What was said. */
  readonly content: string;
  /** Its sentences; none where nobody holds it: an outlet only passes it on, or it takes back what was said before. */
  readonly spans: readonly Span[];
  /** Whom it is by, across articles; `null` where nobody is named. */
  readonly speaker: string | null;
  /** All that the speaker is called in the article, parted by " · ". */
  readonly name: string;
  readonly origin: OriginId | null;
  readonly date: string | null;
}

/** The statements of the articles, in their order. */
export function saidIn(settled: Settled, origins: Origins): readonly Said[] {
  const originOf = originsByLine(origins);
  return settled.articles.flatMap((input) => {
    const date = dayOf(input);
    return input.record.statements
      .filter(({ id }) => !input.hidden?.has(id))
      .map((statement) => {
        const { id, act, negated, content, evidence, speaker } = statement;
        const isHeld = !passesOn(statement, input.record) && !takesBack(statement, input.record);
        return {
          article: input.id,
          line: id,
          story: settled.storyOf.get(input.id) ?? input.id,
          act,
          negated,
          content: content.text,
          spans: isHeld ? evidence : [],
          speaker: speaker === null ? null : keyOf(speaker, input.id, settled),
          name: calledIn(input.record, speaker),
          origin: originOf.get(`${input.id} ${id}`) ?? null,
          date,
        };
      });
  });
}

/** Whether somebody only tells what others say: "the minister said, the agency reports", "the daily wrote that some say that the dam broke". */
function passesOn({ id, speaker, content }: Statement, record: ArticleRecord): boolean {
  if (speaker === null) return false;
  const isOf = isOutlet(speaker, record);
  return record.statements.some(
    (other) =>
      other.id !== id &&
      other.speaker !== null &&
      anySpansOverlap(other.content.spans, content.spans) &&
      (isOf || (other.within === id && 2 * other.content.text.length > content.text.length)),
  );
}

/** "The army corrected this and said that …" */
function takesBack({ content, evidence }: Statement, record: ArticleRecord): boolean {
  return takingBack.test(wordsAt(record, [[startOf(evidence), startOf(content.spans)]]));
}

const takingBack =
  /\b(?:correct(?:s|ed|ing)|retract(?:s|ed|ing)?|withdr(?:aws?|ew|awing)|t(?:akes?|ook) back|apologi[sz]ed)\b/i;

/** The origins of lines, by article and line. */
export function originsByLine({ traces }: Origins): ReadonlyMap<string, OriginId> {
  return new Map(traces.map(({ article, line, origin }) => [`${article} ${line}`, origin]));
}

/** All that somebody is called in an article, parted by " · ": the words first, then the name. */
export function calledIn({ entities }: ArticleRecord, mention: Pick<Mention, "text" | "entity"> | null): string {
  const entity = mention === null ? undefined : entities.find(({ id }) => id === mention.entity);
  const names = [mention?.text, entity?.name, ...(entity?.roles.map(({ title }) => title) ?? [])];
  return [...new Set(names.filter((one) => one !== undefined))].join(" · ");
}

/** The name of somebody of whom it is known what all he is called. */
export function nameOf(called: string): string {
  return called.split(" · ").slice(0, 2).at(-1) ?? "";
}
