import type { Event } from "../link/events/group-events.js";
import { groupedBy } from "../link/grouped-by.js";
import type { LinkNeeds, LinkSources } from "../store/queries/link-sources.js";
import { type EventView, eventNeeds, eventView, type TellingView, tellingView } from "./event-view.js";
import type { LineView } from "./line-view.js";
import type { OriginView } from "./origin-view.js";
import type { ToldView } from "./stored-line-view.js";

/** Where the claim of a line entered the news, who else has it from there, and who tells the same from elsewhere. */
export interface LineOriginsView {
  readonly line: LineView;
  readonly told: ToldView;
  /** Other lines with that origin. */
  readonly same: SameOriginView;
  /** The event that the line tells of; of a statement, the events that the article has from it. */
  readonly events: readonly EventOriginsView[];
}

export interface SameOriginView {
  readonly lines: number;
  readonly articles: number;
  /** The latest of them, without the line that was asked for. */
  readonly latest: readonly LineView[];
  readonly more: boolean;
}

/** An event with its independent voices, each with the first line that tells it. */
export interface EventOriginsView {
  readonly event: Omit<EventView, "tellings" | "moreTellings">;
  readonly independent: readonly VoiceView[];
  readonly moreVoices: number;
}

export interface VoiceView {
  readonly origin: OriginView | null;
  /** Lines of this event with that origin. */
  readonly lines: number;
  readonly first: TellingView;
}

/** So many voices of an event are shown. */
const mostShown = 20;

/** What the view of the voices of an event is made from. */
export function eventOriginsNeeds(event: Event): LinkNeeds {
  const firsts = voicesOf(event).map(({ first }) => first);
  return { ...eventNeeds({ ...event, tellings: firsts }, mostShown), tellings: event.tellings };
}

export function eventOriginsView(event: Event, sources: LinkSources): EventOriginsView {
  const voices = voicesOf(event);
  const { tellings: _, moreTellings: __, ...told } = eventView(event, sources, 0);
  return {
    event: told,
    independent: voices.slice(0, mostShown).map(({ first, lines }) => {
      const telling = tellingView(first, sources);
      return { origin: telling.voice, lines, first: telling };
    }),
    moreVoices: Math.max(0, voices.length - mostShown),
  };
}

/** The tellings by their origins, in order of time. */
function voicesOf({
  tellings,
}: Event): readonly { readonly first: Event["tellings"][number]; readonly lines: number }[] {
  return [...groupedBy(tellings, ({ origin }) => origin).values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ first, lines: own.length }];
  });
}
