import type { StoreState } from "../store/engine/engine.js";
import type { Store } from "../store/store.js";
import { sha256 } from "../text/hash.js";
import type { Request } from "./answering/answer-to.js";
import type { Answerer } from "./answering/answerer.js";
import type { Resource } from "./resource.js";

/** An answer as it goes out. */
export interface SentAnswer {
  readonly json: string;
  /** The same for the same bytes, whatever made them. */
  readonly etag: string;
}

/** Answers requests, the same request once as long as nobody changes the database. */
export interface Answers {
  /** @param isGone whether nobody waits for it any more @throws {Refusal} where the request is wrong or there is no such thing. */
  readonly answer: (resource: Resource, request: Request, isGone: () => boolean) => Promise<SentAnswer>;
}

interface KeptAnswer {
  readonly state: StoreState;
  readonly answer: Promise<SentAnswer>;
  /** Of each that waits for it, whether they have gone. */
  readonly gone: (() => boolean)[];
  size: number;
}

/** In characters, of all answers that are kept. */
const mostKept = 48 * 1024 * 1024;

/** Answers from the record, which are kept until the database changes. */
export function openAnswers(store: Store, answerer: Answerer): Answers {
  // The one that was asked for last is last.
  const kept = new Map<string, KeptAnswer>();
  let size = 0;
  const drop = (url: string): void => {
    size -= kept.get(url)?.size ?? 0;
    kept.delete(url);
  };
  const make = async (resource: Resource, request: Request, isGone: () => boolean): Promise<SentAnswer> => {
    const json = await answerer.answer(resource, request, isGone);
    return { json, etag: `"${sha256(json).slice(0, 32)}"` };
  };
  const begin = (resource: Resource, request: Request, state: StoreState, isGone: () => boolean): KeptAnswer => {
    const gone = [isGone];
    return { state, gone, answer: make(resource, request, () => gone.every((one) => one())), size: 0 };
  };
  return {
    answer: async (resource, request, isGone) => {
      const url = `${request.mayCorrect} ${request.url}`;
      const state = await store.state();
      const known = kept.get(url);
      drop(url);
      const one = known?.state === state ? known : begin(resource, request, state, isGone);
      if (one === known && one.size === 0) one.gone.push(isGone);
      size += one.size;
      kept.set(url, one);
      try {
        const answer = await one.answer;
        if (one.size === 0 && kept.get(url) === one) {
          one.size = answer.json.length + url.length;
          one.gone.length = 0;
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
