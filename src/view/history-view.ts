import type { PostureHistory, PostureState } from "../link/postures/posture-histories.js";
import { takesPlaceOf } from "../link/postures/state-scale.js";
import type { LinkNeeds, LinkSources } from "../store/queries/link-sources.js";
import { standings } from "./brief-line.js";
import { institutionView, type NamedView, type TellingView, tellingView } from "./event-view.js";
import { plainAspect } from "./field-words.js";
import { mostVoices, type VoicesView, voicesView } from "./origin-view.js";
import { plainState } from "./plain-words.js";
import { type ReliabilityView, reliabilityView } from "./reliability-view.js";

/** The states of one aspect of one institution, in order of time. */
export interface HistoryView {
  readonly id: string;
  readonly subject: NamedView;
  /** The story within which the subject's words are one institution; `null` where it is known. */
  readonly within: string | null;
  readonly aspect: PostureHistory["aspect"];
  /** The aspect as a person would say it. */
  readonly plain: string;
  readonly states: readonly StateView[];
}

export interface StateView {
  readonly value: string;
  /** The value as a person would say it. */
  readonly plain: string;
  readonly standing: PostureState["standing"];
  readonly from: string | null;
  /** Whether an article tells that day, or it is only that of the first article. */
  readonly dated: PostureState["dated"];
  /** The day on which another state took its place, and which; `null` while none has. */
  readonly until: string | null;
  readonly supersededBy: string | null;
  /** The same as a person would say it. */
  readonly plainSupersededBy: string | null;
  /** What is to be known of how sure it is, in plain words; `null` of what is in force. */
  readonly doubt: string | null;
  readonly voices: VoicesView;
  readonly reliability: ReliabilityView;
  /** The first of them in order of time. */
  readonly tellings: readonly TellingView[];
  readonly moreTellings: number;
  readonly reason: string;
}

/** So many tellings of a state are shown where nothing else is asked for. */
const mostTellings = 2;

/** What the view of a history with so many tellings of each state is made from. */
export function historyNeeds({ subject, entity, states }: PostureHistory, most = mostTellings): LinkNeeds {
  const shown = states.flatMap(({ tellings }) => tellings.slice(0, most));
  return {
    articles: shown.map(({ article }) => article),
    lines: [],
    who: [subject, ...(entity === null ? [] : [entity])],
    origins: [...states.flatMap(({ origins }) => origins.slice(0, mostVoices)), ...shown.map(({ origin }) => origin)],
    tellings: states.flatMap(({ tellings }) => tellings),
  };
}

export function historyView(history: PostureHistory, sources: LinkSources, most = mostTellings): HistoryView {
  const { id, subject, entity, within, aspect, states } = history;
  return {
    id,
    subject: institutionView([subject, ...(entity === null ? [] : [entity])], sources, states[0]?.tellings[0]?.article),
    within,
    aspect,
    plain: plainAspect(aspect),
    states: states.map(({ value, standing, from, dated, until, origins, tellings, reason }, at) => ({
      value,
      plain: plainState(aspect, value),
      standing,
      doubt: standing === "in_force" ? null : standings[standing],
      from,
      dated,
      until,
      ...superseding(until === null ? null : nextState(history, at), aspect),
      voices: voicesView(origins, sources),
      reliability: reliabilityView(tellings, sources.denied),
      tellings: tellings.slice(0, most).map((telling) => tellingView(telling, sources)),
      moreTellings: Math.max(0, tellings.length - most),
      reason,
    })),
  };
}

/** The value that took the place of the state at that place; `null` where none did. */
function nextState({ aspect, states }: PostureHistory, at: number): string | null {
  const value = states[at]?.value ?? "";
  const next = states.slice(at + 1).find((later) => holds(later) && takesPlaceOf(aspect, later.value, value));
  return next?.value ?? null;
}

function superseding(value: string | null, aspect: string) {
  return { supersededBy: value, plainSupersededBy: value === null ? null : plainState(aspect, value) };
}

function holds({ standing }: PostureState): boolean {
  return standing === "in_force" || standing === "disputed";
}
