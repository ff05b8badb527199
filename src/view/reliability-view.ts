import type { TellingFacts } from "../link/events/group-events.js";
import { type Credibility, type Reliability, reliabilityOf, type Sourcing } from "../link/events/reliability.js";
import { lineId } from "../store/line-id.js";
import { capital } from "../text/capital.js";

/** On whose word an act or a state is told, and how far it can be believed. */
export type ReliabilityView = Reliability;

/** @param denied who says that lines are not so, by the ids of the lines */
export function reliabilityView(
  tellings: readonly TellingFacts[],
  denied: ReadonlyMap<string, readonly string[]> = new Map(),
): ReliabilityView {
  const contradicted = tellings.flatMap(({ article, line }) => denied.get(lineId(article, line)) ?? []);
  return reliabilityOf(tellings, contradicted);
}

/** "claimed", for what a line says of an act or a state; nothing where an outlet tells it in its own voice, or where its status says it already. */
export function sourcingFacts({ sourcing }: ReliabilityView, statuses: readonly string[]): readonly string[] {
  if (sourcing === "reported") return [];
  return sourcing === "contested" && statuses.some((one) => /contested|denied|not/.test(one)) ? [] : [sourcing];
}

/** "2, probably true". */
export function credibilityWords(credibility: Credibility): string {
  return `${credibility}, ${credibilities[credibility]}`;
}

const credibilities: Readonly<Record<Credibility, string>> = {
  1: "confirmed by others",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "cannot be judged",
};

/** What each sourcing means, for a page that names it. */
const sourcingMeans: Readonly<Record<Sourcing, string>> = {
  reported: "an outlet or agency says so in its own voice, or a government of its own doing",
  claimed: "told on the word of those who say so",
  contested: "somebody says that it is not so",
  withdrawn: "whoever told it took it back",
};

/** "Reported: an outlet or agency says so in its own voice; credibility 2, probably true; 2 independent origins for it, none against." */
export function reliabilityWords(reliability: ReliabilityView): string {
  const { sourcing, credibility, vouching, against } = reliability;
  const origins = `${vouching} independent origin${vouching === 1 ? "" : "s"} for it, ${against === 0 ? "none" : against} against`;
  return `${capital(sourcing)}: ${sourcingMeans[sourcing]}; credibility ${credibilityWords(credibility)}; ${origins}.`;
}
