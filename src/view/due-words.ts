import { type DueOn, daysFrom } from "../link/due/due-things.js";
import { shortDay } from "./plain-dates.js";

/** How it stands, in plain words: "due in 2 days", "passed, no report of it", "done, told 7 Mar". */
export function stateWords({ thing: { due, follow }, outcome: { state, by }, on }: DueOn): string {
  const [coming, gone, done, off] =
    due.as === "until"
      ? ["ends", "no report of its end", "ended", "did not end"]
      : ["due", "no report of it", "done", "called off"];
  const told = by === null ? "" : `, told ${shortDay(by.day, on.slice(0, 4))}`;
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
