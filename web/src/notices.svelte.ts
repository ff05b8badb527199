/** Something that was done, and what would take it back. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly undo: (() => Promise<void>) | null;
}

let count = 0;
let shown = $state.raw<readonly Notice[]>([]);

export const notices = {
  get shown(): readonly Notice[] {
    return shown;
  },
};

/** Tells the reader of it; it stays until it is closed or the next ones push it out, for nobody reads against the clock. */
export function notify(text: string, undo: Notice["undo"] = null): void {
  count += 1;
  shown = [...shown, { id: count, text, undo }].slice(-3);
}

export function dismiss(id: number): void {
  shown = shown.filter((one) => one.id !== id);
}
