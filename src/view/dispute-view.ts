import type { Dispute, Side } from "../link/disputes/find-disputes.js";
import { compareText } from "../link/link-input.js";
import type { LinkNeeds, LinkSources } from "../store/queries/link-sources.js";
import { mostVoices, type VoicesView, voicesView } from "./origin-view.js";
import { idOfPlace, type QuoteView, quoteView } from "./quote-view.js";

/** What articles or those they quote do not agree on, each end by its words. */
export interface DisputeView {
  readonly id: string;
  readonly kind: Dispute["kind"];
  readonly about: string;
  /** The days of the first and the last of its ends; `null` where none is known. */
  readonly first: string | null;
  readonly last: string | null;
  readonly sides: readonly SideView[];
  readonly reason: string;
}

export interface SideView {
  /** `asserts` and `denies`, or the number that this side gives. */
  readonly position: string;
  readonly voices: VoicesView;
  /** The first of them in order of time. */
  readonly ends: readonly EndView[];
  readonly moreEnds: number;
}

export interface EndView extends QuoteView {
  readonly date: string | null;
}

/** So many ends of a side are shown where nothing else is asked for. */
export const mostEnds = 3;

/** What the view of a dispute with so many ends of each side is made from. */
export function disputeNeeds({ sides }: Dispute, most = mostEnds): LinkNeeds {
  const shown = sides.flatMap(({ ends }) => ends.slice(0, most));
  return {
    articles: shown.map(({ article }) => article),
    lines: shown.filter(({ line }) => line !== null).map(idOfPlace),
    who: [],
    origins: sides.flatMap(({ origins }) => origins.slice(0, mostVoices)),
  };
}

export function disputeView(
  { id, kind, about, sides, reason }: Dispute,
  sources: LinkSources,
  most = mostEnds,
): DisputeView {
  const dates = sides.flatMap(({ ends }) => ends.flatMap(({ date }) => date ?? [])).sort();
  return {
    id,
    kind,
    about: about.replace(/\s+/g, " ").trim(),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    sides: [...sides].sort(bySide).map((side) => sideView(side, sources, most)),
    reason,
  };
}

/** What is asserted before what is denied, and figures from the smallest. */
function bySide({ position: a }: Side, { position: b }: Side): number {
  const apart = Number(a) - Number(b);
  return Number.isNaN(apart) ? compareText(a, b) : apart;
}

function sideView({ position, ends, origins }: Side, sources: LinkSources, most: number): SideView {
  return {
    position,
    voices: voicesView(origins, sources),
    ends: ends.slice(0, most).map((end) => ({ ...quoteView(end, sources), date: end.date })),
    moreEnds: Math.max(0, ends.length - most),
  };
}
