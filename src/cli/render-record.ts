import type { Entity } from "../record/entity.js";
import type { ArticleRecord } from "../record/record.js";
import type { SpeechAct, Statement } from "../record/statement.js";
import { oneLine } from "../text/one-line.js";
import { intersectSpans, type Span } from "../text/span.js";
import { headlineView } from "../view/headline-view.js";
import { toldTime, writtenMoment } from "../view/plain-dates.js";
import { notSaid, plainLines, plainSaying, sayingWords } from "../view/plain-words.js";
import { paragraphNumbers } from "./paragraph-numbers.js";
import { renderActions, renderPostures, renderStances } from "./render-claims.js";
import { renderHeadline } from "./render-headline.js";
import type { Rendering } from "./rendering.js";
import { type Style, styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/**
 * The record as a page for a person: where the article is from, who, where and when; its postures and actions, a line each; its statements in
 * reading order, told ones under their tellers; and who backs or contradicts whom. Each line ends in its id.
 */
export function renderRecord(record: ArticleRecord, rendering: Rendering): string {
  const { style, width } = rendering;
  const page = new Page(record, style, width);
  const { postures, actions, stances, statements } = record;
  const others = postures.length + actions.length + stances.length;
  const title = others > 0 && statements.length > 0 ? `${style("bold", "Statements")}\n` : "";
  const parts = [
    [page.heading(), renderHeadline(headlineView(record), rendering)].filter((part) => part !== "").join("\n"),
    renderPostures(record, rendering),
    renderActions(record, rendering),
    title + page.statements(),
    renderStances(record, rendering),
    page.messages(),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

class Page {
  readonly #record: ArticleRecord;
  readonly #style: Style;
  readonly #width: number;
  readonly #entities: ReadonlyMap<string, Entity>;
  /** Counted from 1, the title being the first. */
  readonly #paragraphOf: (span: Span) => number;
  /** Whose roles the page has told. */
  readonly #introduced = new Set<string>();

  constructor(record: ArticleRecord, style: Style, width: number) {
    this.#record = record;
    this.#style = style;
    this.#width = width;
    this.#entities = new Map(record.entities.map((entity) => [entity.id, entity]));
    this.#paragraphOf = paragraphNumbers(record.article.text);
  }

  heading(): string {
    const { article, postures, actions, statements } = this.#record;
    const counts = [
      ...(postures.length === 0 ? [] : [countedLines(postures.length, "posture")]),
      ...(actions.length === 0 ? [] : [countedLines(actions.length, "action")]),
      countedLines(statements.length, "statement"),
    ];
    const facts = [
      article.outlet,
      article.published === null ? "date unknown" : writtenMoment(article.published),
      article.language,
      article.id,
      ...counts,
    ];
    return [
      this.#style("bold", wrap(article.title ?? "(no title)", this.#width, "")),
      this.#style("dim", oneLine(facts.filter((fact) => fact !== null).join(" · "))),
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
    const number = `¶${this.#paragraphOf(placeOf(statement))}`.padEnd(5);
    const lead = depth === 0 ? this.#style("dim", number) : `${" ".repeat(3 + depth * 2)}${this.#style("dim", "↳ ")}`;
    const indent = " ".repeat(5 + depth * 2);
    const id = this.#style("dim", statement.id);
    const facts = [this.#speaker(statement), this.#saying(statement), ...this.#circumstances(statement), id];
    const line = wrap(facts.join(this.#style("dim", " · ")), this.#width, indent);
    const content = wrap(this.#content(statement), this.#width, indent);
    return [lead + line.slice(indent.length), ...(content === "" ? [] : [content])].join("\n");
  }

  /** The article's words with the name in bold; where they are a pronoun, a title or part of the name, the name and then the words. */
  #speaker({ speaker }: Statement): string {
    if (speaker === null) return this.#style("italic", "nobody named");
    const text = oneLine(speaker.text);
    const tag = speaker.naming === "unnamed" ? " (not named)" : speaker.naming === "collective" ? " (several)" : "";
    const entity = speaker.entity === null ? undefined : this.#entities.get(speaker.entity);
    if (tag !== "" || entity === undefined) return this.#bold(text) + this.#style("magenta", tag);
    const surname = entity.name.split(" ").at(-1) ?? entity.name;
    const isPart = entity.name.toLowerCase().includes(text.replace(/^the /i, "").toLowerCase());
    if (isPart) return this.#bold(entity.name) + this.#roleOf(entity);
    const named = [entity.name, surname].find((name) => text.includes(name));
    if (named !== undefined) {
      if (entity.roles.some(({ title }) => text.includes(title))) this.#introduced.add(entity.id);
      return text.replace(named, (name) => this.#bold(name));
    }
    return this.#bold(entity.name) + this.#roleOf(entity) + this.#style("dim", ` (“${text}”)`);
  }

  /** The first role of a speaker, once on the page. */
  #roleOf({ id, name, roles }: Entity): string {
    const role = roles.find(({ title }) => !name.includes(title));
    if (role === undefined || this.#introduced.has(id)) return "";
    this.#introduced.add(id);
    return this.#style("dim", `, ${role.title}`);
  }

  /** The cue in the colour of the act, and the act where the cue is another word for it. */
  #saying({ act, cue, negated, hedge }: Statement): string {
    const colour = actColours[act] ?? "cyan";
    const [word = "", ...told] = sayingWords(cue?.lemma === act ? "say" : act, cue && oneLine(cue.text)).split(
      /(?= \()/,
    );
    return [
      ...(negated && notSaid(word) !== word ? [this.#style("red", "not said:")] : []),
      this.#style(colour, cue === null ? plainSaying(act) : word) + this.#style("dim", told.join("")),
      ...(hedge === null ? [] : [this.#style("yellow", `hedged “${oneLine(hedge.text)}”`)]),
    ].join(" ");
  }

  #circumstances({ addressee, channel, chain, time, place }: Statement): readonly string[] {
    const when = this.#record.times.find(({ id }) => id === time);
    const where = this.#record.places.find(({ id }) => id === place);
    return [
      ...(addressee === null ? [] : [`to ${oneLine(addressee.text)}`]),
      ...(channel === null ? [] : [`${channelWords[channel.kind]} ${oneLine(channel.text)}`]),
      ...(when === undefined ? [] : [toldTime(when)]),
      ...(where === undefined ? [] : [`in ${where.name ?? where.text}`]),
      ...(chain.length > 2 ? [this.#style("dim", chain.map(oneLine).join(" → "))] : []),
    ];
  }

  #bold(words: string): string {
    return styleWords(words, "bold", this.#style);
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
      shown +=
        text.slice(at, inside[0]) + styleWords(`${opened}${text.slice(...inside)}${closed}`, "green", this.#style);
      at = inside[1];
    }
    return shown + text.slice(at, end);
  }
}

/** Deeper telling than this is shown flat: no reader follows it, and a loop in a broken record ends here. */
const deepest = 6;

const channelWords = { outlet: "via", document: "in", event: "at", broadcast: "on", other: "via" } as const;

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
  return placeOf(a)[0] - placeOf(b)[0];
}

/** Where the words said stand: the speaker of a quotation may be named a paragraph before. */
function placeOf({ content, evidence }: Statement): Span {
  return content.spans[0] ?? evidence[0];
}

function countedLines(count: number, kind: string): string {
  return `${count} ${plainLines(kind, count)}`;
}
