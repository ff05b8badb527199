import type { Entity } from "../record/entity.js";
import type { Content, Naming, Statement } from "../record/statement.js";

/** Who speaks in a statement and how it is told, as far as its weight on a page depends on it. */
export interface SpeakerVoice {
  /** `null` where nobody is told to speak. */
  readonly naming: Naming | null;
  /** Of the entity that speaks; `null` where it is none. */
  readonly kind: Entity["kind"] | null;
  /** The entity's titles, as its article gives them. */
  readonly titles: readonly string[];
  readonly form: Content["form"];
  /** Whether some of it is in the speaker's own words. */
  readonly quoted: boolean;
  /** How likely it is read right, from 0 to 1. */
  readonly confidence: number;
}

export function voiceOf({ speaker, content, confidence }: Statement, entity: Entity | undefined): SpeakerVoice {
  return {
    naming: speaker?.naming ?? null,
    kind: entity?.kind ?? null,
    titles: entity?.roles.map(({ title }) => title) ?? [],
    form: content.form,
    quoted: content.quoted.length > 0,
    confidence,
  };
}

/** What the column of a statement's line holds. */
export function readVoice(column: string | null): SpeakerVoice {
  if (column === null) throw new TypeError("Found a statement without a voice; the derived part is of another layout.");
  return JSON.parse(column) as SpeakerVoice;
}
