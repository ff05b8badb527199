import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exampleArchive, exampleArchiveName } from "./example-archive.js";

/** Makes the web archive of the examples again, after one of its pages has changed: `npx tsx bench/archive-examples.ts`. */
const folder = fileURLToPath(new URL("../examples", import.meta.url));
writeFileSync(join(folder, exampleArchiveName), exampleArchive(folder));
