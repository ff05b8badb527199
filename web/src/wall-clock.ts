/** What the clocks of a zone show at a moment, as if it were UTC; the moment itself where the browser knows no such zone. */
export function wallClock(moment: Date, zone: string): Date {
  if (zone === "UTC") return moment;
  try {
    const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
    return new Date(`${shown.format(moment).replace(" ", "T")}Z`);
  } catch {
    return moment;
  }
}

/** Whether it tells a time of day. */
export function isMoment(at: string): boolean {
  return /T\d\d:\d\d/.test(at);
}
