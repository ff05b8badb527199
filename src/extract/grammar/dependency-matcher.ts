import type { Token } from "./token.js";

/** What a token has to be: each list names the values that do, what is left out may be anything. */
export interface TokenPattern {
  readonly lower?: readonly string[];
  readonly lemma?: readonly string[];
  readonly upos?: readonly string[];
  readonly deprel?: readonly string[];
}

/** One more token of a pattern, by where it stands to one that the pattern has named before. */
export interface PatternStep extends TokenPattern {
  readonly name: string;
  readonly of: string;
  readonly by: "child" | "head" | "next" | "previous";
  /** There must be no such token. */
  readonly absent?: true;
}

/** A pattern over a tree, in the manner of spaCy's `DependencyMatcher`. */
export interface DependencyPattern {
  /** What it tells of, in a few words. */
  readonly name: string;
  /** The token that it is tried at. */
  readonly anchor: TokenPattern;
  readonly steps: readonly PatternStep[];
  /** Sentences with the anchor in brackets, and whether the pattern holds there; its test parses them. */
  readonly examples: readonly (readonly [sentence: string, holds: boolean])[];
}

/** The tokens of a pattern by their names; the anchor is `anchor`. */
export type DependencyMatch = Readonly<Record<string, Token>>;

/** The tokens that stand to `anchor` as the pattern says, `null` where it does not hold. Each step takes the first token that fits. */
export function matchAt(anchor: Token, { anchor: wanted, steps }: DependencyPattern): DependencyMatch | null {
  if (!fits(anchor, wanted)) return null;
  const found: Record<string, Token> = { anchor };
  for (const step of steps) {
    const from = found[step.of];
    const token = from && tokensBy(step.by, from).find((one) => fits(one, step));
    if ((token === undefined) !== (step.absent === true)) return null;
    if (token !== undefined) found[step.name] = token;
  }
  return found;
}

function tokensBy(by: PatternStep["by"], from: Token): readonly Token[] {
  switch (by) {
    case "child":
      return from.children;
    case "head":
      return from.head.index === from.index ? [] : [from.head];
    case "next":
      return [from.next];
    case "previous":
      return [from.previous];
  }
}

function fits(token: Token, { lower, lemma, upos, deprel }: TokenPattern): boolean {
  return (
    (lower === undefined || lower.includes(token.lower)) &&
    (lemma === undefined || lemma.includes(token.lemma)) &&
    (upos === undefined || upos.includes(token.upos)) &&
    (deprel === undefined || deprel.includes(token.deprel))
  );
}
