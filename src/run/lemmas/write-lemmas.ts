import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { encodeLemmas } from "../../annotate/syntax/lemma-table.js";
import { lemmaEntries } from "./lemma-entries.js";
import { shippedLemmas } from "./shipped-lemmas.js";

// A step of the build: loading WordNet's lists took an eighth of a second at every start, in every thread.
const require = createRequire(import.meta.url);
const wordsIn = (list: string): string[] => Object.keys(require(`wink-lexicon/src/${list}.js`));
const entries = lemmaEntries({
  bases: wordsIn("wn-words"),
  irregularVerbs: wordsIn("wn-verb-exceptions"),
  irregularNouns: wordsIn("wn-noun-exceptions"),
});
await writeFile(shippedLemmas, encodeLemmas(entries));
