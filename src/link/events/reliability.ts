import type { TellingFacts } from "./group-events.js";

/**
 * On whose word an act or a state is told. `reported`: an outlet or agency says so in its own voice, or a government of its own doing; `claimed`: it is told on the word of those who say so
 * alone; `contested`: somebody says that it is not so; `withdrawn`: whoever told it has taken it back, and nobody else tells it.
 */
export type Sourcing = "reported" | "claimed" | "contested" | "withdrawn";

/** How far a claim can be believed by what else is told, from 1, confirmed, to 5, improbable; 6 cannot be judged. The second half of the Admiralty code. */
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;

/** What the tellings of an act or a state say for it and against it. */
export interface Reliability {
  readonly sourcing: Sourcing;
  readonly credibility: Credibility;
  /** Independent origins that vouch for it, nobody where it only may be, and those that say it is not so. */
  readonly vouching: number;
  readonly against: number;
}

/**
 * How reliable an act or a state is by its tellings, by the rule in docs/methods/reliability.md. An origin counts once, with the surest that it says since it last denied it: whoever denies what they
 * told before has withdrawn it, and whoever tells it as possible vouches for nothing.
 *
 * @param tellings in order of time
 * @param contradicted further origins that say it is not so, elsewhere than in a telling: those who deny the statement that it is told by
 */
export function reliabilityOf(
  tellings: readonly Pick<TellingFacts, "status" | "origin" | "by">[],
  contradicted: readonly string[] = [],
): Reliability {
  const last = lastWords(tellings);
  const told = new Set(tellings.flatMap(({ origin, status }) => (isDenial(status) ? [] : [origin])));
  const vouching = surestOf(last);
  const denying = [...last.values()].filter(({ status }) => isDenial(status)).map(({ origin }) => origin as string);
  const against = new Set([
    ...denying,
    ...contradicted.filter((one) => !vouching.some(({ origin }) => origin === one)),
  ]);
  const isOpen = vouching.some(({ status }) => certaintyOf(status) === "possible");
  const counts = { vouching: isOpen ? 0 : vouching.length, against: against.size };
  if (vouching.length === 0) {
    const isWithdrawn = [...against].every((origin) => told.has(origin as TellingFacts["origin"])) && against.size > 0;
    return { sourcing: isWithdrawn ? "withdrawn" : "contested", credibility: 5, ...counts };
  }
  const own = vouching.some(({ by }) => by === "text" || by === "doer");
  const sourcing = against.size > 0 ? "contested" : own ? "reported" : "claimed";
  const isTold = vouching.some(({ status }) => status === "happened" || status === "ongoing");
  return { sourcing, credibility: isTold ? credibilityOf(counts, own) : 6, ...counts };
}

/** The origins that tell it most surely, in the order in which they tell it; where all deny it, those who do. */
export function vouchersOf(tellings: readonly Pick<TellingFacts, "status" | "origin">[]): readonly string[] {
  const last = lastWords(tellings);
  const vouching = surestOf(last);
  return (vouching.length > 0 ? vouching : [...last.values()]).map(({ origin }) => origin);
}

/** Of what each says last the surest; none where all deny it. */
function surestOf<Told extends Pick<TellingFacts, "status">>(last: ReadonlyMap<string, Told>): readonly Told[] {
  const sure = ({ status }: Told): number => certainties.indexOf(certaintyOf(status));
  const surest = Math.min(...[...last.values()].map(sure));
  return [...last.values()].filter((one) => !isDenial(one.status) && sure(one) === surest);
}

/** What each origin says last, in the words in which it is surest of it since it last denied it. */
function lastWords<Told extends Pick<TellingFacts, "status" | "origin">>(
  tellings: readonly Told[],
): ReadonlyMap<string, Told> {
  const last = new Map<string, Told>();
  for (const one of tellings) {
    const before = last.get(one.origin);
    const isSurer =
      before === undefined ||
      isDenial(one.status) ||
      isDenial(before.status) ||
      certainties.indexOf(certaintyOf(one.status)) <= certainties.indexOf(certaintyOf(before.status));
    if (isSurer) last.set(one.origin, one);
  }
  return last;
}

function credibilityOf({ vouching, against }: Pick<Reliability, "vouching" | "against">, own: boolean): Credibility {
  if (against > 0) return vouching > against ? 4 : 5;
  if (!own) return vouching > 1 ? 3 : 4;
  return vouching > 2 ? 1 : vouching > 1 ? 2 : 3;
}

/** How sure a telling is: whoever tells what may be does not vouch for what others tell as done. */
export const certainties = ["done", "announced", "possible", "denied"] as const;

export function certaintyOf(status: TellingFacts["status"]): (typeof certainties)[number] {
  if (isDenial(status)) return "denied";
  if (status === "happened" || status === "ongoing") return "done";
  return status === "announced" ? "announced" : "possible";
}

function isDenial(status: TellingFacts["status"]): boolean {
  return status === "denied" || status === "not_done";
}
