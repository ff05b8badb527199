import type { Event, Telling } from "../link/events/group-events.js";
import { vouchersOf } from "../link/events/reliability.js";
import { tellingToShow } from "../link/events/telling-to-show.js";
import { groupedBy } from "../link/grouped-by.js";
import { isKnown } from "../link/line.js";
import { institutionName } from "../link/postures/institution-key.js";
import type { LinkNeeds, LinkSources } from "../store/queries/link-sources.js";
import { asWritten } from "./as-written.js";
import { mostVoices, type OriginView, originView, type VoicesView, voicesView } from "./origin-view.js";
import { idOfPlace, type QuoteView, quoteView } from "./quote-view.js";
import { type ReliabilityView, reliabilityView } from "./reliability-view.js";

/** One action or posture with the articles that tell it. */
export interface EventView {
  readonly id: string;
  readonly kind: Event["kind"];
  /** A PLOVER type, or a posture's aspect and value. */
  readonly what: string;
  readonly who: readonly NamedView[];
  /** The days of the first and the last telling; `null` where none is known. */
  readonly first: string | null;
  readonly last: string | null;
  /** What the tellings say of it, each once: `happened`, `denied` … */
  readonly statuses: readonly Telling["status"][];
  /** Who vouches for it, or, where nobody does, who denies it. */
  readonly voices: VoicesView;
  readonly reliability: ReliabilityView;
  readonly articles: number;
  /** In order of time, one of each of the first origins at least, each in the voice of whoever its own line is by. */
  readonly tellings: readonly TellingView[];
  readonly moreTellings: number;
}

/** Somebody by name; `id` is `null` where only words tell who it is. */
export interface NamedView {
  readonly id: string | null;
  readonly name: string;
}

export interface TellingView extends QuoteView {
  readonly status: Telling["status"];
  /** The day that it tells of; whether the article says so or it is only the day of the article. */
  readonly date: string | null;
  readonly dated: Telling["dated"];
  readonly reason: string;
}

/** So many tellings of an event are shown where nothing else is asked for. */
export const mostTellings = 5;

/** What the view of an event with so many tellings is made from. */
export function eventNeeds({ who, tellings }: Event, most = mostTellings): LinkNeeds {
  const shown = tellingsShown(tellings, most);
  return {
    articles: shown.map(({ article }) => article),
    lines: shown.map(idOfPlace),
    who,
    origins: [...vouchersOf(tellings).slice(0, mostVoices), ...shown.map(({ origin }) => origin)],
    tellings,
  };
}

export function eventView(event: Event, sources: LinkSources, most = mostTellings): EventView {
  const { id, kind, what, who, tellings } = event;
  const dates = tellings.flatMap(({ date }) => date ?? []).sort();
  return {
    id,
    kind,
    what,
    who:
      kind === "posture"
        ? [institutionView(who, sources, tellings[0]?.article)]
        : who.map((one) => namedView(one, sources, tellings[0]?.article)),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    statuses: [...new Set(tellings.map(({ status }) => status))],
    voices: voicesView(vouchersOf(tellings), sources),
    reliability: reliabilityView(tellings, sources.denied),
    articles: new Set(tellings.map(({ article }) => article)).size,
    tellings: tellingsShown(tellings, most).map((telling) => {
      const told = tellingView(telling, sources);
      return { ...told, voice: ownVoice(telling, sources) ?? told.voice };
    }),
    moreTellings: Math.max(0, tellings.length - most),
  };
}

/** So many of some tellings, in order of time: the one of each origin that tells the event most surely before any second one. */
function tellingsShown(tellings: readonly Telling[], most: number): readonly Telling[] {
  const first = [...groupedBy(tellings, ({ origin }) => origin).values()].flatMap((own) => {
    const best = tellingToShow(own);
    return best === null ? [] : [tellings.indexOf(best)];
  });
  const places = [...new Set([...first, ...tellings.keys()])].slice(0, most);
  return places.toSorted((a, b) => a - b).flatMap((at) => tellings[at] ?? []);
}

export function tellingView(telling: Telling, sources: LinkSources): TellingView {
  const { article, line, evidence, status, date, dated, reason } = telling;
  const quote = quoteView({ article, line, spans: evidence }, sources);
  return { ...quote, voice: voiceOf(telling, sources), status, date, dated, reason };
}

/** Somebody by the fullest name that articles give; where nobody is known by the words, as the article writes them. */
export function namedView(key: string, { names, articles }: LinkSources, article?: string): NamedView {
  if (isKnown(key)) return { id: key, name: names.get(key) ?? key };
  return { id: null, name: asWritten(key, articles.get(article ?? "")?.text ?? "") };
}

/** An institution by its name, with the entity that its words name; or else whoever is known by the key, as {@link namedView} has it. */
export function institutionView(
  [key = "", entity]: readonly string[],
  sources: LinkSources,
  article?: string,
): NamedView {
  const name = institutionName(key);
  return name === null ? namedView(key, sources, article) : { id: entity ?? null, name };
}

/** Whose voice a line itself is, whatever origin it is counted with. */
function ownVoice({ article, line }: Telling, { originOf }: LinkSources): OriginView | null {
  const own = originOf.get(idOfPlace({ article, line }));
  return own === undefined ? null : originView(own);
}

function voiceOf({ origin, article, line }: Telling, { origins, originOf }: LinkSources): OriginView | null {
  const found = origins.get(origin) ?? originOf.get(idOfPlace({ article, line }));
  return found === undefined ? null : originView(found);
}
