import { normaliseText } from "../../text/normalise.js";
import { type Arrival, noArrival } from "../arrival.js";
import { buildArticle, nothingElse } from "../build-article.js";
import { headlineOf } from "../headline.js";
import type { KnownFacts } from "../known-facts.js";
import { type Reading, unreadable } from "../reading.js";
import { charsetOf } from "../retrieval.js";
import { decodeText } from "./decode-text.js";

/** The article in a plain-text file: its text is the file's, with line ends as `\n` and outer blank lines gone. */
export async function readPlain(
  bytes: Uint8Array,
  input: string,
  known: KnownFacts,
  { retrieval }: Arrival = noArrival,
): Promise<Reading> {
  const decoding = decodeText(bytes, charsetOf(retrieval?.contentType ?? null));
  if (decoding.kind === "binary") {
    return unreadable(input, "this is binary data of no known kind; `sitrep formats` lists what is read");
  }
  const text = normaliseText(decoding.text);
  const found = {
    ...nothingElse,
    text,
    title: headlineOf(text),
    url: retrieval?.address ?? null,
    messages: decoding.messages,
  };
  return { kind: "article", input, article: await buildArticle(found, known), retrieval, source: null };
}
