import { z } from "zod";
import type { Resource } from "../api/resource.js";
import type { CorrectTask } from "../api/writing/task.js";
import { sha256 } from "../text/hash.js";
import { answerSchema, dataNotice, fitting, type ToolAnswer } from "./answer.js";
import type { Ask } from "./ask.js";
import type { AnswerDraft } from "./draft.js";
import { WrongArguments } from "./fault.js";
import { quotedItems } from "./quoted.js";

/** What a tool works with. */
export interface ToolGiven {
  readonly ask: Ask;
  /** Where the desk is, without a slash at the end. */
  readonly desk: string;
  /** Corrects the record by the assistant's name; `null` where it may only read. @throws {Refusal} where that cannot be done */
  readonly correct: Correct | null;
}

export type Correct = (task: Unsigned<CorrectTask>, why: string | null) => Promise<unknown>;

type Unsigned<Task> = Task extends unknown ? Omit<Task, "by" | "why"> : never;

/** Something that an assistant can call. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** Whether it changes the record; and if so whether it says that something in it is wrong. */
  readonly writes: "nothing" | "adds" | "takes_away";
  /** @param args as `input` read them @throws {Refusal} where they ask for what is not there */
  readonly call: (args: unknown, given: ToolGiven) => Promise<object>;
}

/** So many items where nothing is said, and at most. */
const usualItems = 10;
const mostItems = 50;

const pageInput = {
  limit: z.int().min(1).max(mostItems).optional().describe(`So many items at most: ${usualItems} where none is given.`),
  cursor: z.string().max(400).optional().describe("`next` of the page before, all else left as it was."),
};

interface Described<Input extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A tool over a list of the interface, a page at a time. */
export function listTool<Input extends z.ZodObject, Listed>(
  own: Described<Input> & {
    readonly resource: Resource;
    readonly query: (args: z.output<Input>) => Query;
    readonly drafts: (listed: Listed, args: z.output<Input>, given: ToolGiven) => Promise<readonly AnswerDraft[]>;
    readonly about?: (args: z.output<Input>) => readonly string[];
  },
): Tool {
  return readingTool(own, async (args, given) => {
    const { limit = usualItems, cursor } = args as PageArgs;
    const about = own.about?.(args) ?? [];
    const page = async (most: number): Promise<ToolAnswer> => {
      const query = { ...own.query(args), limit: String(most), cursor };
      const listed = await given.ask<Listed & { readonly next: string | null }>(own.resource, { query });
      const drafts = await own.drafts(listed, args, given);
      const items = await quotedItems(drafts.slice(0, most), given.ask, given.desk);
      return answerOf(about, items, listed.next);
    };
    const whole = await page(limit);
    const fit = fitting(whole.items, about);
    if (fit.length === whole.items.length) return { ...whole, items: fit };
    // The cursor of the list says where its page ended, so a shorter page is asked for.
    const shorter = await page(fit.length);
    return { ...shorter, items: fitting(shorter.items, about) };
  });
}

/** A tool over an answer that the interface gives whole, of which a page at a time is told. */
export function wholeTool<Input extends z.ZodObject>(
  own: Described<Input> & {
    readonly drafts: (
      args: z.output<Input>,
      given: ToolGiven,
    ) => Promise<{ readonly about: readonly string[]; readonly drafts: readonly AnswerDraft[] }>;
  },
): Tool {
  return readingTool(own, async (args, given) => {
    const { limit = usualItems, cursor, ...question } = args as PageArgs;
    const { about, drafts } = await own.drafts(args, given);
    const sign = sha256(JSON.stringify([own.name, question, drafts.map(({ id }) => id)])).slice(0, 16);
    const start = cursor === undefined ? 0 : startOf(cursor, sign);
    const items = await quotedItems(drafts.slice(start, start + limit), given.ask, given.desk);
    const fit = fitting(items, about);
    const end = fit.length === items.length ? start + limit : start + endOf(drafts.slice(start), fit);
    return answerOf(about, fit, end < drafts.length ? writeCursor(end, sign) : null);
  });
}

interface PageArgs {
  readonly limit?: number;
  readonly cursor?: string;
}

function readingTool<Input extends z.ZodObject>(
  { name, title, description, input }: Described<Input>,
  call: (args: z.output<Input>, given: ToolGiven) => Promise<ToolAnswer>,
): Tool {
  return {
    ...{ name, title, description, input: input.extend(pageInput), output: answerSchema, writes: "nothing" },
    // It is what the input's own schema gave.
    call: (args, given) => call(args as z.output<Input>, given),
  };
}

function answerOf(about: readonly string[], items: ToolAnswer["items"], next: string | null): ToolAnswer {
  return { notice: dataNotice, about, items, next };
}

/** Behind the draft of the last item that was told. */
function endOf(drafts: readonly AnswerDraft[], told: ToolAnswer["items"]): number {
  const last = told.at(-1);
  return last === undefined
    ? 1
    : drafts.findIndex(({ id, section }) => id === last.id && (section ?? null) === last.section) + 1;
}

function writeCursor(offset: number, sign: string): string {
  return Buffer.from(`${offset}.${sign}`).toString("base64url");
}

function startOf(cursor: string, sign: string): number {
  const [, offset, signed] =
    /^(\d{1,6})\.([0-9a-f]{16})$/.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  if (offset === undefined || signed !== sign) {
    throw new WrongArguments(
      "The argument “cursor”: it is of another question, or the record has changed since. Ask again without it.",
    );
  }
  return Number(offset);
}
