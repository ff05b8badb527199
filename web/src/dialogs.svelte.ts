/** What stands before every page, when it is asked for. */
export type DialogName = "find" | "add" | "keys" | "views";

/** What somebody wants to add, as far as they have said already. */
export interface Wanted {
  readonly as: "address" | "text" | "files";
  /** The address or the text. */
  readonly content?: string;
  readonly title?: string;
}

let open = $state<DialogName | null>(null);
let typed = $state("");
let wanted = $state.raw<Wanted>({ as: "address" });

export const dialogs = {
  get open(): DialogName | null {
    return open;
  },
  set open(name: DialogName | null) {
    if (name === "add") wanted = { as: "address" };
    typed = "";
    open = name;
  },
  /** What is looked for: whoever types does not wait until the window is there. */
  get typed(): string {
    return typed;
  },
  set typed(text: string) {
    typed = text;
  },
  get wanted(): Wanted {
    return wanted;
  },
};

/** Opens what adds, with what is known of it. */
export function showAdd(what: Wanted): void {
  wanted = what;
  open = "add";
}
