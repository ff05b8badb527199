/** So many hours, or whole days, up to the end of the record. */
export type RollingPeriod = { readonly hours: number } | { readonly days: number };

/** What a person writes for such a period: "24h", "3d", "2w". `null` for what is none, and for more than anybody means. */
export function rollingPeriod(written: string): RollingPeriod | null {
  const [, digits = "", unit = ""] = /^([1-9]\d{0,3})([hdw])$/.exec(written) ?? [];
  const count = Number(digits);
  if (unit === "h") return count <= mostHours ? { hours: count } : null;
  if (unit === "d" || unit === "w") return { days: unit === "w" ? count * 7 : count };
  return null;
}

/** Whoever asks for more means days. */
const mostHours = 168;

/** What is expected of whoever names the beginning of a period. */
export const expectedSince = "Expected a day like 2031-03-04, or a period up to the last article like 24h, 3d or 2w.";
