import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nothingKnown } from "../../../src/read/known-facts.js";
import { readInput } from "../../../src/read/read-input.js";
import { lineFacts } from "../../../src/record/line-facts.js";
import type { ArticleRecord } from "../../../src/record/record.js";
import { shippedEngine } from "../../shipped-engine.js";

const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));

/**
 * The whole record of one of the examples, which the input names, as the demo reads it: what is known of the article, who and what it names, and a line
 * for each statement, action, posture and stance.
 */
export async function checkExamples(name: string): Promise<string> {
  const facts = JSON.parse(await readFile(join(examples, "sitrep.json"), "utf8"));
  const reading = await readInput(await readFile(join(examples, name)), name, { ...nothingKnown, ...facts[name] });
  if (reading.kind === "unreadable") return `unreadable: ${reading.reason}\n`;
  const record = await (await shippedEngine(join(examples, "tables"))).analyse(reading.article);
  const { title, outlet, published, authors, text } = record.article;
  const about = [title, outlet, published, authors.join(" and "), `${text.length} characters`];
  return [about.map((one) => one ?? "–").join(" · "), named(record), told(record)].join("\n\n");
}

function named({ entities, places, times }: ArticleRecord): string {
  return [
    ...entities.map(({ kind, name, country, roles, mentions }) => {
      const titles = roles.map(({ title, of }) => ` (${title}${of === null ? "" : ` of ${of}`})`).join("");
      return `${kind} ${name}${country === null ? "" : ` ${country}`}${titles}, ${mentions.length}×`;
    }),
    ...places.map(
      ({ kind, text, name, country, geonames }) =>
        `${kind} ${text} = ${name ?? "–"} ${country ?? "–"}${geonames === null ? "" : ` ${geonames}`}`,
    ),
    ...times.map(({ type, text, value }) => `${type} ${text} = ${value ?? "–"}`),
  ]
    .map((line) => line.replace(/\s+/g, " "))
    .join("\n");
}

const kinds = { statements: "statement", actions: "action", postures: "posture", stances: "stance" } as const;

function told(record: ArticleRecord): string {
  const lines = Object.entries(kinds).flatMap(([list, kind]) =>
    record[list as keyof typeof kinds].map(({ id }) => {
      const { who, whom, type, word, status, hedge, accordingTo, when, where, words } = lineFacts(record, kind, id);
      const facts = [
        status,
        hedge,
        when,
        where,
        ...(accordingTo.length === 0 ? [] : [`via ${accordingTo.join(" → ")}`]),
      ];
      const shown = facts.filter((fact) => fact !== null).map((fact) => ` · ${fact}`);
      return `${kind} ${type} (${word ?? "–"}): ${who ?? "–"} → ${whom ?? "–"}${shown.join("")}: ${words}`;
    }),
  );
  return `${lines.join("\n")}\n`;
}
