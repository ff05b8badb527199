import type { ArticleRecord } from "../../src/record/record.js";
import { type Check, type Fault, readFault } from "./fault.js";

/** Faults of reading news language: short texts, read as of a Wednesday. */
export const checks: Readonly<Record<string, Check>> = {
  A62: told((record) => says(record, "Lenz", "This report is false") && says(record, "Orsini", "It is not")),
  A64: told((record) => says(record, "he", "It is not") && !says(record, "she", "It is not")),
  A66: told(({ statements }) => statements.every((one) => !/Orsini/.test(one.speaker?.text ?? ""))),
  A69: told((record) => says(record, "Anne Kraus", "We will not leave the port")),
  A70: told(
    ({ statements }) =>
      speakers(statements, /ORSINI/) === 2 && speakers(statements, /^Q$/) === 1 && statements.length === 3,
  ),
  A72: told((record) => says(record, "Orsini", "The pier will reopen") && says(record, "Lenz", "That is what he said")),
  A73: told(({ statements }) => statements.some((one) => one.speaker?.text === "Odile Brandt")),
  A74: told(({ entities }) => entities.some((one) => one.name === "Robert Kessler")),
  A77: told(
    ({ entities, statements }) =>
      ["Donal Marr Sr.", "Donal Marr Jr."].every((name) => entities.some((one) => one.name === name)) &&
      statements.some((one) => one.speaker?.text === "Donal Marr Jr."),
  ),
  A78: told(isNotDone),
  A79: told(isNotDone),
  A81: told((record) => record.postures.length > 0 && record.postures.every((one) => one.status === "denied")),
  A82: told(({ actions }) => actions.every((one) => one.type !== "ASSAULT" || one.status !== "happened")),
  A84: told(isNotDone),
  A87: told(
    ({ actions }) =>
      actions.some((one) => recipients(one) === "Haifa") && actions.every((one) => !/Tyre/.test(recipients(one))),
  ),
  A90: told(({ places }) => places.length > 0 && places.every((one) => one.kind === "region")),
  A93: told((record) => place(record, "Tripoli")?.country === "LB" && place(record, "Hyderabad")?.country === "PK"),
  A94: told(({ places }) => places.every((one) => one.country === "US" && !/M\.S|R\.D/.test(one.text))),
  A97: told(({ places }) => places.map((one) => one.text).join() === "Ankara"),
  A101: told(
    (record) => record.actions.some((one) => recipients(one) === "Al-Tanf") && place(record, "Al-Tanf") !== undefined,
  ),
  A103: told((record) => place(record, "Red Sea")?.kind === "water" && place(record, "Red Sea")?.country === null),
  A104: told(
    ({ times }) =>
      times
        .filter((one) => /may/i.test(one.text))
        .map((one) => one.value)
        .join() === "2031-05",
  ),
  A105: told(hasTime("2031-03-06T12:00")),
  A107: told(hasTime("2031-03-04")),
  A109: told((record) => hasTime("2031-02-19")(record) && hasTime("2031-03-26")(record)),
  A110: told(hasTime("2030-Q4")),
  A112: told(hasTime("2031-03-04T20:00")),
  A116: told((record) => says(record, "Anne Kraus", "We will not leave the port") && says(record, "Ada Lenz", "Never")),
};

/** Whether what a text of news became is right. */
function told(isRight: (record: ArticleRecord) => boolean): Check {
  return async (fault: Fault) => {
    const { records } = await readFault(fault, "--published", "2031-03-05");
    return records.length === 1 && records.every(isRight);
  };
}

/** Whether somebody's statement has the words, and no mark around them. */
function says({ statements }: ArticleRecord, speaker: string, content: string): boolean {
  return statements.some(
    (one) =>
      new RegExp(`\\b${speaker}\\b`).test(one.speaker?.text ?? "") &&
      one.content !== null &&
      new RegExp(`^${content}`).test(one.content.text),
  );
}

function speakers(statements: ArticleRecord["statements"], name: RegExp): number {
  return statements.filter((one) => name.test(one.speaker?.text ?? "")).length;
}

/** Whether no act or state of the text is told as done. */
function isNotDone({ actions, postures }: ArticleRecord): boolean {
  const facts = new Set<string>(["happened", "ongoing", "announced"]);
  return [...actions, ...postures].every((one) => !facts.has(one.status));
}

function recipients(action: ArticleRecord["actions"][number]): string {
  return action.recipients.map((one) => one.text).join();
}

function place(record: ArticleRecord, text: string): ArticleRecord["places"][number] | undefined {
  return record.places.find((one) => one.text === text);
}

function hasTime(value: string): (record: ArticleRecord) => boolean {
  return ({ times }) => times.some((one) => one.value === value);
}
