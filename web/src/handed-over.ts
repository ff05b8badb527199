import { showAdd, type Wanted } from "./dialogs.svelte.js";
import { readFiles } from "./reading-in.svelte.js";
import { rights } from "./record-zone.svelte.js";

/** Takes files that are dropped on any page, and what is pasted where nobody types. @param over told whether something hovers over the page @returns what ends it */
export function followHandedOver(over: (hovers: boolean) => void): () => void {
  const dragged = (event: DragEvent): void => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    over(rights.mayAdd);
  };
  const left = (event: DragEvent): void => {
    if (event.relatedTarget === null) over(false);
  };
  const dropped = (event: DragEvent): void => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    over(false);
    take([...(event.dataTransfer?.files ?? [])]);
  };
  const pasted = (event: ClipboardEvent): void => {
    if (!rights.mayAdd || isTyping(event.target)) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const wanted = wantedOf(event.clipboardData?.getData("text/plain") ?? "");
    if (files.length > 0) take(files);
    else if (wanted !== null) showAdd(wanted);
  };
  const heard = [
    ["dragenter", dragged],
    ["dragover", dragged],
    ["dragleave", left],
    ["drop", dropped],
    ["paste", pasted],
  ] as const;
  // Each is of the event that it is named with.
  for (const [name, listener] of heard) addEventListener(name, listener as EventListener);
  return () => {
    for (const [name, listener] of heard) removeEventListener(name, listener as EventListener);
  };
}

function take(files: readonly File[]): void {
  if (files.length === 0 || !rights.mayAdd) return;
  readFiles(files);
  showAdd({ as: "files" });
}

/** A pasted address is read, and a text of more than some words. */
function wantedOf(pasted: string): Wanted | null {
  const text = pasted.trim();
  if (/^https?:\/\/\S+$/i.test(text)) return { as: "address", content: text };
  return text.length < shortestText ? null : { as: "text", content: text };
}

const shortestText = 80;

function holdsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes("Files") ?? false;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null
  );
}
