import { expect, test } from "vitest";
import type { RecordArticle } from "../../record/record.js";
import { agenciesOf } from "./agencies.js";
import { findCredit } from "./find-credit.js";

const agencies = agenciesOf("Meridian Wire\tMW");

function creditOf(outlet: string | null, text: string): string | null {
  // What of an article findCredit looks at.
  const article = { outlet, text, authors: [] as readonly string[] } as unknown as RecordArticle;
  return findCredit(article, agencies)?.agency ?? null;
}

test.each([
  ["Karsk Tribune (MW)", "Meridian Wire"],
  ["Karsk Tribune (Oslovar Post)", "Oslovar Post"],
  ["Blog copy of the Oslovar Post", "the Oslovar Post"],
  ["Karsk Tribune (mirror)", null],
  ["Karsk Tribune", null],
])("an outlet called %s credits %s", (outlet, credit) => expect(creditOf(outlet, "A ship sank.")).toBe(credit));

test.each([
  ["KARSK, March 3 (Orsen Press) - A ship sank.", "Orsen Press"],
  ["March 3, 2031 (KARSK) - A ship sank.", null],
])("the dateline %s credits %s", (text, credit) => expect(creditOf(null, text)).toBe(credit));
