/** Sets of the numbers below `size` that grow together. Which number stands for a set does not depend on the order of joining: the smallest. */
export class DisjointSets {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, i) => i);
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

  join(a: number, b: number): void {
    const [first, second] = [this.find(a), this.find(b)];
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
