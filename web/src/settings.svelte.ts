/** What a reader set for this browser. It is kept there and nowhere else. */
export type Theme = "system" | "light" | "dark";

const themes: readonly Theme[] = ["system", "light", "dark"];

let theme = $state<Theme>(themes.find((one) => one === kept("theme")) ?? "system");
let letterKeys = $state(kept("letter-keys") !== "off");

export const settings = {
  get theme(): Theme {
    return theme;
  },
  set theme(value: Theme) {
    theme = value;
    keep("theme", value);
    showTheme();
  },
  /** Whether keys without a modifier do something: who speaks to the browser may want them off. */
  get letterKeys(): boolean {
    return letterKeys;
  },
  set letterKeys(value: boolean) {
    letterKeys = value;
    keep("letter-keys", value ? "on" : "off");
  },
};

/** Puts the theme on the page. */
export function showTheme(): void {
  document.documentElement.dataset.theme = theme;
}

/** What is kept under that name, `null` where nothing is, or where the browser keeps nothing. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`sitrep.${name}`);
  } catch {
    return null;
  }
}

/** Keeps it where the browser lets us. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`sitrep.${name}`, value);
  } catch {
    // A full or forbidden store costs the reader a setting and nothing else.
  }
}
