import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { z } from "zod";

/** One thing that a person does: each counts once, however many letters are typed. */
const action = z.union([
  z.strictObject({
    click: z.string(),
    role: z.enum(["link", "button", "option", "entry"]).default("link"),
    exact: z.boolean().default(false),
  }),
  z.strictObject({ press: z.string() }),
  z.strictObject({ type: z.string() }),
  z.strictObject({ choose: z.string(), from: z.string() }),
]);

const asked = z.strictObject({
  question: z.string(),
  /** How the answer is reached from the brief, by each hand. */
  ways: z.strictObject({ pointer: z.array(action), keyboard: z.array(action) }),
  /** All that one element has to say for the question to be answered. */
  answer: z.array(z.string()).min(1),
  /** How the path of the page with the answer begins. */
  on: z.string().default("/"),
  /** Which elements may be that one. */
  within: z.string().default("main li, main tr, main article, main section, main aside"),
});

const questionList = z.strictObject({
  /** The address of the brief that every question starts from. */
  brief: z.string().default("/"),
  questions: z.array(asked),
});

export type Question = z.output<typeof asked>;
export type QuestionList = z.output<typeof questionList>;
export type Hand = keyof Question["ways"];
type Action = z.output<typeof action>;

/** What a walk came to. */
export interface Walked {
  readonly question: string;
  readonly hand: Hand;
  readonly actions: number;
  readonly seconds: number;
  /** What stands on the page, `null` where the answer does not. */
  readonly found: string | null;
  /** Why it got no further, where it did not. */
  readonly stuck: string | null;
}

/** How long, in milliseconds, what is clicked may take to come, and the answer after it. */
const usualPatience = { action: 20_000, answer: 10_000 };

/** Reads the questions of a record. @throws ZodError where the file has another shape */
export function readQuestions(file: string): QuestionList {
  return questionList.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** Walks from the brief to where the answer of a question should stand; never throws for what a page lacks. */
export async function walk(
  page: Page,
  brief: string,
  question: Question,
  hand: Hand,
  patience = usualPatience,
): Promise<Walked> {
  await page.goto(brief);
  await page.locator("main h1").first().waitFor({ timeout: 60_000 });
  await page.locator("main .waiting").waitFor({ state: "detached", timeout: 60_000 });
  const start: Start = { path: new URL(page.url()).pathname, title: await page.locator("main h1").first().innerText() };
  const actions = question.ways[hand];
  const began = performance.now();
  let stuck: string | null = null;
  try {
    for (const one of actions) await act(page, one, patience.action);
  } catch (error) {
    stuck = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  }
  const found = stuck === null ? await answerOn(page, question, start, patience.answer) : null;
  const seconds = (performance.now() - began) / 1000;
  return { question: question.question, hand, actions: actions.length, seconds, found, stuck };
}

/** The page that a walk begins on. */
interface Start {
  readonly path: string;
  readonly title: string;
}

async function act(page: Page, one: Action, patience: number): Promise<void> {
  if ("click" in one) {
    // An entry of a list has no name of its own: it is told by its words, and opens by its first line.
    const target =
      one.role === "entry"
        ? page.locator("main [data-item]", { hasText: one.click })
        : page.getByRole(one.role, { name: one.click, exact: one.exact });
    await target.first().click({ timeout: patience });
  } else if ("type" in one) {
    await page.locator("input:focus").waitFor({ timeout: patience });
    await page.keyboard.type(one.type);
    // Whoever types reads what is offered before going on; to search for the words is offered at once.
    const offered = page.getByRole("option", { name: one.type }).filter({ hasNotText: /^\s*Search all/ });
    await offered.first().waitFor({ timeout: patience });
  } else if ("press" in one) {
    await page.keyboard.press(one.press);
  } else {
    await page.getByLabel(one.from, { exact: true }).selectOption({ label: one.choose }, { timeout: patience });
  }
}

/** The shortest element that says all of the answer, once there is one; `null` where none comes. */
async function answerOn(
  page: Page,
  { answer, within, on }: Question,
  start: Start,
  patience: number,
): Promise<string | null> {
  const words = JSON.stringify(answer.map((one) => plainText(one).toLowerCase()));
  // The desk keeps the brief on the screen until the next page is there, though its address is already the other's.
  const look = `!location.pathname.startsWith(${JSON.stringify(on)}) || (location.pathname !== ${JSON.stringify(start.path)} &&
    document.querySelector("main h1")?.innerText === ${JSON.stringify(start.title)}) ? null : [...document.querySelectorAll(${JSON.stringify(within)})]
    .filter((one) => one.checkVisibility())
    .map((one) => one.innerText.replace(/[\\s\\u2066-\\u2069]+/g, " ").replace(/’/g, "'").trim())
    .filter((text) => ${words}.every((word) => text.toLowerCase().includes(word)))
    .sort((a, b) => a.length - b.length)[0] ?? null`;
  const until = performance.now() + patience;
  do {
    // The page may be on its way to another.
    const seen = await page.evaluate<string | null>(look).catch(() => null);
    if (seen !== null) return seen;
    await page.waitForTimeout(100);
  } while (performance.now() < until);
  return null;
}

function plainText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/’/g, "'").trim();
}
