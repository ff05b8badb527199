import { copyFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { type BrowserName, type Desk, openBrowser, openDesk } from "./opened-desk.js";

/** What a test of a flow works with; good while its tests run. */
export interface Opened {
  readonly name: BrowserName;
  readonly browser: Browser;
  readonly desk: Desk;
  /** Where the record of this browser's desk lies. */
  readonly database: string;
}

/** The browsers that flows are tried in: both, or the one that SITREP_BROWSER names. */
export const browserNames: readonly BrowserName[] =
  process.env.SITREP_BROWSER === "firefox"
    ? ["firefox"]
    : process.env.SITREP_BROWSER === "chromium"
      ? ["chromium"]
      : ["chromium", "firefox"];

/**
 * The same tests in each browser, one after the other, each with a desk of its own on a copy of the record, so that what one corrects the other does not
 * find.
 *
 * @param database the record, where there is one; made before these tests run
 */
export function inEveryBrowser(database: string, tests: (opened: () => Opened, name: BrowserName) => void): void {
  const path = temporaryFolder();
  describe.each(browserNames)("in %s", (name) => {
    let opened: Opened | null = null;

    beforeAll(async () => {
      const own = path(`${name}.db`);
      copyIfThere(database, own);
      const [desk, browser] = await Promise.all([openDesk(own), openBrowser(name)]);
      opened = { name, browser, desk, database: own };
    });

    afterAll(async () => {
      await opened?.desk.close();
    });

    tests(() => {
      if (opened === null) throw new Error("Asked for a browser before it was opened.");
      return opened;
    }, name);
  });
}

/** A command that ended has folded all that it wrote into the one file. */
function copyIfThere(from: string, to: string): void {
  try {
    copyFileSync(from, to);
  } catch {
    // Nothing was read yet: the server begins with an empty record.
  }
}
