/** Says of the head of a text whether it begins as a mail does: a block of headers, some of which only mail programs write. */
export function looksLikeMail(head: string): boolean {
  const lines = head.replace(/^From \S.*\r?\n/, "").split(/\r?\n/);
  const end = lines.findIndex((line) => !/^[!-9;-~]+:|^[ \t]+\S/.test(line));
  const block = end < 0 ? lines : lines.slice(0, end);
  const names = new Set(block.map((line) => /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase() ?? ""));
  if (block.length < 2 || (end >= 0 && lines[end]?.trim() !== "")) return false;
  if (technical.some((name) => names.has(name))) return names.has("from") || names.has("received") || names.has("date");
  // What a person typed at the head of a text has no zone and no seconds.
  return names.has("from") && block.some((line) => /^date:.*\d\d:\d\d:\d\d [+-]\d{4}/i.test(line));
}

const technical = ["message-id", "mime-version", "received", "return-path", "delivered-to", "dkim-signature"];

/** Says of the head of a text whether it begins as a mailbox does: with the line that stands before each mail, and a mail behind it. */
export function looksLikeMailbox(head: string): boolean {
  return /^From \S+.*\d{4}\s*\r?\n/.test(head) && looksLikeMail(head);
}

/** Says of the head of a mail whether it is a page that a browser saved with its pictures. */
export function looksLikeMhtml(head: string): boolean {
  return /^(?:Snapshot-Content-Location:|From: <Saved by )/im.test(head) && looksLikeMail(head);
}

/** Says of the head of a text whether it begins as a file of subtitles does, WebVTT or SubRip. */
export function looksLikeSubtitles(head: string): boolean {
  return (
    /^WEBVTT(?:[ \t\r\n]|$)/.test(head) ||
    /^\s*(?:\d+[ \t]*\r?\n)?(?:\d+:)?\d\d:\d\d[,.]\d{1,3} *--> *(?:\d+:)?\d\d:/.test(head)
  );
}

/** Says of the head of a text whether it begins as JSON does; no line of prose opens with an object's first name or an array of arrays. */
export function looksLikeJson(head: string): boolean {
  return /^\s*(?:\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*$)|\[\s*(?:\{\s*["}]|\[\s*["\d{]|"(?:[^"\\]|\\.)*"\s*[,\]]\s*["\]]?|\]\s*$|-?\d+(?:\.\d+)?\s*,\s*-?\d))/.test(
    head,
  );
}

/** Says of the head of a text whether it begins as Markdown with front matter does: fields of a text between two lines of dashes or plus signs. */
export function looksLikeMarkdown(head: string): boolean {
  const front = /^\s*(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)(?:\r?\n\1[ \t]*(?:\r?\n|$)|$)/.exec(head)?.[2] ?? "";
  return (
    /^(?:title|date|author|authors|layout|published|headline)[ \t]*[:=][ \t]*\S/im.test(front) &&
    /^[\w.-]+[ \t]*[:=]/.test(front)
  );
}

/**
 * The character that parts the cells of a table, by the head of a text: its first line names columns, in a word or a few, and the next records
 * have as many cells; `null` where it is none. Prose has a space behind its commas.
 */
export function tableDelimiter(head: string): string | null {
  const [first = ""] = head.split(/\r?\n|\r/, 1);
  return delimiters.find((delimiter) => isTable(head, first, delimiter)) ?? null;
}

const delimiters = ["\t", ",", ";", "|"] as const;

function isTable(head: string, first: string, delimiter: string): boolean {
  const names = first.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
  if (names.length < 2 || new Set(names).size < names.length || !names.every((name) => columnName.test(name)))
    return false;
  if (delimiter !== "\t" && first.includes(`${delimiter} `)) return false;
  const records = cellCounts(head.slice(first.length), delimiter);
  return records.length > 0 && records.every((cells) => cells === names.length);
}

const columnName = /^[a-z_][\w.:/ -]{0,39}$/i;

/** How many cells each of the first records has; the last, which the head may cut, is left out where it is not the only one. */
function cellCounts(text: string, delimiter: string): readonly number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let empty = true;
  const finish = (): void => {
    if (!empty) counts.push(cells);
    cells = 1;
    empty = true;
  };
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (!quoted && (character === "\n" || character === "\r")) finish();
    else {
      empty = false;
      if (!quoted && character === delimiter) cells += 1;
    }
    if (counts.length === most) return counts;
  }
  const cut = text.length > 3_000;
  if (!cut || counts.length === 0) finish();
  return counts;
}

const most = 5;
