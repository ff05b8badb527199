import { z } from "zod";
import type { Effects } from "../run/effects.js";
import type { Store } from "../store/store.js";
import { type Page, pageQuery } from "./page.js";
import { momentSchema } from "./query.js";

/** What a resource has to answer with. */
export interface Asked<Params, Query> {
  /** What the address names. */
  readonly params: Params;
  readonly query: Query;
  /** The record as it is, or as it was at the moment that is asked for. */
  readonly store: Store;
  readonly effects: Pick<Effects, "readFile">;
  /** Of a list, which part of it is asked for. */
  readonly page: Page;
}

/** Something to be read at an address of its own: what it can be asked, and its answer, both as schemas that the documentation is made of. */
export interface Resource {
  /** As `/api/things/:id`; a last `*` takes the rest of the address, slashes and all. */
  readonly path: string;
  /** What it gives, in a sentence. */
  readonly summary: string;
  readonly kind: "one" | "list";
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly answers: z.ZodType;
  /** `null` where there is no such thing; of a list the items of the page, and one more where there are more. */
  readonly answer: (asked: Asked<unknown, unknown>) => Promise<unknown>;
}

interface Given<Params extends z.ZodObject, Query extends z.ZodObject, Answers extends z.ZodType, Answer> {
  readonly path: string;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  /** Of a list, the schema of an item. */
  readonly answers: Answers;
  readonly answer: (asked: Asked<z.output<Params>, z.output<Query>>) => Promise<Answer>;
}

/** A resource that gives one thing, or `null` where there is no such thing. */
export function resource<
  Answers extends z.ZodType,
  Params extends z.ZodObject = Empty,
  Query extends z.ZodObject = Empty,
>(given: Given<Params, Query, Answers, z.output<Answers> | null>): Resource {
  return { ...shared(given), kind: "one", answers: given.answers };
}

/** A resource that gives a list, a page at a time. */
export function list<Answers extends z.ZodType, Params extends z.ZodObject = Empty, Query extends z.ZodObject = Empty>(
  given: Given<Params, Query, Answers, readonly z.output<Answers>[]>,
): Resource {
  const own = shared(given);
  const answers = z.strictObject({
    items: z.array(given.answers).readonly(),
    next: z.string().nullable().describe("The cursor of the next page; null on the last."),
  });
  return { ...own, kind: "list", query: own.query.extend(pageQuery.shape), answers };
}

const empty = z.strictObject({});
type Empty = typeof empty;

function shared<Params extends z.ZodObject, Query extends z.ZodObject>(
  given: Given<Params, Query, z.ZodType, unknown>,
): Pick<Resource, "path" | "summary" | "params" | "query" | "answer"> {
  return {
    path: given.path,
    summary: given.summary,
    params: given.params ?? empty,
    query: (given.query ?? empty).extend({ as_of: momentSchema.optional() }),
    // The server has parsed both by these very schemas before it asks.
    answer: ({ params, query, ...rest }) =>
      given.answer({ ...rest, params: params as z.output<Params>, query: query as z.output<Query> }),
  };
}
