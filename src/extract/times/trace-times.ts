import type { Article } from "../../doc/article.js";
import type { FullyAnnotated } from "../../doc/document.js";
import { idOf } from "../../record/id.js";
import { wordsOf } from "../grammar/words.js";
import type { Trace } from "../provenance.js";
import { recogniseTimes } from "./recognise-times.js";
import type { TimeLexicon } from "./time-lexicon.js";
import type { Direction, TimeAnchor, TimeMeaning } from "./time-meaning.js";

/** Tells of each time expression, in the order of their ids, what it was taken to mean before it was resolved, and against which day. */
export function traceTimes(
  document: FullyAnnotated,
  { published, publishedFrom }: Pick<Article, "published" | "publishedFrom">,
  lexicon: TimeLexicon,
  trace: Trace,
): void {
  const day =
    published === null ? "no day of publication is known" : `the article came out on ${published} (${publishedFrom})`;
  recogniseTimes(wordsOf(document), lexicon).forEach(({ meaning }, index) => {
    trace(idOf("ti", index + 1), {
      rule: rules[meaning.kind],
      row: null,
      trigger: null,
      notes: [`means ${described(meaning)}`, day],
    });
  });
}

const rules: Readonly<Record<TimeMeaning["kind"], string>> = {
  date: "a part of the calendar",
  numeric: "a date in numbers",
  weekday: "a day of the week",
  shift: "so many units from an anchor",
  nth: "a day of the week of a month",
  dayOfMonth: "a day of a month that is not named",
  moved: "so many units from another day",
  clock: "a time of day",
  duration: "a length of time",
  set: "something that comes again",
  fixed: "an expression whose value is written down (data/times.tsv, or a rule)",
};

/** Words that say on which side of the day of publication something lies, "strict" where it cannot be that day itself. */
function side(direction: Direction, strict: boolean): string {
  if (direction === 0) return "on either side of";
  return `${strict ? "" : "on or "}${direction === -1 ? "before" : "after"}`;
}

const anchors: Readonly<Record<TimeAnchor, string>> = {
  published: "the day of publication",
  told: "the date told before",
};

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function described(meaning: TimeMeaning): string {
  switch (meaning.kind) {
    case "date":
      return `${[yearOf(meaning.year), meaning.part].filter((part) => part !== null).join(", ")}${meaning.year === null ? `, ${side(meaning.direction, meaning.strict === true)} ${anchors[meaning.anchor ?? "published"]}` : ""}`;
    case "numeric":
      return `${meaning.numbers.join(" and ")} of ${meaning.year ?? "a year that is not told"}, in the order of the article's other dates`;
    case "weekday":
      return `a ${weekdays[meaning.weekday - 1]} ${side(meaning.direction, meaning.strict)} ${anchors[meaning.anchor ?? "published"]}`;
    case "shift":
      return `${meaning.amount} × ${meaning.unit} from ${anchors[meaning.anchor]}`;
    case "nth":
      return `${weekdays[meaning.weekday - 1]} number ${meaning.nth === -1 ? "last" : meaning.nth} of ${described(meaning.month)}`;
    case "dayOfMonth":
      return `day ${meaning.day} of a month, ${side(meaning.direction, false)} the day of publication`;
    case "moved":
      return `${meaning.amount} × ${meaning.unit} from ${described(meaning.of)}`;
    case "clock":
      return `${meaning.clock} of ${meaning.date === null ? "a day told elsewhere" : described(meaning.date)}`;
    case "duration":
      return `${meaning.amount ?? "some"} × ${meaning.unit}`;
    case "set":
    case "fixed":
      return meaning.value;
  }
}

function yearOf(year: Extract<TimeMeaning, { readonly kind: "date" }>["year"]): string | null {
  if (year === null || typeof year === "number") return year === null ? null : String(year);
  return `the year of publication ${year.shift === 0 ? "" : `${year.shift > 0 ? "+" : "−"} ${Math.abs(year.shift)}`}`.trim();
}
