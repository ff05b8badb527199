import type { Answers } from "../api/answers.js";
import type { Resource } from "../api/resource.js";

/** What is asked of a resource of the interface: its parameters as an address has them. */
export interface AskedOf {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Asks a resource. @throws {Refusal} where the question is wrong, or there is no such thing */
export type Ask = <Answer>(resource: Resource, asked?: AskedOf) => Promise<Answer>;

/** Asks as the interface over HTTP does, of what it keeps; for somebody who may read. @param isGone whether nobody waits any more */
export function openAsk(answers: Answers, isGone: () => boolean = () => false): Ask {
  return async <Answer>(resource: Resource, { params = {}, query = {} }: AskedOf = {}) => {
    const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
    const request = { url: urlOf(resource.path, params, given), params, query: given, mayCorrect: false };
    const { json } = await answers.answer(resource, request, isGone);
    // It was made by the resource's own schema.
    return JSON.parse(json) as Answer;
  };
}

/** What the answer is kept under: an address that says the same. */
function urlOf(path: string, params: object, query: object): string {
  const told = (value: object): string => new URLSearchParams(Object.entries(value).flatMap(pairsOf)).toString();
  return `${path}?${told(params)}&${told(query)}`;
}

function pairsOf([name, value]: readonly [string, unknown]): readonly [string, string][] {
  return [value].flat().map((one) => [name, String(one)]);
}
