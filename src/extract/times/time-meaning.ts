import type { TokenRange } from "../../doc/layers.js";
import type { DateOrder } from "./numeric-date.js";

/** How long a unit of time is, by TIMEX3's letters: `DE` decade, `CE` century, `WE` weekend. */
export type CalendarUnit = "D" | "W" | "WE" | "M" | "Q" | "Y" | "DE" | "CE";
export type ClockUnit = "TS" | "TM" | "TH";
export type TimeUnit = CalendarUnit | ClockUnit;

/** A year as the text tells it: a number, or so many years from the reference (`shift: -1` is last year). */
export type TimeYear = number | { readonly shift: number };

/** What a date is told from: the day of publication, or the date told before it ("a year earlier", "the following day"). */
export type TimeAnchor = "published" | "told";

/** Before (-1) or after (1) the anchor, or not said (0). */
export type Direction = -1 | 0 | 1;

/**
 * What a time expression means before it is resolved against a date. `part` is what stands behind the year in a TIMEX3 value: `05`,
 * `05-03`, `Q3`, `H1`, `SU`; `null` for a whole year.
 */
export type TimeMeaning =
  | {
      readonly kind: "date";
      readonly year: TimeYear | null;
      readonly part: string | null;
      readonly direction: Direction;
      /** The words themselves say on which side ("last December"), not only the tense. */
      readonly strict?: boolean;
      readonly anchor?: TimeAnchor;
    }
  /** A date in numbers, of which only their order says which is the month: "5/6/2029", "on 05/06"; `order` where their form does ("5.6.2029"). */
  | {
      readonly kind: "numeric";
      readonly numbers: readonly [number, number];
      readonly order: DateOrder | null;
      readonly year: number | null;
      readonly direction: Direction;
    }
  | {
      readonly kind: "weekday";
      /** 1 for Monday to 7 for Sunday. */
      readonly weekday: number;
      readonly direction: Direction;
      /** "last Friday", told on a Friday, is not the same day. */
      readonly strict: boolean;
      readonly anchor?: TimeAnchor;
    }
  | {
      readonly kind: "shift";
      readonly unit: CalendarUnit;
      readonly amount: number;
      readonly anchor: TimeAnchor;
      /** "The following year" is a whole year; "a year later" may be a day or a quarter of it, as the date is that it is told from. */
      readonly whole?: boolean;
    }
  /** The second Friday, or the last, of a month; the one Tuesday of a week. */
  | {
      readonly kind: "nth";
      readonly weekday: number;
      /** 1 to 5, or -1 for the last. */
      readonly nth: number;
      readonly month: TimeMeaning;
    }
  /** A day of a month that stands without it: "the 21st". */
  | { readonly kind: "dayOfMonth"; readonly day: number; readonly direction: Direction }
  /** The day that lies so many units from another: "Friday week", "the eve of May 3", "a year ago to the day". */
  | { readonly kind: "moved"; readonly unit: CalendarUnit; readonly amount: number; readonly of: TimeMeaning }
  | { readonly kind: "clock"; readonly clock: string; readonly date: TimeMeaning | null }
  | {
      readonly kind: "duration";
      readonly amount: number | null;
      readonly unit: TimeUnit;
      readonly direction: Direction;
    }
  | { readonly kind: "set"; readonly value: string }
  /** A value that needs no anchor: `PRESENT_REF`, `199`. */
  | { readonly kind: "fixed"; readonly type: TimexType; readonly value: string };

export type TimexType = "DATE" | "TIME" | "DURATION" | "SET";

/** A time expression, and what it means before it is resolved against a date. */
export interface RecognisedTime extends TokenRange {
  readonly meaning: TimeMeaning;
}
