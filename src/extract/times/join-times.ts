import type { Words } from "../grammar/words.js";
import type { RecognisedTime, TimeMeaning } from "./time-meaning.js";

/**
 * Neighbours that tell one time together, as one: "10 p.m. Wednesday", "noon on Friday", "Saturday, April 25", "July last year", "the first
 * quarter of next year".
 */
export function joinTimes(times: readonly RecognisedTime[], words: Words): RecognisedTime[] {
  const joined: RecognisedTime[] = [];
  for (const time of times) {
    const before = joined.at(-1);
    const gap = before === undefined ? null : gapOf(before, time, words);
    const meaning = before === undefined ? null : together(before, time, gap);
    if (before === undefined || meaning === null) joined.push(time);
    else joined[joined.length - 1] = { first: before.first, end: time.end, meaning };
  }
  return joined.map((time, i) => {
    const behind = joined[i + 1];
    const isFirst = !joined.slice(0, i).some(({ meaning }) => isDay(meaning));
    const meaning = behind === undefined || !isFirst ? null : onDayBehind(time, behind, words);
    return meaning === null ? time : { ...time, meaning };
  });
}

/**
 * What a time of day means where the next time has the day of both: "from noon to midnight on Thursday", "at 17:48 in Belmar on Tuesday"; not
 * beyond a verb, nor in brackets, where it stands for another zone's; `null` where it has a day of its own.
 */
function onDayBehind(time: RecognisedTime, behind: RecognisedTime, words: Words): TimeMeaning | null {
  const [{ meaning: a }, { meaning: b }] = [time, behind];
  if (a.kind !== "clock" || a.date !== null) return null;
  const date = b.kind === "clock" ? b.date : isDay(b) ? b : null;
  for (let token = time.end; token < behind.first; token++) {
    if (/^(?:VERB|AUX)$/.test(words.upos(token)) || words.text(token) === "(") return null;
  }
  return date === null ? null : { ...a, date };
}

/** The words between the two, `null` where there are more than may stand inside an expression. */
function gapOf(before: RecognisedTime, behind: RecognisedTime, words: Words): string | null {
  if (behind.first - before.end > 1) return null;
  return behind.first === before.end ? "" : words.lower(before.end);
}

function together(
  { meaning: a }: RecognisedTime,
  { meaning: b }: RecognisedTime,
  gap: string | null,
): TimeMeaning | null {
  if (gap === null) return null;
  if (a.kind === "clock" && a.date === null && isDay(b) && /^(?:|on|,)$/.test(gap)) return { ...a, date: b };
  if (b.kind === "clock" && b.date === null && isDay(a) && gap === "") return { ...b, date: a };
  if (a.kind === "weekday" && b.kind === "date" && isDay(b) && /^(?:|,)$/.test(gap)) return { ...b, direction: 0 };
  if (a.kind === "weekday" && (b.kind === "dayOfMonth" || b.kind === "numeric") && /^(?:|,)$/.test(gap)) return b;
  if (a.kind === "weekday" && b.kind === "shift" && b.unit === "W" && b.anchor === "published" && /^(?:|of)$/.test(gap))
    return { kind: "nth", weekday: a.weekday, nth: 1, month: b };
  if (a.kind === "date" && a.year === null && a.part !== null && /^(?:|of|in)$/.test(gap)) {
    if (b.kind === "shift" && b.unit === "Y" && b.anchor === "published")
      return { ...a, year: { shift: b.amount }, direction: 0 };
    if (b.kind === "date" && b.part === null) return { ...a, year: b.year, direction: 0 };
  }
  return null;
}

function isDay(meaning: TimeMeaning): boolean {
  if (/^(?:numeric|weekday|nth|moved|dayOfMonth)$/.test(meaning.kind)) return true;
  if (meaning.kind === "shift") return meaning.unit === "D";
  return meaning.kind === "date" && /^\d\d-\d\d$/.test(meaning.part ?? "");
}
