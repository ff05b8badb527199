import type { StoredArticle } from "../store/queries/stored-article.js";
import { plainCopy, plainLines, plainState } from "../view/plain-words.js";
import type { StoredLineView } from "../view/stored-line-view.js";
import type { StoredArticleView, StoredView } from "../view/stored-view.js";
import { counted } from "./counted.js";
import { renderCorrection } from "./render-correction.js";
import { renderEntity } from "./render-entity.js";
import { articleHeading, renderEntries } from "./render-lines.js";
import { originWords, renderDispute, renderEvent, renderHistory } from "./render-links.js";
import { renderSameOrigin, renderTold } from "./render-origins.js";
import { atSecond, onPages, renderFields, renderPassages } from "./render-passages.js";
import { renderStory } from "./render-story.js";
import type { Rendering } from "./rendering.js";
import { wrap } from "./wrap.js";

/** What an id of the database names, as a page. */
export function renderStored(view: StoredView, rendering: Rendering): string {
  const corrections = view.corrections.map((one) => `  ${renderCorrection(one, rendering)}`).join("\n");
  return page([renderNamed(view, rendering).trimEnd(), titled("Corrections", corrections, rendering)]);
}

function renderNamed(view: StoredView, rendering: Rendering): string {
  const { style, width } = rendering;
  switch (view.kind) {
    case "line":
      return renderLine(view.line, rendering);
    case "article":
      return renderArticle(view.article, rendering);
    case "story":
      return renderStory(view.story, rendering);
    case "event": {
      const disputes = view.disputes.map((dispute) => renderDispute(dispute, rendering)).join("\n\n");
      const reasons = [...new Set(view.event.tellings.map(({ reason }) => reason))].join("; ");
      const why = wrap(style("dim", `one event: ${reasons}`), width, "  ");
      return page([`${renderEvent(view.event, rendering)}\n${why}`, titled("Disputes", disputes, rendering)]);
    }
    case "dispute":
      return page([renderDispute(view.dispute, rendering)]);
    case "history":
      return page([
        renderHistory(view.history, rendering),
        view.history.states
          .map(({ value, reason }) => wrap(`${plainState(view.history.aspect, value)}: ${reason}`, width, "  "))
          .join("\n"),
      ]);
    case "origin": {
      const { origin, who, same } = view;
      const ids = [who, origin.id].filter((id) => id !== null).join(" ");
      const heading = `${style("bold", originWords(origin))} · ${originKinds[origin.kind] ?? origin.kind} ${style("dim", ids)}`;
      return page([wrap(heading, width, ""), renderSameOrigin(same, rendering)]);
    }
    case "entity":
      return renderEntity(view.entity, rendering);
    case "correction":
      return renderCorrection(view.correction, rendering);
  }
}

const originKinds: Readonly<Record<string, string>> = {
  speaker: "an origin: what they say is theirs, through whomever it comes",
  unnamed: "an origin: somebody whom the outlet does not name",
  text: "an origin: what the text says in its own voice, copies of it among them",
};

function renderLine(line: StoredLineView, rendering: Rendering): string {
  const { style, width } = rendering;
  const {
    id,
    kind,
    article,
    pages,
    second,
    passages,
    fields,
    usedBy,
    told,
    event,
    tells,
    history,
    disputes,
    stances,
    who,
  } = line;
  const several = <One>(views: readonly One[], render: (one: One, rendering: Rendering) => string): string =>
    views.map((one) => render(one, rendering)).join("\n\n");
  return page([
    articleHeading(article, rendering),
    wrap(
      `${style("bold", `${/^[aeiou]/.test(plainLines(kind, 1)) ? "an" : "a"} ${plainLines(kind, 1)}`)}${onPages(pages)}${atSecond(second)} ${style("dim", id)}`,
      width,
      "",
    ),
    ...renderPassages(passages, rendering),
    titled("Fields", renderFields(fields, rendering).join("\n"), rendering),
    titled("Article", articleFacts(article, rendering), rendering),
    titled("Who told whom", told === null ? "" : renderTold(told, rendering), rendering),
    titled("Event", event === null ? "" : renderEvent(event, rendering), rendering),
    titled("Events that the article has from it", several(tells, renderEvent), rendering),
    titled("Known as", who === null ? "" : `  ${style("dim", who)}`, rendering),
    titled("State of", history === null ? "" : `  ${style("dim", history)}`, rendering),
    titled("Disputes", several(disputes, renderDispute), rendering),
    titled("Backed or contradicted in the same article", renderEntries(stances, rendering), rendering),
    titled("Used by", wrap(style("dim", usedBy.join(" ")), width, "  "), rendering),
  ]);
}

function renderArticle(article: StoredArticleView, rendering: Rendering): string {
  const { style } = rendering;
  const { lines, moreLines } = article;
  return page([
    articleHeading(article, rendering),
    articleFacts(article, rendering),
    titled("In its story", placeFacts(article, rendering), rendering),
    lines.length === 0 ? "" : `${style("bold", "Lines")}\n\n${renderEntries(lines, rendering)}`,
    moreLines > 0 ? style("dim", `… and ${counted(moreLines, "more line")}: sitrep export has all`) : "",
  ]);
}

/** How the article came in, each fact behind its name. */
function articleFacts(article: StoredArticle, { style, width }: Rendering): string {
  const { outlet, authors, url, published, publishedFrom, fetched, added, input, sha256, versions, number, story } =
    article;
  const facts: readonly (readonly [name: string, fact: string | null])[] = [
    ["outlet", outlet],
    ["authors", authors.length === 0 ? null : authors.join(", ")],
    ["address", url],
    [
      "published",
      published === null ? "date unknown" : `${published}${publishedFrom === null ? "" : ` (${publishedFrom})`}`,
    ],
    [
      "fetched",
      fetched === null
        ? null
        : `${fetched.at} from ${fetched.final}, status ${fetched.status}, SHA-256 of the bytes ${fetched.sha256}`,
    ],
    ["added", `${added} from ${input}`],
    ["text", `SHA-256 ${sha256}`],
    ["version", versions.length === 1 ? null : `${number} of ${versions.length}: ${versions.join(" ")}`],
    ["no record", article.failure],
    ["story", story],
  ];
  return facts
    .flatMap(([name, fact]) => {
      if (fact === null) return [];
      return [`  ${style("dim", name.padEnd(widestFact))}  ${wrap(fact, width, indent).slice(indent.length)}`];
    })
    .join("\n");
}

const widestFact = "published".length;
const indent = " ".repeat(widestFact + 4);

function placeFacts({ within, story }: StoredArticleView, { style, width }: Rendering): string {
  if (within === null || story === null) return "";
  const { reason, copy } = within;
  const lines = [`${reason} ${style("dim", story)}`];
  if (copy !== null && copy.of !== null)
    lines.push(`copy, ${plainCopy(copy.relation)}: ${copy.reason}; of ${style("dim", copy.of)}`);
  return lines.map((line) => wrap(line, width, "  ")).join("\n");
}

function titled(title: string, body: string, { style }: Rendering): string {
  return body === "" ? "" : `${style("bold", title)}\n${body}`;
}

function page(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
