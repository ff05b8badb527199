import type { Marked } from "./marks.js";

/** A line of the example, as a list of an article shows it. */
export interface TourLine {
  readonly id: string;
  readonly who: string;
  readonly did: string;
  readonly tone: "posture" | "talk" | "denial";
  /** Its words, as they stand in the text. */
  readonly words: string;
  /** Other words that a field was read from, by the name of the field. */
  readonly fields: readonly { readonly name: string; readonly words: string }[];
  /** From the outlet that printed it to where it began. */
  readonly told: readonly string[];
}

/** The article of the tour: invented, so that it is there before anything was read. */
export const tourArticle = {
  title: "Norland sends embassy families home from Oslovar",
  outlet: "Meridian Wire",
  published: "3 March 2031",
  text: `Norland ordered the families of its embassy staff to leave Tarvenia on Monday, the Foreign Office said.

"We do this early so that we need not do it in a hurry," Foreign Secretary Margaret Ashdown told reporters.

Tarvenia's foreign minister, Irena Sulk, denied that foreigners were in danger, the newspaper Oslovar Today reported.`,
} as const;

export const tourLines: readonly TourLine[] = [
  {
    id: "state",
    who: "Norland · embassy in Tarvenia",
    did: "families ordered out",
    tone: "posture",
    words: "ordered the families of its embassy staff to leave Tarvenia on Monday",
    fields: [
      { name: "By", words: "Norland" },
      { name: "Since", words: "on Monday" },
      { name: "Told by", words: "the Foreign Office" },
    ],
    told: ["Meridian Wire", "the Foreign Office"],
  },
  {
    id: "said",
    who: "Margaret Ashdown → reporters",
    did: "told",
    tone: "talk",
    words: "We do this early so that we need not do it in a hurry,",
    fields: [
      { name: "Speaker", words: "Foreign Secretary Margaret Ashdown" },
      { name: "The word for it", words: "told" },
      { name: "To whom", words: "reporters" },
    ],
    told: ["Meridian Wire", "Margaret Ashdown"],
  },
  {
    id: "denied",
    who: "Irena Sulk",
    did: "denied",
    tone: "denial",
    words: "that foreigners were in danger",
    fields: [
      { name: "Speaker", words: "Irena Sulk" },
      { name: "The word for it", words: "denied" },
      { name: "Reported by", words: "the newspaper Oslovar Today" },
    ],
    told: ["Meridian Wire", "Oslovar Today", "Irena Sulk"],
  },
];

/** A stop of the tour, and which line it points at. */
export interface TourStop {
  readonly title: string;
  readonly says: string;
  readonly line: string | null;
  /** What of the page it is about. */
  readonly shows: "lines" | "words" | "chain" | "page";
}

/** THE stops, in their order. */
export const tourStops: readonly TourStop[] = [
  {
    title: "An article becomes lines",
    says: "A line is one thing that the article tells: somebody said something, did something, or put an embassy or a border into a state. This article has three.",
    line: null,
    shows: "lines",
  },
  {
    title: "Every line has its words",
    says: "Choose a line, and the words that it was read from light up in the text. Where the article has no words for it, there is no line.",
    line: "said",
    shows: "words",
  },
  {
    title: "Who told it",
    says: "The denial came here by way of a newspaper. The desk keeps that chain and counts origins, not copies: however many outlets print the wire's report, the denial has one origin.",
    line: "denied",
    shows: "chain",
  },
  {
    title: "Its own page",
    says: "On its page a line says why it is there: each field with the words it was read from, who else tells it and who denies it. There you confirm it, correct it or reject it, and all of that can be undone.",
    line: "denied",
    shows: "page",
  },
];

/** What lies over the text where a line is chosen: its words and those of its fields. */
export function tourMarks(line: TourLine | null): readonly Marked[] {
  const own = tourLines.map(({ id, words }) => ({ line: id, role: "line", span: spanOf(words) }));
  if (line === null) return own;
  const fields = line.fields.map(({ words }) => ({ line: line.id, role: "field", span: spanOf(words) }));
  return [...own, ...fields, { line: line.id, role: "words", span: spanOf(line.words) }];
}

function spanOf(words: string): readonly [number, number] {
  const start = tourArticle.text.indexOf(words);
  return [start, start + words.length];
}
