import type { z } from "zod";
import type { Effects } from "../run/effects.js";
import { lastVersion, lastVersionBy } from "../store/queries/last-version.js";
import type { Store } from "../store/store.js";
import { sha256 } from "../text/hash.js";
import { readCursor, usualItems, writeCursor } from "./page.js";
import type { RecordReader } from "./record-reader.js";
import { Refusal } from "./refusal.js";
import type { Resource } from "./resource.js";

/** An answer as it goes out. */
export interface Answer {
  readonly json: string;
  /** The same for the same bytes, whatever made them. */
  readonly etag: string;
}

/** A request for a resource, as it came in. */
export interface Request {
  /** Path and query: what the answer is kept under. */
  readonly url: string;
  readonly params: unknown;
  readonly query: unknown;
  /** Whether whoever asks may correct the record. */
  readonly mayCorrect: boolean;
}

/** Answers requests, the same request once as long as nobody changes the database. */
export interface Answers {
  /** @throws {Refusal} where the request is wrong or there is no such thing. */
  readonly answer: (resource: Resource, request: Request) => Promise<Answer>;
}

interface KeptAnswer {
  readonly state: number;
  readonly answer: Promise<Answer>;
  size: number;
}

/** In characters, of all answers that are kept. */
const mostKept = 48 * 1024 * 1024;

/** Answers from the record, which are kept until the database changes. */
export function openAnswers(reader: RecordReader, effects: Pick<Effects, "readFile">): Answers {
  // The one that was asked for last is last.
  const kept = new Map<string, KeptAnswer>();
  let size = 0;
  const drop = (url: string): void => {
    size -= kept.get(url)?.size ?? 0;
    kept.delete(url);
  };
  const make = async (resource: Resource, request: Request): Promise<Answer> => {
    for (let attempt = 1; ; attempt++) {
      const state = reader.now.state();
      const json = JSON.stringify(await answerTo(resource, request, reader, effects));
      // What changed meanwhile may be half in it; under a stream of changes an answer is better than none.
      if (reader.now.state() === state || attempt === mostAttempts)
        return { json, etag: `"${sha256(json).slice(0, 32)}"` };
    }
  };
  return {
    answer: async (resource, request) => {
      const url = `${request.mayCorrect} ${request.url}`;
      const state = reader.now.state();
      const known = kept.get(url);
      drop(url);
      const one = known?.state === state ? known : { state, answer: make(resource, request), size: 0 };
      size += one.size;
      kept.set(url, one);
      try {
        const answer = await one.answer;
        if (one.size === 0 && kept.get(url) === one) {
          one.size = answer.json.length + url.length;
          size += one.size;
          for (const oldest of kept.keys()) {
            if (size <= mostKept) break;
            drop(oldest);
          }
        }
        return answer;
      } catch (error) {
        if (kept.get(url) === one) drop(url);
        throw error;
      }
    },
  };
}

const mostAttempts = 3;

async function answerTo(
  resource: Resource,
  request: Request,
  reader: RecordReader,
  effects: Pick<Effects, "readFile">,
): Promise<unknown> {
  const params = checked(resource.params, request.params);
  const query = checked(resource.query, request.query);
  const { limit = usualItems, cursor: written, as_of: moment } = query as AnyQuery;
  const question = questionOf(request);
  const cursor = written === undefined ? null : readCursor(written, question);
  const answer = async (store: Store, upTo: number | null): Promise<unknown> => {
    const page = { offset: cursor?.offset ?? 0, limit };
    const found = await resource.answer({
      params,
      query,
      store,
      effects,
      page,
      moment: moment ?? null,
      mayCorrect: request.mayCorrect,
    });
    if (found === null) throw new Refusal("not_found", "There is no such thing in the record.");
    if (resource.cut === null) return found;
    const { page: items, more } = resource.cut(found, limit);
    return { ...items, next: more ? writeCursor({ upTo: upTo ?? 0, offset: page.offset + limit }, question) : null };
  };
  const upTo = cursor?.upTo ?? (moment === undefined ? null : await lastVersionBy(reader.now, moment));
  if (upTo !== null) return reader.asOf(upTo, (store) => answer(store, upTo));
  return answer(reader.now, resource.cut === null ? null : await lastVersion(reader.now));
}

/** The parameters that the pipeline itself knows, whichever of them the resource takes. */
interface AnyQuery {
  readonly limit?: number;
  readonly cursor?: string;
  readonly as_of?: string;
}

/** What a cursor is for: all of the request that says which list it is. */
function questionOf({ url, query }: Request): string {
  const [path = ""] = url.split("?");
  const asked = Object.entries(query as Readonly<Record<string, unknown>>)
    .filter(([name]) => name !== "cursor" && name !== "limit")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([path, asked]);
}

/** What the schema makes of it. @throws {Refusal} that names the first field that is wrong */
export function checked(schema: z.ZodType, given: unknown): unknown {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path.join(".");
  throw new Refusal(
    "bad_request",
    issue?.message ?? "This cannot be read.",
    field === undefined || field === "" ? null : field,
  );
}
