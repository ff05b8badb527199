import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import fc from "fast-check";
import { expect } from "vitest";
import { answerSchema, mostCharacters, type ToolAnswer } from "../src/mcp/answer.js";
import type { Store } from "../src/store/store.js";
import { recordById } from "../src/store/stored-records.js";

/** A call of a tool. */
export interface AssistantCall {
  readonly name: string;
  readonly arguments: Record<string, unknown>;
}

/** What random calls are made of: names, words, days and ids of a record. */
export interface CallWords {
  readonly days: readonly string[];
  /** After all of these. */
  readonly lastDays: readonly string[];
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly countries: readonly string[];
  /** Of lines and of all that answers name by an id. */
  readonly ids: readonly string[];
  readonly articles: readonly string[];
  readonly stories: readonly string[];
}

/** So many random calls of tools that read, the same for the same seed. */
export function randomCalls(words: CallWords, count: number, seed: number): readonly AssistantCall[] {
  const day = fc.constantFrom(...words.days);
  const filters = {
    since: day,
    until: fc.constantFrom(...words.lastDays),
    country: fc.subarray([...words.countries], { minLength: 1, maxLength: 2 }),
    who: fc.subarray([...words.names], { minLength: 1, maxLength: 2 }),
    story: fc.constantFrom(...words.stories),
    limit: fc.integer({ min: 1, max: 50 }),
  };
  const word = fc.constantFrom(...words.words);
  const call = (name: string, own: Record<string, fc.Arbitrary<unknown>>, required: readonly string[] = []) =>
    fc.record(own, { requiredKeys: [...required] }).map((args) => ({ name, arguments: fewer(args, required) }));
  const sections = fc.constantFrom("changes", "postures", "actions", "statements", "disputes", "due");
  const lineKinds = fc.subarray(["statement", "action", "posture", "stance"], { minLength: 1 });
  const { limit } = filters;
  return fc.sample(
    fc.oneof(
      call("brief", { ...filters, section: sections }),
      call("postures", { ...filters, about: word, by: word }),
      call("disputes", filters),
      call("statements", { ...filters, kind: lineKinds, by: fc.constantFrom(...words.names), about: word }),
      call("events", { ...filters, kind: fc.constantFrom("action", "posture") }),
      call("due", { ...filters, on: day }),
      call("search", { ...filters, q: word, in: fc.constantFrom("lines", "articles") }, ["q"]),
      call("explain", { id: fc.constantFrom(...words.ids), limit }, ["id"]),
      call("article", { id: fc.constantFrom(...words.articles), limit, from: fc.nat(2_000) }, ["id"]),
      call("articles", filters),
      call("stories", filters),
      call("entities", { limit, q: fc.constantFrom(...words.names) }),
    ),
    { numRuns: count, seed },
  );
}

/** Two of the optional arguments at most: with more of them nearly every answer is empty. */
function fewer(args: Readonly<Record<string, unknown>>, required: readonly string[]): Record<string, unknown> {
  const optional = Object.keys(args).filter((name) => !required.includes(name));
  const dropped = new Set(optional.slice(2));
  return Object.fromEntries(Object.entries(args).filter(([name, value]) => !dropped.has(name) && value !== undefined));
}

/** The answer to a call, checked: its shape, its size, and that all that it tells has words that stand in their article, and addresses. */
export async function checkedAnswer(client: Client, call: AssistantCall, store: Store): Promise<ToolAnswer> {
  const result = await client.callTool(call);
  const told = JSON.stringify(call);
  expect(result.isError, told).toBeFalsy();
  const answer = answerSchema.parse(result.structuredContent);
  expect(JSON.stringify(answer).length, told).toBeLessThanOrEqual(mostCharacters);
  expect(result.content, told).toEqual([{ type: "text", text: JSON.stringify(result.structuredContent) }]);
  for (const { id, quotes, page } of answer.items) {
    expect(page, told).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(?:lines|things|entities|stories|articles)\/\S+$/);
    expect(quotes.length, `${told}: ${id}`).toBeGreaterThan(0);
    for (const { words, said, own, article, page: at, citation, sure, through } of quotes) {
      const text = await textOf(article.id, store);
      expect(words.length, `${told}: ${id}`).toBeGreaterThan(0);
      for (const { text: shown, span } of [...words, ...said, ...own]) {
        expect(shown.length, told).toBeGreaterThan(0);
        expect(shown, told).toBe(text.slice(...span));
      }
      expect(at, told).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(?:lines|articles)\/\S+$/);
      expect(article.url ?? "https://", told).toMatch(/^https?:\/\//);
      expect(citation, told).toContain(article.url ?? article.id);
      expect(sure.length * through.length, told).toBeGreaterThan(0);
    }
  }
  return answer;
}

/** All pages of a call, and that none was longer than allowed. */
export async function allPages(client: Client, call: AssistantCall, store: Store): Promise<ToolAnswer["items"]> {
  const items: ToolAnswer["items"][number][] = [];
  let cursor: string | null = null;
  do {
    const args: Record<string, unknown> = cursor === null ? call.arguments : { ...call.arguments, cursor };
    const answer = await checkedAnswer(client, { name: call.name, arguments: args }, store);
    items.push(...answer.items);
    cursor = answer.next;
  } while (cursor !== null);
  return items;
}

const texts = new Map<string, string>();

async function textOf(version: string, store: Store): Promise<string> {
  const text = texts.get(version) ?? (await recordById(store, version))?.whole.article.text ?? "";
  texts.set(version, text);
  return text;
}
