import type { DisputeView, SideView } from "../view/dispute-view.js";
import type { EventView, TellingView } from "../view/event-view.js";
import type { HistoryView, StateView } from "../view/history-view.js";
import type { OriginView, VoicesView } from "../view/origin-view.js";
import { shortDay, shortDays } from "../view/plain-dates.js";
import {
  plainAspect,
  plainEvent,
  plainPosition,
  plainStanding,
  plainState,
  plainStatus,
  plainWord,
} from "../view/plain-words.js";
import type { QuoteView } from "../view/quote-view.js";
import { credibilityWords, type ReliabilityView } from "../view/reliability-view.js";
import { counted } from "./counted.js";
import type { Rendering } from "./rendering.js";
import { type Style, styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/** An action or posture, what is told of it and by how many; then the words of its tellings. */
export function renderEvent(event: EventView, rendering: Rendering): string {
  const { tellings, moreTellings } = event;
  return [
    renderEventHeading(event, rendering),
    ...tellings.map((telling) => renderQuote(telling, tellingFacts(telling, rendering.style), rendering, "  ")),
    ...more(moreTellings, "telling", rendering, "  "),
  ].join("\n");
}

/** One line for an event, with its id at the end. */
export function renderEventHeading(
  { id, what, who, first, last, statuses, voices, reliability, articles }: Omit<EventView, "tellings" | "moreTellings">,
  { style, width }: Rendering,
): string {
  const facts = [
    styleWords(who.map(({ name }) => name).join(", "), "bold", style),
    plainEvent(what),
    shortDays(first, last),
    style("magenta", statuses.map(plainWord).join(", ")),
    `${voicesWords(voices)}, ${counted(articles, "article")}`,
    reliabilityWords(reliability, style),
  ];
  return wrap(withId(joined(facts, style), id, style), width, "");
}

/** What is disputed and why it counts as that; then the sides, each end by its words. */
export function renderDispute(
  { id, headline, kind, about, first, last, sides, reason }: DisputeView,
  rendering: Rendering,
): string {
  const { style, width } = rendering;
  const matter = kind === "event" ? plainEvent(about) : clipped(headline.claim, longestTitle);
  const facts = [styleWords(kind === "statement" ? `“${matter}”` : matter, "bold", style), shortDays(first, last)];
  return [
    wrap(withId(joined(facts, style), id, style), width, ""),
    wrap(headlineWords(headline), width, "  "),
    wrap(style("dim", `disputed ${kind}: ${reason}`), width, "  "),
    ...sides.map((side) => renderSide(side, kind, rendering)),
  ].join("\n");
}

/** "held by the army; denied by the guards; since 4 March; first told by Orsen Mail, 2 March; Orsen Mail denies it in its own voice". */
function headlineWords({ heldBy, deniedBy, since, earliest, ownVoice }: DisputeView["headline"]): string {
  return [
    ...(heldBy.length > 0 ? [`held by ${heldBy.join(", ")}`] : []),
    ...(deniedBy.length > 0 ? [`denied by ${deniedBy.join(", ")}`] : []),
    ...(since === null ? [] : [`since ${shortDay(since)}`]),
    ...(earliest === null
      ? []
      : [`first told by ${earliest.article.outlet ?? "an unknown outlet"}, ${dayWords(earliest.date)}`]),
    ...ownVoice.map(({ outlet, position }) => `${outlet} ${plainPosition(position, { one: true })} in its own voice`),
  ].join("; ");
}

/** Whose state it is and of which kind; then the states in order of time. */
export function renderHistory({ id, subject, aspect, states }: HistoryView, rendering: Rendering): string {
  const { style, width } = rendering;
  const heading = joined([styleWords(subject.name, "bold", style), plainAspect(aspect).toLowerCase()], style);
  return [
    wrap(withId(heading, subject.id === null ? id : `${subject.id} ${id}`, style), width, ""),
    ...states.map((state) => renderState(state, aspect, rendering)),
  ].join("\n");
}

/** Some words of an article behind when and where they stand, with the id that opens them at the end. */
export function renderQuote(
  { id, article, words }: QuoteView,
  facts: readonly string[],
  { style, width }: Rendering,
  indent: string,
): string {
  const head = joined([...facts, article.outlet ?? "outlet unknown"], style);
  return wrap(withId(`${head}${style("dim", ":")} “${clipped(words, longestQuote)}”`, id, style), width, indent);
}

/** "3 voices (Irena Sulk; a senior official, to Reuters; …)". */
function voicesWords({ count, named }: VoicesView): string {
  if (count === 0) return "no known voice";
  const rest = count > named.length ? [`${count - named.length} more`] : [];
  return `${counted(count, "voice")} (${[...named.map(originWords), ...rest].join("; ")})`;
}

/** An origin by its name, and whom an unnamed one spoke to. */
export function originWords({ name, kind, through }: OriginView): string {
  if (through !== null) return `${name}, to ${through}`;
  return kind === "text" ? `${name} itself` : name;
}

/** The text cut at a word, where it is longer than that. */
export function clipped(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2)).trimEnd()} …`;
}

/** In characters: what is longer is for `sitrep explain`, and for `--json`. */
const longestQuote = 280;
const longestTitle = 110;

function renderSide(
  { position, voices, ends, moreEnds }: SideView,
  kind: DisputeView["kind"],
  rendering: Rendering,
): string {
  const { style, width } = rendering;
  const stand = kind === "figure" ? `${position},` : position === "asserts" ? "asserted" : "denied";
  return [
    wrap(`${style("bold", stand)} by ${voicesWords(voices)}`, width, "  "),
    ...ends.map((end) => renderQuote(end, [dayWords(end.date), ...voiceFacts(end)], rendering, "    ")),
    ...more(moreEnds, "line", rendering, "    "),
  ].join("\n");
}

function renderState(state: StateView, aspect: HistoryView["aspect"], rendering: Rendering): string {
  const { value, standing, from, dated, until, supersededBy, voices, reliability, tellings, moreTellings } = state;
  const { style, width } = rendering;
  const start = dated === "published" && from !== null ? `${dayWords(from)} (day of the article)` : dayWords(from);
  const facts = [
    start,
    style("bold", plainState(aspect, value)),
    style(standing === "in_force" ? "green" : "magenta", plainStanding(standing)),
    ...(supersededBy === null
      ? []
      : [`until ${until === null ? "an unknown day" : shortDay(until)}, then ${plainState(aspect, supersededBy)}`]),
    voicesWords(voices),
    reliabilityWords(reliability, style),
  ];
  return [
    wrap(joined(facts, style), width, "  "),
    ...tellings.map((telling) => renderQuote(telling, tellingFacts(telling, style), rendering, "    ")),
    ...more(moreTellings, "telling", rendering, "    "),
  ].join("\n");
}

/** "claimed, credibility 4, doubtful". */
function reliabilityWords({ sourcing, credibility }: ReliabilityView, style: Style): string {
  return `${style(sourcing === "reported" ? "green" : "magenta", sourcing)}, credibility ${credibilityWords(credibility)}`;
}

function tellingFacts(telling: TellingView, style: Style): readonly string[] {
  const { date, status } = telling;
  return [
    dayWords(date),
    ...[plainStatus(status)].flatMap((words) => (words === null ? [] : style("magenta", words))),
    ...voiceFacts(telling),
  ];
}

/** Whose voice it is, where that is not the outlet that is named anyway. */
function voiceFacts({ voice, article }: QuoteView): readonly string[] {
  if (voice === null || voice.name === article.outlet) return [];
  return [voice.through === article.outlet ? voice.name : originWords(voice)];
}

function more(count: number, noun: string, { style, width }: Rendering, indent: string): readonly string[] {
  return count === 0 ? [] : [wrap(style("dim", `… and ${counted(count, `more ${noun}`)}`), width, indent)];
}

function dayWords(day: string | null): string {
  return day === null ? "date unknown" : shortDay(day);
}

function joined(facts: readonly string[], style: Style): string {
  return facts.filter((fact) => fact !== "").join(style("dim", " · "));
}

function withId(text: string, id: string, style: Style): string {
  return `${text} ${style("dim", id)}`;
}
