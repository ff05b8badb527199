import type { Effects } from "../../run/effects.js";
import { firstMoment } from "../../store/queries/added-after.js";
import { lastVersion, lastVersionBy } from "../../store/queries/last-version.js";
import type { Store } from "../../store/store.js";
import { checked } from "../checked.js";
import { readCursor, usualItems, writeCursor } from "../page.js";
import { Refusal } from "../refusal.js";
import type { Resource } from "../resource.js";
import type { RecordReader } from "./record-reader.js";

/** A request for a resource, as it came in. */
export interface Request {
  /** Path and query: what the answer is kept under. */
  readonly url: string;
  readonly params: unknown;
  readonly query: unknown;
  /** Whether you may correct the record. */
  readonly mayCorrect: boolean;
}

/** What goes out to a request, as JSON. @throws {Refusal} where the request is wrong or there is no such thing */
export async function answerTo(
  resource: Resource,
  request: Request,
  reader: RecordReader,
  effects: Pick<Effects, "readFile">,
): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const state = await reader.now.state();
    const json = JSON.stringify(await answerOnce(resource, request, reader, effects));
    // What changed meanwhile may be half in it; under a stream of changes an answer is better than none.
    if ((await reader.now.state()) === state || attempt === mostAttempts) return json;
  }
}

const mostAttempts = 3;

async function answerOnce(
  resource: Resource,
  request: Request,
  reader: RecordReader,
  effects: Pick<Effects, "readFile">,
): Promise<unknown> {
  const params = checked(resource.params, request.params);
  const query = checked(resource.query, request.query);
  const { limit = usualItems, cursor: written, as_of } = query as AnyQuery;
  const moment = as_of === undefined ? null : await firstMoment(reader.now, as_of);
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
      moment,
      mayCorrect: request.mayCorrect,
    });
    if (found === null) throw new Refusal("not_found", "There is no such thing in the record.");
    if (resource.cut === null) return found;
    const { page: items, more } = resource.cut(found, limit);
    return { ...items, next: more ? writeCursor({ upTo: upTo ?? 0, offset: page.offset + limit }, question) : null };
  };
  const upTo = cursor?.upTo ?? (moment === null ? null : await lastVersionBy(reader.now, moment));
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
