/** Pieces of a word beyond this many add nothing that the heads read, and long addresses would eat a window. */
const longestWord = 8;

/** Characters of a word beyond this many change none of its first pieces, and words of any length would fill the memory. */
const longestSpelled = 256;

/** Splits words into the ids of BERT's uncased WordPiece vocabulary; remembers every word that it has seen. */
export interface WordPieces {
  /** At least one id; `[UNK]` for what the vocabulary cannot spell; at most {@link longestWord} ids. */
  idsOf(word: string): readonly number[];
  readonly cls: number;
  readonly sep: number;
}

/**
 * WordPiece as Devlin et al. (2019) describe it: lower case, accents stripped, punctuation split off, then the longest
 * known piece first, pieces inside a word marked `##`. `vocabulary` holds one piece a line, its line number is its id.
 */
export function wordPieces(vocabulary: string): WordPieces {
  const ids = new Map(vocabulary.split("\n").map((piece, id) => [piece.trimEnd(), id]));
  const special = (name: string): number => {
    const id = ids.get(name);
    if (id === undefined)
      throw new Error(`The vocabulary has no ${name}; expected BERT's vocab.txt, one piece a line.`);
    return id;
  };
  const unknown = special("[UNK]");
  const seen = new Map<string, readonly number[]>();
  const idsOf = (word: string): readonly number[] => {
    if (word.length > longestSpelled) return idsOf(word.slice(0, longestSpelled));
    const known = seen.get(word);
    if (known) return known;
    const found = simplify(word).flatMap((part) => greedyPieces(part, ids) ?? [unknown]);
    const result = found.length > 0 ? found.slice(0, longestWord) : [unknown];
    if (seen.size < 200_000) seen.set(word, result);
    return result;
  };
  return { idsOf, cls: special("[CLS]"), sep: special("[SEP]") };
}

function simplify(word: string): string[] {
  const plain = word
    .normalize("NFD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase();
  return plain.match(/[\p{P}\p{S}\p{Script=Han}]|[^\p{P}\p{S}\p{Script=Han}\s]+/gu) ?? [];
}

function greedyPieces(part: string, ids: ReadonlyMap<string, number>): number[] | null {
  if (part.length > 100) return null;
  const found: number[] = [];
  for (let from = 0; from < part.length; ) {
    let to = part.length;
    let id: number | undefined;
    for (; to > from; to--) {
      id = ids.get(from === 0 ? part.slice(0, to) : `##${part.slice(from, to)}`);
      if (id !== undefined) break;
    }
    if (id === undefined) return null;
    found.push(id);
    from = to;
  }
  return found;
}
