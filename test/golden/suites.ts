import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkActions } from "./actions/check.js";
import { checkAdvisories } from "./advisories/check.js";
import { checkExamples } from "./examples/check.js";
import { checkPostures } from "./postures/check.js";
import { checkSentences } from "./sentences/check.js";
import { checkStances } from "./stances/check.js";
import { checkStatements } from "./statements/check.js";
import { checkTimes } from "./times/check.js";

/** One folder of cases, and what the program makes of the input of one, as readable text. */
export interface Suite {
  readonly name: string;
  readonly check: (input: string) => Promise<string>;
}

export const suites: readonly Suite[] = [
  { name: "sentences", check: checkSentences },
  { name: "statements", check: checkStatements },
  { name: "stances", check: checkStances },
  { name: "times", check: checkTimes },
  { name: "actions", check: checkActions },
  { name: "postures", check: checkPostures },
  { name: "advisories", check: checkAdvisories },
  { name: "examples", check: checkExamples },
];

/** A case: `input.txt`, and in `expected.txt` what a careful reader wants of it. */
export interface Case {
  /** `suite/case` */
  readonly name: string;
  readonly input: string;
  /** `null` where nobody has said yet. */
  readonly expected: string | null;
  readonly expectedFile: string;
  /**
   * What processors without AVX-512 read where that is another: sums in floating point differ there in their last bits, and now and then tip a decision. `null` where
   * it is the same.
   */
  readonly withoutAvx512: string | null;
  readonly withoutAvx512File: string;
  /** Why the program does not give what is expected; `null` where it should. */
  readonly failsBecause: string | null;
}

const folder = fileURLToPath(new URL(".", import.meta.url));

/** The cases of a suite, by name. */
export function casesOf(suite: string): readonly Case[] {
  const failures = knownFailures();
  return readdirSync(`${folder}${suite}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const expectedFile = `${folder}${suite}/${name}/expected.txt`;
      const withoutAvx512File = `${folder}${suite}/${name}/expected-without-avx512.txt`;
      return {
        name: `${suite}/${name}`,
        input: readFileSync(`${folder}${suite}/${name}/input.txt`, "utf8").trimEnd(),
        expected: textOf(expectedFile),
        expectedFile,
        withoutAvx512: textOf(withoutAvx512File),
        withoutAvx512File,
        failsBecause: failures.get(`${suite}/${name}`) ?? null,
      };
    });
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** The cases that the program is known to fail, with the reason: the lines of `known-failures.txt`, `suite/case: reason`. */
export function knownFailures(): ReadonlyMap<string, string> {
  const lines = readFileSync(`${folder}known-failures.txt`, "utf8").split("\n");
  return new Map(
    lines
      .filter((line) => line.trim() !== "" && !line.startsWith("#"))
      .map((line) => {
        const [name = "", ...reason] = line.split(": ");
        return [name, reason.join(": ")];
      }),
  );
}
