import { vouchersOf } from "../link/events/reliability.js";
import { type KeyedInstitution, keyedInstitution } from "../link/postures/institution-key.js";
import type { PostureHistory, PostureState } from "../link/postures/posture-histories.js";
import { takesPlaceOf } from "../link/postures/state-scale.js";
import type { LinkNeeds, LinkSources } from "../store/queries/link-sources.js";
import { institutionView, type NamedView, type TellingView, tellingView } from "./event-view.js";
import { mostVoices, type VoicesView, voicesView } from "./origin-view.js";
import { type ReliabilityView, reliabilityView } from "./reliability-view.js";

/** The states of one aspect of one institution, in order of time. */
export interface HistoryView {
  readonly id: string;
  readonly subject: NamedView;
  /** Whose institution it is and where; `null` where the articles' words do not tell. */
  readonly institution: InstitutionView | null;
  /** The story within which the subject's words are one institution; `null` where it is known. */
  readonly within: string | null;
  readonly aspect: PostureHistory["aspect"];
  readonly states: readonly StateView[];
}

/** Histories of one `key` are of one institution; `null` where it is one within a story alone. */
export interface InstitutionView extends KeyedInstitution {
  readonly key: string | null;
}

export interface StateView {
  readonly value: string;
  readonly standing: PostureState["standing"];
  readonly from: string | null;
  /** Whether an article tells that day, or it is only that of the first article. */
  readonly dated: PostureState["dated"];
  /** The day on which another state took its place, and which; `null` while none has. */
  readonly until: string | null;
  readonly supersededBy: string | null;
  /** Who vouches for it, or, where nobody does, who denies it. */
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
    origins: [
      ...states.flatMap(({ tellings }) => vouchersOf(tellings).slice(0, mostVoices)),
      ...shown.map(({ origin }) => origin),
    ],
    tellings: states.flatMap(({ tellings }) => tellings),
  };
}

export function historyView(history: PostureHistory, sources: LinkSources, most = mostTellings): HistoryView {
  const { id, subject, entity, within, aspect, states } = history;
  return {
    id,
    subject: institutionView([subject, ...(entity === null ? [] : [entity])], sources, states[0]?.tellings[0]?.article),
    institution: institutionOf(subject, within),
    within,
    aspect,
    states: states.map(({ value, standing, from, dated, until, tellings, reason }, at) => ({
      value,
      standing,
      from,
      dated,
      until,
      supersededBy: until === null ? null : nextState(history, at),
      voices: voicesView(vouchersOf(tellings), sources),
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

function institutionOf(subject: string, within: string | null): InstitutionView | null {
  const institution = keyedInstitution(subject);
  return institution === null ? null : { key: within === null ? subject : null, ...institution };
}

function holds({ standing }: PostureState): boolean {
  return standing === "in_force" || standing === "disputed";
}
