/**
 * The rows of a table of knowledge (`data/*.tsv`): fields between tabs, white space around them cut off. Lines that are empty or start
 * with `#` are left out.
 */
export function parseTable(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t").map((field) => field.trim()));
}
