/**
 * Sets of the numbers below `size` that grow together. Which number stands for a set does not depend on the order of joining: the smallest.
 * Numbers can belong to an owner from the beginning; those of one owner are one set, and sets of two owners are never joined.
 */
export class DisjointSets {
  private readonly parent: Int32Array;
  private readonly owners: (string | null)[];

  /** @param owners of the first numbers; all others have none */
  constructor(size: number, owners: readonly (string | null)[] = []) {
    this.parent = Int32Array.from({ length: size }, (_, i) => i);
    this.owners = [...owners];
    const firsts = new Map<string, number>();
    for (const [at, owner] of owners.entries()) {
      if (owner === null) continue;
      const first = firsts.get(owner);
      if (first === undefined) firsts.set(owner, at);
      else this.join(first, at);
    }
  }

  /** The smallest number of the set that holds `one`. */
  find(one: number): number {
    let root = one;
    for (let up = this.above(root); up !== root; up = this.above(root)) root = up;
    for (let at = one; at !== root; ) {
      const next = this.above(at);
      this.parent[at] = root;
      at = next;
    }
    return root;
  }

  /** The owner of the set that holds `one`, `null` for none. */
  ownerOf(one: number): string | null {
    return this.owners[this.find(one)] ?? null;
  }

  /** Makes one set of two, unless each has an owner of its own. */
  join(a: number, b: number): void {
    const [first, second] = [this.find(a), this.find(b)];
    const [one, other] = [this.ownerOf(first), this.ownerOf(second)];
    if (one !== null && other !== null && one !== other) return;
    this.owners[Math.min(first, second)] = one ?? other;
    this.parent[Math.max(first, second)] = Math.min(first, second);
  }

  /** The sets, each in rising order, by their smallest number. */
  sets(): readonly (readonly number[])[] {
    const byRoot = new Map<number, number[]>();
    for (let i = 0; i < this.parent.length; i++) {
      const root = this.find(i);
      const known = byRoot.get(root);
      if (known) known.push(i);
      else byRoot.set(root, [i]);
    }
    return [...byRoot.values()];
  }

  private above(one: number): number {
    return this.parent[one] ?? one;
  }
}
