import { readFile } from "node:fs/promises";
import { nothingKnown } from "../../../src/read/known-facts.js";
import { readInput } from "../../../src/read/read-input.js";
import { type Engine, openEngine } from "../../../src/run/engine.js";

let engine: Promise<Engine> | null = null;

/**
 * A line for each posture of a text, whose first line is its outlet ("-" where nobody tells it): aspect and value, how real it is, whose it
 * is, who settled it, since and until when.
 */
export async function checkAdvisories(input: string): Promise<string> {
  engine ??= openEngine({ readFile: (path) => readFile(path) }, { threads: 1 });
  const [outlet = "-", ...lines] = input.split("\n");
  const facts = { ...nothingKnown, published: "2025-03-20", outlet: outlet === "-" ? null : outlet };
  const reading = await readInput(new TextEncoder().encode(lines.join("\n")), "input.txt", facts);
  if (reading.kind === "unreadable") return `unreadable: ${reading.reason}\n`;
  const { postures, times } = await (await engine).analyse(reading.article);
  if (postures.length === 0) return "no posture\n";
  return postures
    .map(({ aspect, value, status, subject, by, since, until }) => {
      const [from, to] = [since, until].map((time) => times.find(({ id }) => id === time)?.value ?? null);
      const stretch = [...(from == null ? [] : [`since ${from}`]), ...(to == null ? [] : [`until ${to}`])];
      return `${[`${aspect} ${value}`, status, subject.text, ...(by === null ? [] : [`by ${by.text}`]), ...stretch].join(" · ")}\n`;
    })
    .join("");
}
