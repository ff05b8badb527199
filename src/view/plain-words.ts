import type { PostureHistory } from "../link/postures/posture-histories.js";

/** A state as a person would write it of an institution: "non-emergency staff ordered out". */
export function plainState(aspect: string, value: string): string {
  return states.get(`${aspect} ${value}`) ?? `${aspect}${value === "" ? "" : ` ${value}`}`.replaceAll("_", " ");
}

type Aspect = PostureHistory["aspect"];

const states: ReadonlyMap<string, string> = new Map(
  (
    [
      ["staffing", "authorized_departure", "staff free to leave"],
      ["staffing", "ordered_departure", "non-emergency staff ordered out"],
      ["staffing", "evacuated", "staff evacuated"],
      ["staffing", "reduced", "staff reduced"],
      ["staffing", "restored", "staff back"],
      ["consular", "suspended", "consular services suspended"],
      ["consular", "limited", "consular services limited"],
      ["consular", "resumed", "consular services resumed"],
      ["operations", "closed", "closed"],
      ["operations", "suspended", "operations suspended"],
      ["operations", "relocated", "moved elsewhere"],
      ["operations", "limited", "open in part"],
      ["operations", "reopened", "reopened"],
      ["travel_advice", "do_not_travel", "do not travel"],
      ["travel_advice", "reconsider_travel", "reconsider travel"],
      ["travel_advice", "increased_caution", "more caution"],
      ["travel_advice", "normal_precautions", "usual precautions"],
      ["travel_advice", "leave_now", "citizens told to leave"],
      ["relations", "ambassador_recalled", "ambassador recalled"],
      ["relations", "ambassador_summoned", "ambassador summoned"],
      ["relations", "diplomats_expelled", "expelled"],
      ["relations", "severed", "broken off"],
      ["relations", "restored", "restored"],
      ["relations", "downgraded", "downgraded"],
      ["airspace", "closed", "closed"],
      ["airspace", "restricted", "restricted"],
      ["airspace", "reopened", "reopened"],
      ["border", "closed", "closed"],
      ["border", "restricted", "restricted"],
      ["border", "reopened", "reopened"],
      ["alert", "raised", "raised"],
      ["alert", "lowered", "lowered"],
      ["forces", "deployed", "deployed"],
      ["forces", "reinforced", "reinforced"],
      ["forces", "withdrawn", "withdrawn"],
      ["forces", "on_alert", "on alert"],
    ] as const satisfies readonly (readonly [Aspect, string, string])[]
  ).map(([aspect, value, words]) => [`${aspect} ${value}`, words]),
);

/** The kind of an act in a word or two, for where the article's own word is not at hand: "withdrawal" of `RETREAT`. */
export function plainAct(type: string): string {
  return acts.get(type) ?? type.toLowerCase();
}

const acts: ReadonlyMap<string, string> = new Map([
  ["AGREE", "agreement"],
  ["CONSULT", "talks"],
  ["SUPPORT", "support"],
  ["CONCEDE", "concession"],
  ["COOPERATE", "cooperation"],
  ["AID", "aid"],
  ["RETREAT", "withdrawal"],
  ["REQUEST", "demand"],
  ["ACCUSE", "accusation"],
  ["REJECT", "refusal"],
  ["THREATEN", "threat"],
  ["PROTEST", "protest"],
  ["SANCTION", "sanction"],
  ["MOBILIZE", "forces moved"],
  ["COERCE", "force used"],
  ["ASSAULT", "attack"],
]);

/** What somebody did by saying so, where the article has no word for it: "denied" of `deny`. */
export function plainSaying(act: string): string {
  return sayings.get(act) ?? (act.endsWith("e") ? `${act}d` : `${act}ed`);
}

const sayings: ReadonlyMap<string, string> = new Map([
  ["say", "said"],
  ["deny", "denied"],
  ["other", "said"],
]);

/** What is to be said of an act that is not simply told as done; `null` where it is. */
export function plainStatus(status: string): string | null {
  return statuses.has(status) ? (statuses.get(status) ?? null) : status.replaceAll("_", " ");
}

const statuses: ReadonlyMap<string, string | null> = new Map([
  ["happened", null],
  ["ongoing", "going on"],
  ["possible", "not certain"],
  ["conditional", "on a condition"],
]);

/** "13 February 2015" of "2015-02-13", "the week of 17 February 2025" of "2025-W08"; words that are no date stand in quotes. */
export function plainMoment(value: string): string {
  const [date = "", clock] = value.split("T");
  const [, year = "", week = ""] = /^(\d{4})-W(\d\d)/.exec(date) ?? [];
  if (week !== "")
    return `the ${date.endsWith("WE") ? "weekend of the " : ""}week of ${plainDay(mondayOf(Number(year), Number(week)))}`;
  if (/^\d{4}-\d\d-\d\d$/.test(date))
    return `${plainDay(date)}${partsOfDay.get(clock ?? "") ?? (clock === undefined ? "" : `, ${clock}`)}`;
  const [, ofYear = "", month = ""] = /^(\d{4})-(\d\d)$/.exec(date) ?? [];
  if (month !== "") return `${months[Number(month) - 1] ?? month} ${ofYear}`;
  return /^\d{4}$/.test(date) ? date : `“${value}”`;
}

/** "13 February 2015" of "2015-02-13". */
export function plainDay(day: string): string {
  const [year = "", month = "", date = ""] = day.slice(0, 10).split("-");
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}

const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

const partsOfDay: ReadonlyMap<string, string> = new Map([
  ["MO", ", morning"],
  ["AF", ", afternoon"],
  ["EV", ", evening"],
  ["NI", ", night"],
]);

/** The Monday of a week of ISO 8601: the first is that with 4 January in it. */
function mondayOf(year: number, week: number): string {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return new Date(fourth + (7 * (week - 1) - weekday) * 86_400_000).toISOString().slice(0, 10);
}
