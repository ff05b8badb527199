import { writeFileSync } from "node:fs";
import { hasAvx512 } from "../processor.js";
import { casesOf, suites } from "./suites.js";

// Writes what the program gives now as what is expected: `npm run golden:accept [-- suite/case …]`. Read the difference
// before you commit it. Known failures stay as they are, since their expectation is a reader's, not the program's.
// A processor without AVX-512 writes what it reads beside that; what a change does to the other has then to be moved there by hand.
const wanted = process.argv.slice(2);
for (const { name, check } of suites) {
  for (const one of casesOf(name)) {
    if (one.failsBecause !== null || (wanted.length > 0 && !wanted.includes(one.name))) continue;
    const found = await check(one.input);
    if (found === one.expected || found === one.withoutAvx512) continue;
    writeFileSync(hasAvx512() ? one.expectedFile : one.withoutAvx512File, found);
    process.stdout.write(`accepted ${one.name}\n`);
  }
}
process.exit();
