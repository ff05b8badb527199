/** What a field that completes as one types can hold. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What tells it from others of that name. */
  readonly note?: string | null;
  /** What else it is found by. */
  readonly also?: readonly string[];
}

/** The choices that the words typed so far may mean, those that begin with them first: "zelen" means "President Zelensky". Accents and case count for nothing. */
export function meant(choices: readonly Choice[], typed: string): readonly Choice[] {
  const words = wordsOf(typed);
  if (words.length === 0) return choices;
  const ranked = choices.flatMap((choice) => {
    const names = [choice.label, ...(choice.also ?? [])].map(wordsOf);
    const found = names.filter((name) => words.every((word) => name.some((own) => own.startsWith(word))));
    if (found.length === 0) return [];
    return [{ choice, first: found.some(([own]) => own?.startsWith(words[0] ?? "")) ? 0 : 1 }];
  });
  return ranked.toSorted((a, b) => a.first - b.first).map(({ choice }) => choice);
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
