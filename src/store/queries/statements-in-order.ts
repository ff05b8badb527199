import { lineId } from "../line-id.js";
import type { Store } from "../store.js";
import { readVoice } from "../voice.js";
import type { ToldStatement } from "./told-in-period.js";

export interface StatementInOrder extends ToldStatement {
  readonly day: string;
  /** As the article's in `linked`. */
  readonly time: number | null;
  /** Who told whom, the article's own text first. */
  readonly steps: readonly string[];
}

/** The statements with these keys, in order of time. */
export async function statementsInOrder(
  { tables }: Store,
  lines: readonly number[],
): Promise<readonly StatementInOrder[]> {
  const rows = await tables
    .selectFrom("trace")
    .innerJoin("line", "line.key", "trace.line")
    .innerJoin("version", "version.key", "trace.version")
    .innerJoin("linked", "linked.version", "trace.version")
    .select(["version.id as article", "line.id as line", "line.type", "line.status", "line.what as content"])
    .select(["line.voice", "trace.origin", "trace.kind as by", "trace.speaker", "trace.steps", "trace.day"])
    .select(["trace.time", "linked.story"])
    .where("trace.line", "in", lines)
    .orderBy("trace.day")
    .orderBy("trace.time")
    .orderBy("version.id")
    .orderBy("trace.line")
    .execute();
  return rows.map(({ article, line, type, status, steps, voice, ...rest }) => ({
    id: lineId(article, line),
    article,
    act: type,
    negated: status === "negated",
    // The column holds what linking wrote.
    steps: JSON.parse(steps) as readonly string[],
    voice: readVoice(voice),
    ...rest,
  }));
}
