/** What of the address says which articles a page is of, by when they are from or came in. */
export const periodNames = ["since", "until", "added_after"] as const;

/** What narrows a page down and means the same on every page of a period; it stands in the address. */
export const filterNames = [...periodNames, "country", "who", "story", "watch", "as_of"] as const;

/** A usual period, as it stands in the address. */
export interface UsualPeriod {
  readonly name: string;
  readonly since: string | null;
  readonly addedAfter: string | null;
}

/** Periods up to the end of the record, the shortest first, and what came in since the reader last looked, where that is known. */
export function usualPeriods(lastLook: string | null): readonly UsualPeriod[] {
  const rolling = [
    ["24 hours", "24h"],
    ["3 days", "3d"],
    ["Week", "1w"],
  ] as const;
  return [
    ...rolling.map(([name, since]) => ({ name, since, addedAfter: null })),
    ...(lastLook === null ? [] : [{ name: "Since your last look", since: null, addedAfter: lastLook }]),
  ];
}

/** Whether the address asks for that period and no other. */
export function isPeriodOf(query: URLSearchParams, { since, addedAfter }: Omit<UsualPeriod, "name">): boolean {
  return query.get("since") === since && query.get("added_after") === addedAfter && !query.has("until");
}
