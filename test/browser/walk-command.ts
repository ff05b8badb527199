import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type BrowserName, openBrowser, openDesk } from "./opened-desk.js";
import { tabIn } from "./opened-tab.js";
import { type Hand, readQuestions, type Walked, walk } from "./walk.js";

// `npm run walk -- DATABASE [QUESTIONS] [--browser firefox]`: how far the answers to an analyst's questions are from the brief, in a real browser.

const usage = `npm run walk -- DATABASE [QUESTIONS.json] [--browser chromium|firefox]

Asks the questions of a file (those of the example crisis where none is given, see test/browser/questions/demo.json) of a desk over a database, once by
pointer and once by keyboard, and prints for each: actions, seconds, and the answer as it stands on the page. Ends with 1 where one is missing or further than 4 actions.`;

const most = 4;
const { positionals, values } = parseArgs({ allowPositionals: true, options: { browser: { type: "string" } } });
const [database, file = fileURLToPath(new URL("questions/demo.json", import.meta.url))] = positionals;

if (database === undefined || !isBrowser(values.browser)) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  const { brief, questions } = readQuestions(file);
  const desk = await openDesk(database);
  const browser = await openBrowser(values.browser);
  try {
    let short = 0;
    process.stdout.write(
      "| question | by | actions | seconds | answer on the page |\n| --- | --- | ---: | ---: | --- |\n",
    );
    for (const question of questions) {
      for (const hand of ["pointer", "keyboard"] satisfies Hand[]) {
        // A tab of its own: what was looked at before is not what changed.
        const { page, context } = await tabIn(browser);
        const walked = await walk(page, desk.address + brief, question, hand);
        await context.close();
        process.stdout.write(`${row(walked)}\n`);
        if (walked.found === null || walked.actions > most) short += 1;
      }
    }
    process.stdout.write(
      `\n${questions.length * 2 - short} of ${questions.length * 2} walks reach the answer within ${most} actions.\n`,
    );
    if (short > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await desk.close();
  }
}

function isBrowser(name: string | undefined): name is BrowserName | undefined {
  return name === undefined || name === "chromium" || name === "firefox";
}

function row({ question, hand, actions, seconds, found, stuck }: Walked): string {
  const answer = found === null ? `**no**${stuck === null ? "" : `: ${stuck}`}` : shortened(found);
  return `| ${[question, hand, actions, seconds.toFixed(1), answer.replaceAll("|", "\\|")].join(" | ")} |`;
}

function shortened(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 159)}…`;
}
