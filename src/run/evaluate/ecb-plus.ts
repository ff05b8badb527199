/** An article of ECB+. */
export interface EcbArticle {
  /** As the file is named: `12_3ecbplus`. */
  readonly id: string;
  readonly topic: number;
  /** The story within the topic: the first corpus and its extension each tell of one event of a kind. */
  readonly subTopic: string;
  readonly text: string;
}

/** The article that a file of ECB+ holds, a line a sentence, without the page's address that stands before it. `null` for a file of another name. */
export function readEcbArticle(file: string, xml: string): EcbArticle | null {
  const [, topic, corpus] = /^(\d+)_\d+(ecb|ecbplus)\.xml$/.exec(file) ?? [];
  if (topic === undefined || corpus === undefined) return null;
  const sentences = new Map<string, string[]>();
  for (const [, sentence = "", word = ""] of xml.matchAll(/<token\b[^>]*\bsentence="(\d+)"[^>]*>([^<]*)<\/token>/g)) {
    sentences.set(sentence, [...(sentences.get(sentence) ?? []), unescaped(word)]);
  }
  const lines = [...sentences.values()].map((words) => words.join(" ")).filter((line) => !/^https? :/.test(line));
  return {
    id: file.replace(/\.xml$/, ""),
    topic: Number(topic),
    subTopic: `${topic}${corpus}`,
    text: lines.join("\n"),
  };
}

function unescaped(word: string): string {
  return word.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities.get(name) ?? "");
}

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["amp", "&"],
]);
