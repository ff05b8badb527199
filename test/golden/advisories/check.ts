import { nothingKnown } from "../../../src/read/known-facts.js";
import { readInput } from "../../../src/read/read-input.js";
import { shippedEngine } from "../../shipped-engine.js";

/**
 * A line for each posture of a text, whose first line is its outlet ("-" where nobody tells it): aspect and value, how real it is, whose it
 * is, who settled it, since and until when.
 */
export async function checkAdvisories(input: string): Promise<string> {
  const [outlet = "-", ...lines] = input.split("\n");
  const facts = { ...nothingKnown, published: "2025-03-20", outlet: outlet === "-" ? null : outlet };
  const reading = await readInput(new TextEncoder().encode(lines.join("\n")), "input.txt", facts);
  if (reading.kind === "unreadable") return `unreadable: ${reading.reason}\n`;
  const { postures, times } = await (await shippedEngine()).analyse(reading.article);
  if (postures.length === 0) return "no posture\n";
  return postures
    .map(({ aspect, value, status, subject, by, since, until }) => {
      const [from, to] = [since, until].map((time) => times.find(({ id }) => id === time)?.value ?? null);
      const stretch = [...(from == null ? [] : [`since ${from}`]), ...(to == null ? [] : [`until ${to}`])];
      return `${[`${aspect} ${value}`, status, subject.text, ...(by === null ? [] : [`by ${by.text}`]), ...stretch].join(" · ")}\n`;
    })
    .join("");
}
