import { z } from "zod";
import type { Effects } from "../run/effects.js";
import type { Store } from "../store/store.js";
import { type ListPart, pageQuery } from "./page.js";
import { momentSchema } from "./query.js";

/** What a resource has to answer with. */
export interface Asked<Params, Query> {
  /** What the address names. */
  readonly params: Params;
  readonly query: Query;
  /** The record as it is, or as it was at the moment that is asked for. */
  readonly store: Store;
  readonly effects: Pick<Effects, "readFile">;
  /** The moment that is asked for, `null` for now. */
  readonly moment: string | null;
  /** Of a list, which part of it is asked for. */
  readonly page: ListPart;
  /** Whether you may correct the record. */
  readonly mayCorrect: boolean;
}

/** Something to be read at an address of its own: what it can be asked, and its answer, both as schemas that the documentation is made of. */
export interface Resource {
  /** As `/api/things/:id`; a last `*` takes the rest of the address, slashes and all. */
  readonly path: string;
  /** What it gives, in a sentence. */
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly answers: z.ZodType;
  /** `null` where there is no such thing; of a list what the page has, and one item more where there are more. */
  readonly answer: (asked: Asked<unknown, unknown>) => Promise<unknown>;
  /** Makes a page of what a list answers; `null` for what is no list. */
  readonly cut: ((found: unknown, limit: number) => Cut) | null;
}

/** So many items, and whether there are more. */
interface Cut {
  readonly page: object;
  readonly more: boolean;
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
  return { ...shared(given), answers: given.answers, cut: null };
}

/** A resource that gives a list of such items, a page at a time. */
export function list<Item extends z.ZodType, Params extends z.ZodObject = Empty, Query extends z.ZodObject = Empty>(
  given: Given<Params, Query, Item, readonly z.output<Item>[]>,
): Resource {
  const lists = { items: given.answers };
  return listsOf({ ...given, answers: lists, answer: async (asked) => ({ items: await given.answer(asked) }) });
}

/** A resource that gives several lists side by side, which are paged together. */
export function listsOf<
  Items extends Readonly<Record<string, z.ZodType>>,
  Params extends z.ZodObject = Empty,
  Query extends z.ZodObject = Empty,
>(given: Omit<Given<Params, Query, z.ZodType, Lists<Items>>, "answers"> & { readonly answers: Items }): Resource {
  const own = shared(given);
  const items = Object.entries(given.answers).map(([name, item]) => [name, z.array(item).readonly()] as const);
  return {
    ...own,
    query: own.query.extend(pageQuery.shape),
    answers: z.strictObject({
      ...Object.fromEntries(items),
      next: z.string().nullable().describe("The cursor of the next page; null on the last."),
    }),
    cut: (found, limit) => {
      // It is what `answer` above gives.
      const all = Object.entries(found as Lists<Items>) as readonly (readonly [string, readonly unknown[]])[];
      return {
        page: Object.fromEntries(all.map(([name, some]) => [name, some.slice(0, limit)])),
        more: all.some(([, some]) => some.length > limit),
      };
    },
  };
}

type Lists<Items extends Readonly<Record<string, z.ZodType>>> = {
  readonly [Name in keyof Items]: readonly z.output<Items[Name]>[];
};

const empty = z.strictObject({});
type Empty = typeof empty;

function shared<Params extends z.ZodObject, Query extends z.ZodObject>(
  given: Omit<Given<Params, Query, z.ZodType, unknown>, "answers">,
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
