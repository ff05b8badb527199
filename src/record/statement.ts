import { z } from "zod";
import { spanSchema } from "../text/span-schema.js";
import { confidenceSchema } from "./confidence-schema.js";
import { evidenceSchema } from "./evidence-schema.js";
import { hedgeSchema } from "./hedge.js";
import { idSchemaOf } from "./id-schema.js";
import { channelKinds, speechActs } from "./kinds.js";
import { mentionSchema } from "./mention.js";

/**
 * The source of an attribution. `unnamed` are persons whom the reader cannot identify ("two officials"), `collective` is a group as such
 * ("residents"); an institution, or a person whom the article names elsewhere, is `named`.
 */
export const speakerSchema = z
  .object({
    text: z.string(),
    span: spanSchema,
    entity: idSchemaOf("en").nullable(),
    naming: z.enum(["named", "unnamed", "collective", "pronoun"]),
  })
  .readonly();

/** What carried the words to the reader: told *Reuters*, in *a statement*, at *a briefing*. */
export const channelSchema = z
  .object({
    text: z.string(),
    span: spanSchema,
    entity: idSchemaOf("en").nullable(),
    kind: z.enum(channelKinds),
  })
  .readonly();

const quotedWords = { text: z.string(), span: spanSchema };

/**
 * The words that tell of the saying, bare: in "did not say", the cue is "say". `phrase` is the cue with its auxiliaries, negation and
 * adverbs, as PARC and PolNeAR mark cues.
 */
export const cueSchema = z
  .object({ ...quotedWords, lemma: z.string(), phrase: z.object(quotedWords).readonly() })
  .readonly();

/**
 * What was said. `spans` has several stretches where the content is interrupted; `quoted` are the stretches in quote marks, so the words
 * that the article gives as verbatim; `text` is the stretches of `spans` joined by one space.
 */
export const contentSchema = z
  .object({
    spans: z.array(spanSchema).readonly(),
    quoted: z.array(spanSchema).readonly(),
    text: z.string(),
    form: z.enum(["direct", "indirect", "mixed"]),
  })
  .readonly();

/**
 * Who said (wrote, thinks, wants, knows …) what. `within` is the statement in whose content this one is told; `chain` names who told
 * whom, outermost first, and ends with the speaker; `evidence` is the sentence or sentences.
 */
export const statementSchema = z
  .object({
    id: idSchemaOf("st"),
    speaker: speakerSchema.nullable(),
    addressee: mentionSchema.nullable(),
    channel: channelSchema.nullable(),
    cue: cueSchema.nullable(),
    act: z.enum(speechActs),
    content: contentSchema,
    hedge: hedgeSchema.nullable(),
    negated: z.boolean(),
    time: idSchemaOf("ti").nullable(),
    place: idSchemaOf("pl").nullable(),
    within: idSchemaOf("st").nullable(),
    chain: z.array(z.string()).readonly(),
    evidence: evidenceSchema,
    confidence: confidenceSchema,
  })
  .readonly();

export type Statement = z.infer<typeof statementSchema>;
export type Speaker = z.infer<typeof speakerSchema>;
export type Naming = Speaker["naming"];
export type Channel = z.infer<typeof channelSchema>;
export type Cue = z.infer<typeof cueSchema>;
export type Content = z.infer<typeof contentSchema>;
export type SpeechAct = Statement["act"];
