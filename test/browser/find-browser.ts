import { existsSync } from "node:fs";

/** What a machine without a browser has to be given; the tests say it. */
export const howToInstall =
  "Found no Chromium. Install Debian's (`apt-get install --no-install-recommends chromium`), or name one in SITREP_CHROMIUM.";

/** Where Chromium is: what SITREP_CHROMIUM names, else where systems put it; `null` where there is none. */
export function findBrowser(): string | null {
  const named = process.env.SITREP_CHROMIUM;
  const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return (named === undefined ? places : [named]).find((path) => existsSync(path)) ?? null;
}
