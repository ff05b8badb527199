import { styleText } from "node:util";
import { ownControls } from "./printable.js";

/** Wraps words in the marks of a colour or weight, or hands them back as they are. */
export type Style = (
  format: "bold" | "dim" | "italic" | "cyan" | "green" | "magenta" | "red" | "underline" | "yellow",
  text: string,
) => string;

/** Styles for a terminal that shows colours. */
export const colourStyle: Style = (format, text) => {
  const [begin = "", end = ""] = styleText(format, "|", { validateStream: false }).split("|");
  return text === "" ? "" : `${ownControls(begin)}${text}${ownControls(end)}`;
};

/** No styles: the words alone. */
export const plainStyle: Style = (_format, text) => text;

/** The text with each word styled apart, so that a line can end between them. */
export function styleWords(text: string, format: Parameters<Style>[0], style: Style): string {
  return text.replace(/\S+/g, (word) => style(format, word));
}
