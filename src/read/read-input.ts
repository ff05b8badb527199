import type { KnownFacts } from "./known-facts.js";
import { readPlain } from "./plain/read-plain.js";
import { type Reading, unreadable } from "./reading.js";
import { sniffFormat } from "./sniff-format.js";

/** The article in the bytes of one input, whatever its format; `input` is its name, whose ending counts where the bytes do not tell. */
export async function readInput(bytes: Uint8Array, input: string, known: KnownFacts): Promise<Reading> {
  const format = sniffFormat(bytes, input);
  switch (format.kind) {
    case "other":
      return unreadable(input, `this is ${format.what}`);
    case "page": {
      // The page's parser takes longer to load than a text takes to read.
      const { readPage } = await import("./page/read-page.js");
      return readPage(bytes, input, known);
    }
    case "plain":
      return readPlain(bytes, input, known);
  }
}
