import { existsSync } from "node:fs";

/** What a machine without a browser has to be given; the tests say it. */
export const howToInstall =
  "Found no Chromium. Install Debian's (`apt-get install --no-install-recommends chromium`), or name one in SITREP_CHROMIUM.";

/** The same for the second browser. */
export const howToInstallFirefox =
  "Found no Firefox. Install Debian's (`apt-get install --no-install-recommends firefox-esr`), or name one in SITREP_FIREFOX.";

/** Where Chromium is: what SITREP_CHROMIUM names, else where systems put it; `null` where there is none. */
export function findBrowser(): string | null {
  return firstThere(process.env.SITREP_CHROMIUM, [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ]);
}

/** Where Firefox is: what SITREP_FIREFOX names, else where systems put it; `null` where there is none. */
export function findFirefox(): string | null {
  return firstThere(process.env.SITREP_FIREFOX, ["/usr/bin/firefox-esr", "/usr/bin/firefox"]);
}

function firstThere(named: string | undefined, places: readonly string[]): string | null {
  return (named === undefined ? places : [named]).find((path) => existsSync(path)) ?? null;
}
