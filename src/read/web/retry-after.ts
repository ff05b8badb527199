/** When a `Retry-After` header says to come again, in milliseconds since 1970: it holds seconds or a date; `null` for anything else. */
export function retryAfter(header: string | null, now: number): number | null {
  const written = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(written)) return now + Number(written) * 1000;
  const date = /^[a-z]{3}/i.test(written) ? Date.parse(written) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(date, now);
}
