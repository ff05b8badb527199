import { z } from "zod";
import { spanSchema } from "../../text/span-schema.js";

/** The kinds of lines that can be corrected. */
export const correctableKinds = ["statement", "action", "posture", "stance"] as const;

/**
 * A line by its words, so that it is found again whatever id it has: in which version of which article, what it was read from, the act,
 * type, aspect and value or relation that it had, and its status.
 */
const lineAnchorSchema = z
  .object({
    article: z.string(),
    kind: z.enum(correctableKinds),
    label: z.string(),
    span: spanSchema,
    words: z.string(),
    evidence: z.string(),
    /** Whether it was told as a fact, denied and so on; not in corrections made before it was kept. */
    status: z.string().optional(),
  })
  .readonly();

/** An entity of an article by its name and its first words there. */
const entityAnchorSchema = z.object({ article: z.string(), name: z.string(), span: spanSchema }).readonly();

/** What a field is corrected to. Entities, times and places are named by their words, because ids of records count anew in each. */
const fieldValueSchema = z.discriminatedUnion("form", [
  z.object({ form: z.literal("word"), value: z.string() }).readonly(),
  z.object({ form: z.literal("flag"), value: z.boolean() }).readonly(),
  z
    .object({
      form: z.literal("entity"),
      entities: z.array(z.object({ name: z.string(), span: spanSchema }).readonly()).readonly(),
    })
    .readonly(),
  // Of corrections made before they were kept, the words are not known.
  z.object({ form: z.literal("time"), span: spanSchema, words: z.string().optional() }).readonly(),
  z.object({ form: z.literal("place"), span: spanSchema, words: z.string().optional() }).readonly(),
  z.object({ form: z.literal("none") }).readonly(),
]);

const whySchema = z.string().nullable();

/** An entity or story as it was when it was corrected: its id then, and all its members, so that it is known again under another id. */
const entityGroupSchema = z
  .object({ id: z.string(), name: z.string(), members: z.array(entityAnchorSchema).readonly() })
  .readonly();
const storyGroupSchema = z.object({ id: z.string(), articles: z.array(z.string()).readonly() }).readonly();
const eventGroupSchema = z.object({ id: z.string(), lines: z.array(lineAnchorSchema).readonly() }).readonly();

/** Where a side of a dispute stands; `anchor` is `null` for a figure in the article's text. */
const endAnchorSchema = z
  .object({
    position: z.string(),
    article: z.string(),
    line: z.string().nullable(),
    anchor: lineAnchorSchema.nullable(),
  })
  .readonly();
const disputeGroupSchema = z
  .object({ id: z.string(), about: z.string(), ends: z.array(endAnchorSchema).readonly() })
  .readonly();

const ofLines = { lines: z.array(lineAnchorSchema).readonly(), why: whySchema };
const ofDispute = { dispute: disputeGroupSchema, why: whySchema };

/** How reliable a source is, by the Admiralty code: A completely, B usually, C fairly, D not usually, E not; F cannot be judged. */
export const sourceGrades = ["A", "B", "C", "D", "E", "F"] as const;
export type SourceGrade = (typeof sourceGrades)[number];

/** What a person says of the record, in the form in which the ground keeps it. */
export const correctionDetailSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("hide"), ...ofLines }).readonly(),
  z
    .object({
      kind: z.literal("relabel"),
      line: lineAnchorSchema,
      fields: z
        .array(
          z
            .object({
              ...{ field: z.string(), written: z.string(), value: fieldValueSchema },
              /** What it held before; not in corrections made before it was kept. */
              was: fieldValueSchema.optional(),
            })
            .readonly(),
        )
        .readonly(),
      why: whySchema,
    })
    .readonly(),
  z
    .object({
      kind: z.literal("merge-entities"),
      to: z.string(),
      groups: z.array(entityGroupSchema).readonly(),
      why: whySchema,
    })
    .readonly(),
  z
    .object({
      kind: z.literal("merge-stories"),
      to: z.string(),
      groups: z.array(storyGroupSchema).readonly(),
      why: whySchema,
    })
    .readonly(),
  z
    .object({
      kind: z.literal("split-entity"),
      from: z.string(),
      to: z.string(),
      members: z.array(entityAnchorSchema).readonly(),
      why: whySchema,
    })
    .readonly(),
  z
    .object({
      kind: z.literal("split-story"),
      from: z.string(),
      to: z.string(),
      articles: z.array(z.string()).readonly(),
      why: whySchema,
    })
    .readonly(),
  z.object({ kind: z.literal("confirm"), ...ofLines }).readonly(),
  z.object({ kind: z.literal("note"), ...ofLines, text: z.string() }).readonly(),
  z.object({ kind: z.literal("tag"), ...ofLines, text: z.string() }).readonly(),
  z.object({ kind: z.literal("assign"), ...ofLines, text: z.string() }).readonly(),
  z.object({ kind: z.literal("remove"), article: z.string(), title: z.string().nullable(), why: whySchema }).readonly(),
  z.object({ kind: z.literal("confirm-entity"), entity: entityGroupSchema, why: whySchema }).readonly(),
  z.object({ kind: z.literal("hide-entity"), entity: entityGroupSchema, why: whySchema }).readonly(),
  z
    .object({ kind: z.literal("rename-entity"), entity: entityGroupSchema, name: z.string(), why: whySchema })
    .readonly(),
  z
    .object({
      kind: z.literal("merge-events"),
      to: z.string(),
      what: z.string(),
      groups: z.array(eventGroupSchema).readonly(),
      why: whySchema,
    })
    .readonly(),
  z
    .object({
      kind: z.literal("split-event"),
      from: z.string(),
      to: z.string(),
      lines: z.array(lineAnchorSchema).readonly(),
      why: whySchema,
    })
    .readonly(),
  z.object({ kind: z.literal("confirm-dispute"), ...ofDispute }).readonly(),
  z.object({ kind: z.literal("hide-dispute"), ...ofDispute }).readonly(),
  z.object({ kind: z.literal("note-dispute"), ...ofDispute, text: z.string() }).readonly(),
  z.object({ kind: z.literal("tag-dispute"), ...ofDispute, text: z.string() }).readonly(),
  z.object({ kind: z.literal("assign-dispute"), ...ofDispute, text: z.string() }).readonly(),
  z
    .object({
      kind: z.literal("merge-disputes"),
      to: z.string(),
      groups: z.array(disputeGroupSchema).readonly(),
      why: whySchema,
    })
    .readonly(),
  z.object({ kind: z.literal("grade"), outlet: z.string(), grade: z.enum(sourceGrades), why: whySchema }).readonly(),
  z.object({ kind: z.literal("undo"), correction: z.number(), why: whySchema }).readonly(),
]);

export type LineAnchor = z.infer<typeof lineAnchorSchema>;
export type EntityAnchor = z.infer<typeof entityAnchorSchema>;
export type FieldValue = z.infer<typeof fieldValueSchema>;
export type EndAnchor = z.infer<typeof endAnchorSchema>;
export type CorrectionDetail = z.infer<typeof correctionDetailSchema>;

/** A correction as it stands in the ground. */
export interface Correction<Detail extends CorrectionDetail = CorrectionDetail> {
  /** Rises in the order in which corrections were made. */
  readonly key: number;
  /** ISO 8601. */
  readonly at: string;
  /** Who made it. */
  readonly by: string;
  /** What it is about, as the person named it. */
  readonly subject: string;
  readonly detail: Detail;
}

type DetailOf<Kind extends CorrectionDetail["kind"]> = Extract<CorrectionDetail, { readonly kind: Kind }>;

/** The kinds of all corrections, as the ground keeps them. */
export const correctionKinds = correctionDetailSchema.options.map((option) => option.unwrap().shape.kind.value);

/** What people do by corrections, whatever it is about: "confirm" of a line, an entity and a dispute alike. */
export const correctionDoings = [
  "confirm",
  "hide",
  "relabel",
  "note",
  "tag",
  "assign",
  "merge",
  "split",
  "rename",
  "remove",
  "grade",
  "undo",
] as const;

/** What is done by a correction of that kind. */
export function doingOf(kind: CorrectionDetail["kind"]): string {
  return kind.replace(/-.*/, "");
}

/** What people say beside right and wrong: a note, a tag, or the name of whoever is to look at it. Its text is in `text`. */
export const remarkKinds = ["note", "tag", "assign"] as const;
export type RemarkKind = (typeof remarkKinds)[number];

/** What can be said of a line: that it is wrong, that a field holds something else, that it is right, that its whole article is to be left out; and remarks. */
export const markKinds = ["hide", "relabel", "confirm", "remove", ...remarkKinds] as const;
/** What was done to a line, in a word or two. */
export const wordsOfMark: Readonly<Record<(typeof markKinds)[number], string>> = {
  hide: "rejected",
  relabel: "relabelled",
  confirm: "confirmed",
  remove: "taken out",
  note: "noted",
  tag: "tagged",
  assign: "assigned",
};

/** The kinds that are about no article. */
const otherKinds = ["undo", "grade"] as const;

/** A correction of lines. */
export type LineCorrection = Correction<DetailOf<(typeof markKinds)[number]>>;

/** A correction of what holds between articles. */
export type LinkCorrection = Correction<
  Exclude<CorrectionDetail, { readonly kind: (typeof markKinds | typeof otherKinds)[number] }>
>;

/** "co_3". */
export function correctionId({ key }: Pick<Correction, "key">): string {
  return `co_${key}`;
}

/** Those that nothing in effect takes back, in the order in which they were made; what takes back is not among them. */
export function inEffect(corrections: readonly Correction[]): readonly Correction[] {
  const undone = undoneBy(corrections);
  return corrections.filter(({ key, detail }) => detail.kind !== "undo" && !undone.has(key));
}

/** Which corrections are taken back, and by which. Taking back can be taken back too. */
export function undoneBy(corrections: readonly Correction[]): ReadonlyMap<number, Correction> {
  const undone = new Map<number, Correction>();
  for (const correction of corrections.toSorted((a, b) => b.key - a.key)) {
    if (correction.detail.kind === "undo" && !undone.has(correction.key)) {
      undone.set(correction.detail.correction, correction);
    }
  }
  return undone;
}

export function isLineCorrection(correction: Correction): correction is LineCorrection {
  return includes(markKinds, correction.detail.kind);
}

export function isLinkCorrection(correction: Correction): correction is LinkCorrection {
  return !isLineCorrection(correction) && !includes(otherKinds, correction.detail.kind);
}

function includes(kinds: readonly string[], kind: string): boolean {
  return kinds.includes(kind);
}

/** The lines that a correction of lines names; none of one that takes a whole article out. */
export function anchorsIn(detail: LineCorrection["detail"]): readonly LineAnchor[] {
  switch (detail.kind) {
    case "hide":
    case "confirm":
    case "note":
    case "tag":
    case "assign":
      return detail.lines;
    case "relabel":
      return [detail.line];
    case "remove":
      return [];
  }
}

/** The id that all versions of an article share, from that of a version. */
export function articleOfVersion(version: string): string {
  return version.replace(/@\d+$/, "");
}
