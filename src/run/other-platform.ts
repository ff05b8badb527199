import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of `dist/` that `npm run build` puts the model's runtime into, for one platform. */
const shippedRuntimes = fileURLToPath(new URL("../../dist/runtime", import.meta.url));

/** What to say where this package was made for other platforms than this one; null where it runs. */
export function otherPlatform(
  here = `${process.platform}-${process.arch}`,
  runtimes: readonly string[] = existsSync(shippedRuntimes) ? readdirSync(shippedRuntimes) : [here],
): string | null {
  if (runtimes.includes(here)) return null;
  return `sitrep: this package is for ${runtimes.join(", ")}, and this computer is ${here}. Install the package for ${here}.\n`;
}
