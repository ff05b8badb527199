import { type DueOn, daysFrom } from "../link/due/due-things.js";

/** How it stands, in plain words: "due in 2 days", "passed, no report of it", "done, told 2031-03-07". */
export function stateWords({ thing: { due, follow }, outcome: { state, by }, on }: DueOn): string {
  const [coming, gone, done, off] =
    due.as === "until"
      ? ["ends", "no report of its end", "ended", "did not end"]
      : ["due", "no report of it", "done", "called off"];
  const told = by === null ? "" : `, told ${by.day}`;
  switch (state) {
    case "due":
      return `${coming} ${inDays(daysFrom(on, due.day))}`;
    case "passed":
      return `passed, ${follow.length === 0 ? "not followed: nobody is named" : gone}`;
    case "done":
      return `${done}${told}`;
    case "called_off":
      return `${off}${told}`;
  }
}

function inDays(days: number): string {
  return days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`;
}

/** What is to come of an institution: by aspect and value. */
export const statesToCome: Readonly<Record<string, string>> = {
  "staffing authorized_departure": "staff may leave",
  "staffing ordered_departure": "staff to leave",
  "staffing evacuated": "staff to leave",
  "staffing reduced": "staff to be cut",
  "staffing restored": "staff to return",
  "consular suspended": "consular services to stop",
  "consular limited": "consular services to be cut",
  "consular resumed": "consular services to resume",
  "operations closed": "to close",
  "operations suspended": "to suspend its work",
  "operations relocated": "to move",
  "operations limited": "to limit its work",
  "operations reopened": "to reopen",
  "travel_advice leave_now": "citizens to leave",
  "relations ambassador_recalled": "ambassador to be recalled",
  "relations ambassador_summoned": "ambassador to be summoned",
  "relations diplomats_expelled": "diplomats to leave",
  "relations severed": "ties to be cut",
  "relations restored": "ties to be restored",
  "relations downgraded": "ties to be lowered",
  "airspace closed": "to close",
  "airspace restricted": "to be restricted",
  "airspace reopened": "to reopen",
  "border closed": "to close",
  "border restricted": "to be restricted",
  "border reopened": "to reopen",
  "alert raised": "to be raised",
  "alert lowered": "to be lowered",
  "forces deployed": "to be sent",
  "forces reinforced": "to be reinforced",
  "forces withdrawn": "to withdraw",
  "forces on_alert": "to be on alert",
};

/** What somebody is to do, by the type of the act. */
export const actsToCome: Readonly<Record<string, string>> = {
  AGREE: "to agree",
  CONSULT: "to talk",
  SUPPORT: "to support",
  CONCEDE: "to yield",
  COOPERATE: "to work together",
  AID: "to help",
  RETREAT: "to withdraw",
  REQUEST: "to ask",
  ACCUSE: "to accuse",
  REJECT: "to refuse",
  THREATEN: "to threaten",
  PROTEST: "to protest",
  SANCTION: "to impose measures",
  MOBILIZE: "to move forces",
  COERCE: "to use force",
  ASSAULT: "to attack",
};
