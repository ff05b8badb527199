/** What came of a reading, and how many faults of pdf.js nobody was waiting for meanwhile. */
export interface WithStrays<Result> {
  readonly result: Result;
  readonly strays: number;
}

let strays = 0;
let isHeard = false;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads with pdf.js, one file after the other. The library drops some of its promises: where one fails on a broken file, Node would end the process, which
 * is kept from it here for faults that arose in the library, and for no others.
 */
export function countingStrays<Result>(read: () => Promise<Result>): Promise<WithStrays<Result>> {
  const reading = last.then(async () => {
    if (!isHeard) process.on("unhandledRejection", hear);
    isHeard = true;
    const before = strays;
    const result = await read();
    // Node tells of a dropped promise when all that waits has run.
    await new Promise((resolve) => setImmediate(resolve));
    return { result, strays: strays - before };
  });
  last = reading.catch(() => undefined);
  return reading;
}

/** Thrown out of this, a fault ends the process as it would have without it. */
function hear(reason: unknown): void {
  if (!isOfLibrary(reason)) throw reason;
  strays += 1;
}

/** Whether the fault arose in pdf.js itself, as the innermost call of its stack tells. */
export function isOfLibrary(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  const innermost = /^\s+at .*$/m.exec(reason.stack ?? "")?.[0] ?? "";
  return /[\\/](?:unpdf[\\/]dist|dist[\\/]vendor)[\\/]pdfjs\.\w+:/.test(innermost);
}
