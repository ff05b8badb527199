import type { BriefLine } from "./brief-line.js";
import type { BriefStory, BriefView } from "./brief-view.js";

/** What a brief tells of one story, each kind for itself; `story` is `null` for what is of none that the period tells of. */
export interface BriefBlock {
  readonly story: BriefStory | null;
  readonly parts: readonly BriefPart[];
}

/** Lines of one kind, the news before what holds or is told besides. */
export interface BriefPart {
  readonly kind: "states" | "acts" | "disputes" | "statements";
  readonly lines: readonly BlockLine[];
}

export interface BlockLine {
  readonly line: BriefLine;
  /** Whether it is among what changed. */
  readonly isNews: boolean;
}

/** The lines of a brief by story, the weightiest story first, and last what is of none. No line is there twice. */
export function briefBlocks(view: Pick<BriefView, "stories" | Section>): readonly BriefBlock[] {
  const told = linesOf(view);
  const known = new Set(view.stories.map(({ id }) => id));
  const blocks = view.stories.map((story) => ({
    story,
    parts: partsOf(told.filter(({ line }) => line.story === story.id)),
  }));
  const others = partsOf(told.filter(({ line }) => line.story == null || !known.has(line.story)));
  return [...blocks, { story: null, parts: others }].filter(({ parts }) => parts.length > 0);
}

type Section = "changes" | "postures" | "actions" | "statements" | "disputes";

/** All lines, those of what changed first. A dispute that is new is told with its sides where it stands at length. */
function linesOf({ changes, postures, actions, statements, disputes }: Pick<BriefView, Section>): readonly BlockLine[] {
  const whole = new Map(disputes.lines.map((line) => [line.id, line]));
  const news = changes.lines.map((line) => {
    const { sides = line.sides } = whole.get(line.id) ?? {};
    return { line: { ...line, sides }, isNews: true };
  });
  const isNew = new Set(changes.lines.filter(isDispute).map(({ id }) => id));
  const others = [postures, actions, statements, disputes].flatMap(({ lines }) => lines);
  return [...news, ...others.filter(({ id }) => !isNew.has(id)).map((line) => ({ line, isNews: false }))];
}

function partsOf(lines: readonly BlockLine[]): readonly BriefPart[] {
  return kinds
    .map((kind) => ({ kind, lines: lines.filter(({ line }) => kindOf(line) === kind) }))
    .filter((part) => part.lines.length > 0);
}

const kinds = ["states", "acts", "disputes", "statements"] as const;

function kindOf(line: BriefLine): BriefPart["kind"] {
  if (isDispute(line)) return "disputes";
  if (line.tone === "posture") return "states";
  return line.line === line.id ? "statements" : "acts";
}

function isDispute({ id }: BriefLine): boolean {
  return id.startsWith("di_");
}

/** What the parts of a block are called. */
export const partTitles: Readonly<Record<BriefPart["kind"], string>> = {
  states: "In what state",
  acts: "What was done",
  disputes: "In dispute",
  statements: "What was said",
};

/** What a page leaves out, by section: how many more changes, postures and so on there are; empty where nothing is. */
export function leftOut(
  view: Pick<BriefView, Section>,
): readonly { readonly section: Section; readonly more: number }[] {
  return sections.map((section) => ({ section, more: view[section].more })).filter(({ more }) => more > 0);
}

const sections = ["changes", "postures", "actions", "statements", "disputes"] as const;

/** "12 more changes". */
export function leftOutWords({ section, more }: { readonly section: Section; readonly more: number }): string {
  const [one, many] = sectionNouns[section];
  return `${more} more ${more === 1 ? one : many}`;
}

const sectionNouns: Readonly<Record<Section, readonly [string, string]>> = {
  changes: ["change", "changes"],
  postures: ["posture", "postures"],
  actions: ["action", "actions"],
  statements: ["statement", "statements"],
  disputes: ["dispute", "disputes"],
};
