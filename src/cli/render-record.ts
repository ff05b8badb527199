import type { ArticleRecord } from "../record/record.js";
import type { SpeechAct, Statement } from "../record/statement.js";
import { intersectSpans, type Span } from "../text/span.js";
import type { Rendering } from "./rendering.js";
import type { Style } from "./style.js";
import { wrap } from "./wrap.js";

/** The record as a page for a person: where the article is from, then its statements in reading order, told ones under their tellers. */
export function renderRecord(record: ArticleRecord, { style, width }: Rendering): string {
  const page = new Page(record, style, width);
  return `${[page.heading(), page.statements(), page.messages()].filter((part) => part !== "").join("\n\n")}\n`;
}

class Page {
  readonly #record: ArticleRecord;
  readonly #style: Style;
  readonly #width: number;
  readonly #names: ReadonlyMap<string, string>;
  readonly #paragraphs: readonly number[];

  constructor(record: ArticleRecord, style: Style, width: number) {
    this.#record = record;
    this.#style = style;
    this.#width = width;
    this.#names = new Map(record.entities.map((entity) => [entity.id, entity.name]));
    this.#paragraphs = paragraphStarts(record.article.text);
  }

  heading(): string {
    const { article, statements } = this.#record;
    const count = `${statements.length} ${statements.length === 1 ? "statement" : "statements"}`;
    const facts = [article.outlet, article.published ?? "date unknown", article.language, article.id, count];
    return [
      this.#style("bold", wrap(article.title ?? "(no title)", this.#width, "")),
      this.#style("dim", facts.filter((fact) => fact !== null).join(" · ")),
    ].join("\n");
  }

  statements(): string {
    const known = new Set(this.#record.statements.map((statement) => statement.id));
    const roots = this.#record.statements.filter(({ within }) => within === null || !known.has(within));
    return roots
      .sort(byReading)
      .map((statement) => this.#branch(statement, 0))
      .join("\n\n");
  }

  messages(): string {
    return this.#record.messages
      .map(({ severity, code, reason }) =>
        wrap(
          `${this.#style(severity === "info" ? "dim" : "yellow", `${severity}: ${code}:`)} ${reason}`,
          this.#width,
          "",
        ),
      )
      .join("\n");
  }

  #branch(statement: Statement, depth: number): string {
    const told = this.#record.statements.filter(({ within }) => within === statement.id);
    const below = depth < deepest ? told.sort(byReading).map((one) => this.#branch(one, depth + 1)) : [];
    return [this.#statement(statement, depth), ...below].join("\n");
  }

  #statement(statement: Statement, depth: number): string {
    const number = `¶${this.#paragraphOf(statement.evidence[0])}`.padEnd(5);
    const lead = depth === 0 ? this.#style("dim", number) : `${" ".repeat(3 + depth * 2)}${this.#style("dim", "↳ ")}`;
    const indent = " ".repeat(5 + depth * 2);
    const lines = [`${lead}${this.#speaker(statement)}  ${this.#act(statement)}`];
    const content = this.#content(statement);
    if (content !== "") lines.push(wrap(content, this.#width, indent));
    const path = this.#path(statement);
    if (path !== "") lines.push(wrap(path, this.#width, indent).replace(/[^\n]+/g, (line) => this.#style("dim", line)));
    return lines.join("\n");
  }

  #speaker({ speaker }: Statement): string {
    if (speaker === null) return this.#style("italic", "(nobody named)");
    const name = speaker.entity === null ? undefined : this.#names.get(speaker.entity);
    const told = name === undefined || speaker.text.includes(name) ? "" : this.#style("dim", ` = ${name}`);
    const kind = speaker.naming === "unnamed" || speaker.naming === "collective" ? ` [${speaker.naming}]` : "";
    return `${this.#style("bold", oneLine(speaker.text))}${told}${this.#style("magenta", kind)}`;
  }

  #act({ act, cue, negated, hedge }: Statement): string {
    const words = cue === null ? "" : this.#style("dim", ` (${negated ? "not: " : ""}${oneLine(cue.text)})`);
    const kept = hedge === null ? "" : this.#style("yellow", `  ~ ${oneLine(hedge.text)}`);
    return `${this.#style(actColours[act] ?? "cyan", act)}${words}${kept}`;
  }

  /** The words said; a stretch in quote marks is marked as such, with marks of our own where the article's stand outside the content. */
  #content({ content }: Statement): string {
    return content.spans.map((span) => this.#stretch(span, content.quoted)).join(" … ");
  }

  #stretch([start, end]: Span, quoted: readonly Span[]): string {
    const { text } = this.#record.article;
    let shown = "";
    let at = start;
    for (const mark of quoted) {
      const inside = intersectSpans([at, end], mark);
      if (inside === null) continue;
      const opened = inside[0] === start ? "“" : "";
      const closed = inside[1] === end ? "”" : "";
      shown += text.slice(at, inside[0]) + this.#quote(`${opened}${text.slice(...inside)}${closed}`);
      at = inside[1];
    }
    return shown + text.slice(at, end);
  }

  /** Each word apart, so that a line can end between them. */
  #quote(words: string): string {
    return words.replace(/\S+/g, (word) => this.#style("green", word));
  }

  #path({ addressee, channel, chain, time, place }: Statement): string {
    const parts: string[] = [];
    if (addressee !== null) parts.push(`to ${oneLine(addressee.text)}`);
    if (channel !== null) parts.push(`${channelWords[channel.kind]} ${oneLine(channel.text)}`);
    const when = this.#record.times.find(({ id }) => id === time);
    if (when !== undefined) parts.push(`on ${when.value ?? when.text}`);
    const where = this.#record.places.find(({ id }) => id === place);
    if (where !== undefined) parts.push(`at ${where.name ?? where.text}`);
    if (chain.length > 1) parts.push(`told by ${chain.map(oneLine).join(" → ")}`);
    return parts.join(" · ");
  }

  /** Counted from 1, the title being the first. */
  #paragraphOf([start]: Span): number {
    return this.#paragraphs.filter((paragraph) => paragraph <= start).length;
  }
}

/** Deeper telling than this is shown flat: no reader follows it, and a loop in a broken record ends here. */
const deepest = 6;

const channelWords = { outlet: "through", document: "in", event: "at", broadcast: "on", other: "through" } as const;

const actColours: { readonly [act in SpeechAct]?: "red" | "yellow" | "green" | "magenta" } = {
  deny: "red",
  accuse: "red",
  condemn: "red",
  threaten: "red",
  warn: "yellow",
  demand: "yellow",
  order: "yellow",
  confirm: "green",
  promise: "green",
  praise: "green",
};

function byReading(a: Statement, b: Statement): number {
  return a.evidence[0][0] - b.evidence[0][0];
}

/** Where each paragraph starts: at the start of a line that follows a blank one, or the text's first. */
function paragraphStarts(text: string): readonly number[] {
  return [...text.matchAll(/(?:^|\n[^\S\n]*\n)\s*(?=\S)/g)].map((match) => match.index + match[0].length);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
