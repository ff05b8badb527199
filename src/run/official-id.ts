/** The id in a name like `official:us-advisories`, empty for `official:` alone; `null` for any other name. */
export function officialId(name: string): string | null {
  return /^official:(.*)$/s.exec(name)?.[1] ?? null;
}
