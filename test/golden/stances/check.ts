import type { Stance } from "../../../src/record/stance.js";
import type { Statement } from "../../../src/record/statement.js";
import { recordOf } from "../record-of.js";

/**
 * The stances of a text, one a line: who holds it, the relation, the words that name the target, the content of the statement that it
 * is about, the hedge, and the content of the statement that tells of it.
 */
export async function checkStances(text: string): Promise<string> {
  const { stances, statements } = await recordOf(text);
  if (stances.length === 0) return "no stance\n";
  return stances.map((stance) => `${lineOf(stance, statements)}\n`).join("");
}

function lineOf({ holder, relation, target, hedge, accordingTo }: Stance, statements: readonly Statement[]): string {
  const contentOf = (id: string) => `“${statements.find((one) => one.id === id)?.content.text}”`;
  return [
    holder.text,
    relation,
    ...(target.mention ? [target.mention.text] : []),
    ...(target.statement ? [`of ${contentOf(target.statement)}`] : []),
    ...(hedge ? [`~ ${hedge.text}`] : []),
    ...(accordingTo ? [`told in ${contentOf(accordingTo)}`] : []),
  ].join(" · ");
}
