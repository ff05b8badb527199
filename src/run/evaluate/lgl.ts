import { nameKey } from "../../extract/places/name-key.js";
import type { Span } from "../../text/span.js";
import { parseTable } from "../../text/table.js";

/** A place that the annotators marked. */
export interface GoldToponym {
  readonly span: Span;
  /** `null` where they found it in no gazetteer. */
  readonly point: { readonly lat: number; readonly lon: number } | null;
  /**
   * `literal`: a name of a place in its own right; `demonym`: "Georgian", "Russians"; `embedded`: part of a longer name, as the capitalised word
   * right behind it tells: "Dayton" in "Dayton Police Department".
   */
  readonly use: "literal" | "demonym" | "embedded";
}

export interface LglArticle {
  readonly id: string;
  /** Weights were tuned on the articles with even ids. */
  readonly half: "tune" | "unseen";
  readonly text: string;
  readonly toponyms: readonly GoldToponym[];
}

/** The articles of the Local-Global Lexicon, as `places/lgl.xml` holds them. `countries` is the table `data/countries.tsv`. */
export function readLgl(xml: string, countries: string): LglArticle[] {
  const demonyms = demonymsOf(countries);
  return [...xml.matchAll(/<article docid="(\d+)">(.*?)<\/article>/gs)].map(([, id = "", body = ""]) => {
    const text = /<text>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?<\/text>/s.exec(body)?.[1] ?? "";
    const toponyms = [...body.matchAll(/<toponym>(.*?)<\/toponym>/gs)].map(([, xml = ""]) =>
      goldToponym(xml, text, demonyms),
    );
    return { id, half: Number(id) % 2 === 0 ? "tune" : "unseen", text, toponyms };
  });
}

function goldToponym(xml: string, text: string, demonyms: ReadonlySet<string>): GoldToponym {
  const field = (name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? "";
  const [start, end] = [Number(field("start")), Number(field("end"))];
  const [lat, lon] = [field("lat"), field("lon")];
  return {
    span: [start, end],
    point: lat === "" ? null : { lat: Number(lat), lon: Number(lon) },
    use: useOf(text.slice(start, end), text.slice(end), demonyms),
  };
}

function useOf(phrase: string, behind: string, demonyms: ReadonlySet<string>): GoldToponym["use"] {
  if (demonyms.has(nameKey(phrase))) return "demonym";
  return /^(?:[ {2}]|['’]s )\p{Lu}/u.test(behind) ? "embedded" : "literal";
}

/** Adjectives and words for peoples that are no country's name: of countries, and those others that occur in news of 2009. */
function demonymsOf(countries: string): ReadonlySet<string> {
  const others =
    "African Asian Arab European North American South American Latin American South Ossetian Ossetian Abkhazian Abkhaz Chechen Ontarian Texan Londoner Parisian Soviet";
  const words = new Set(
    others
      .split(/ (?=(?:(?:North|South|Latin) )?[A-Z])(?<!North |South |Latin )/)
      .flatMap((word) => [word, `${word}s`]),
  );
  const names = new Set<string>();
  for (const [, name = "", more = "", adjectives = "", people = ""] of parseTable(countries)) {
    for (const own of [name, ...more.split("|")]) names.add(nameKey(own));
    for (const word of [...adjectives.split("|"), ...people.split("|")]) words.add(word);
  }
  return new Set([...words].map(nameKey).filter((key) => !names.has(key)));
}
