import { writeFileSync } from "node:fs";
import { casesOf, suites } from "./suites.js";

// Writes what the program gives now as what is expected: `npm run golden:accept [-- suite/case …]`. Read the difference
// before you commit it. Known failures stay as they are, since their expectation is a reader's, not the program's.
const wanted = process.argv.slice(2);
for (const { name, check } of suites) {
  for (const one of casesOf(name)) {
    if (one.failsBecause !== null || (wanted.length > 0 && !wanted.includes(one.name))) continue;
    const found = await check(one.input);
    if (found === one.expected) continue;
    writeFileSync(one.expectedFile, found);
    process.stdout.write(`accepted ${one.name}\n`);
  }
}
process.exit();
