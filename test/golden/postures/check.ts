import { nothingKnown } from "../../../src/read/known-facts.js";
import { readInput } from "../../../src/read/read-input.js";
import { shippedEngine } from "../../shipped-engine.js";

/** A line for each posture of a text: aspect and value, how real it is, whose it is, who settled it, since and until when. */
export async function checkPostures(text: string): Promise<string> {
  const reading = await readInput(new TextEncoder().encode(text), "input.txt", nothingKnown);
  if (reading.kind === "unreadable") return `unreadable: ${reading.reason}\n`;
  const { postures, times } = await (await shippedEngine()).analyse(reading.article);
  if (postures.length === 0) return "no posture\n";
  return postures
    .map(({ aspect, value, status, subject, by, since, until }) => {
      const from = times.find(({ id }) => id === since);
      const to = times.find(({ id }) => id === until);
      const stretch = [...(from ? [`since ${from.text}`] : []), ...(to ? [`until ${to.text}`] : [])];
      const settled = by === null ? [] : [`by ${by.text}`];
      return `${[`${aspect} ${value}`, status, subject.text, ...settled, ...stretch].join(" · ")}\n`;
    })
    .join("");
}
