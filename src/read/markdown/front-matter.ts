/** What stands at the head of a Markdown file between lines of `---` or `+++`: its fields by name in lower case, and the text behind. */
export interface FrontMatter {
  /** Each with its values: one, or those of a list. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

/** The front matter of a text, of YAML's or TOML's simplest forms; `null` where it begins with none that has a field. */
export function frontMatter(text: string): FrontMatter | null {
  const [whole = "", , head = ""] =
    /^\ufeff?\s*(---|\+\+\+)[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  const fields = fieldsIn(head.split(/\r?\n/));
  return fields.size === 0 ? null : { fields, body: text.slice(whole.length) };
}

const field = /^([\p{L}_][\p{L}\p{N}_.-]{0,40})\s*[:=]\s*(.*)$/u;

function fieldsIn(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let last: string[] | null = null;
  for (const line of lines) {
    const [, name, value = ""] = field.exec(line) ?? [];
    const listed = /^\s*-\s+(?:name\s*:\s*)?(.*)$/.exec(line)?.[1] ?? /^\s+(?:name\s*:\s*|(?=\S))(.*)$/.exec(line)?.[1];
    if (name !== undefined) {
      last = [...valuesIn(value)];
      if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), last);
    } else if (listed !== undefined && last !== null) last.push(...valuesIn(listed));
    else if (line.trim() !== "" && !line.trimStart().startsWith("#")) return new Map();
  }
  return fields;
}

/** "Quay shut", ["Ada Lenz", "Bo Marr"], {name: Ada Lenz}: the words in it. */
function valuesIn(written: string): readonly string[] {
  const value = written.trim();
  const inner = /^\[(.*)\]$/s.exec(value)?.[1];
  if (inner !== undefined) return inner.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).flatMap(valuesIn);
  const named = /^\{.*?\bname\s*[:=]\s*([^,}]+).*\}$/s.exec(value)?.[1];
  if (named !== undefined) return valuesIn(named);
  const bare = unquoted(value);
  return bare === "" || /^[>|][+-]?$/.test(bare) ? [] : [bare];
}

function unquoted(value: string): string {
  const quoted = /^(["'])(.*)\1$/s.exec(value);
  if (quoted === null) return value.replace(/\s+#\s.*$/, "");
  const [, mark, words = ""] = quoted;
  return mark === '"' ? words.replace(/\\(["\\])/g, "$1") : words.replaceAll("''", "'");
}
