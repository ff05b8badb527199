/** A vector of terms, by their numbers in a dictionary; in the vector's own order. A window of news has ten thousands of them, and two are compared without a text being hashed. */
export interface PackedTerms {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
}

/** Numbers for terms, from 0 on, in the order in which they are first asked for. */
export class TermDictionary {
  private readonly ids = new Map<string, number>();
  private readonly terms: string[] = [];

  /** How many terms there are. */
  get size(): number {
    return this.terms.length;
  }

  packed(vector: Iterable<readonly [term: string, weight: number]>): PackedTerms {
    const entries = [...vector];
    return {
      ids: Int32Array.from(entries, ([term]) => this.idOf(term)),
      weights: Float64Array.from(entries, ([, weight]) => weight),
    };
  }

  /** What {@link packed} was given. */
  unpacked({ ids, weights }: PackedTerms): readonly (readonly [term: string, weight: number])[] {
    return Array.from(ids, (id, at) => [this.termOf(id), weights[at] ?? 0] as const);
  }

  /** @throws {RangeError} for a number that stands for no term */
  termOf(id: number): string {
    const term = this.terms[id];
    if (term === undefined) throw new RangeError(`Found the number ${id}, which stands for no term of the dictionary.`);
    return term;
  }

  private idOf(term: string): number {
    const known = this.ids.get(term);
    if (known !== undefined) return known;
    this.ids.set(term, this.terms.length);
    return this.terms.push(term) - 1;
  }
}
