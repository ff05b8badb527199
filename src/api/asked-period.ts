import type { z } from "zod";
import { type AskedPeriod, briefQuestion } from "../ask/brief-question.js";
import type { LinkQuestion } from "../store/queries/stories.js";
import type { filterQuery } from "./query.js";
import { Refusal } from "./refusal.js";
import type { Asked } from "./resource.js";

type Filtered = Pick<
  Asked<unknown, z.output<typeof filterQuery> & { readonly reviewed?: boolean | undefined }>,
  "query" | "store" | "effects"
>;

/** The period that is asked for, and what it is narrowed down to. @throws {Refusal} where that names something that is not there */
export async function askedPeriod(
  { query, store, effects }: Filtered,
  usual: "last_day" | "all" = "all",
): Promise<AskedPeriod> {
  const { added_after: addedAfter, ...options } = query;
  const question = await briefQuestion({ ...options, addedAfter }, store, effects, usual);
  if (question.kind === "refused")
    throw new Refusal("bad_request", question.reason, question.field === "addedAfter" ? "added_after" : question.field);
  return question;
}

/** The same for a page of a list, with one item more, by which it is known whether there is another page. */
export async function askedPage(
  asked: Filtered & Pick<Asked<unknown, unknown>, "page">,
): Promise<Required<Pick<LinkQuestion, "since" | "until" | "filter" | "offset">> & { readonly limit: number }> {
  const { period, filter } = await askedPeriod(asked);
  const { offset, limit } = asked.page;
  return { since: period.since ?? undefined, until: period.until ?? undefined, filter, offset, limit: limit + 1 };
}
