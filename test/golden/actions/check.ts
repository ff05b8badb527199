import { nothingKnown } from "../../../src/read/known-facts.js";
import { readInput } from "../../../src/read/read-input.js";
import { shippedEngine } from "../../shipped-engine.js";

/** A line for each action of a text: type, how real it is, who to whom, the words that tell of it, when and where, and who says so. */
export async function checkActions(text: string): Promise<string> {
  const reading = await readInput(new TextEncoder().encode(text), "input.txt", nothingKnown);
  if (reading.kind === "unreadable") return `unreadable: ${reading.reason}\n`;
  const { actions, statements, times, places } = await (await shippedEngine()).analyse(reading.article);
  if (actions.length === 0) return "no action\n";
  return actions
    .map(({ type, status, actors, recipients, trigger, time, place, accordingTo }) => {
      const list = (mentions: typeof actors) => mentions.map((mention) => mention.text).join(", ") || "–";
      const speaker = statements.find(({ id }) => id === accordingTo)?.speaker?.text;
      const told = speaker === undefined ? [] : [`says ${speaker}`];
      const when = times.find(({ id }) => id === time);
      const where = places.find(({ id }) => id === place);
      const setting = [...(when ? [`when ${when.text}`] : []), ...(where ? [`where ${where.text}`] : [])];
      const parties = `${list(actors)} → ${list(recipients)}`;
      return `${[type, status, parties, trigger.text, ...setting, ...told].join(" · ")}\n`;
    })
    .join("");
}
