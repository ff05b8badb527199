import type { FieldMap } from "../read/entries/field-names.js";
import type { KnownFacts } from "../read/known-facts.js";
import type { NoteReading, ReadingOrNote } from "../read/reading.js";
import type { ArticleRecord } from "../record/record.js";
import type { Analyser } from "./analyse.js";
import type { Effects } from "./effects.js";
import { mapInOrder } from "./map-in-order.js";
import { openInputs } from "./open-inputs.js";

/** What came of one input: its record, the reason why there is none, or a note on what was passed over. */
export type Outcome =
  | { readonly kind: "record"; readonly input: string; readonly record: ArticleRecord }
  | { readonly kind: "unreadable"; readonly input: string; readonly reason: string }
  | NoteReading;

export interface ReadRequest {
  /** Paths, folders, addresses, or `-` for standard input. */
  readonly inputs: readonly string[];
  /** What the command line says of all of them. */
  readonly known: KnownFacts;
  /** Whether addresses of private networks may be fetched; they may not where it is left out. */
  readonly allowPrivate?: boolean;
  readonly fieldMap?: FieldMap | undefined;
}

/** Articles in work or waiting for each that can be worked on at once: a long one must not keep the others' workers idle. */
const ahead = 4;

/** An outcome for each article, in input order, each as soon as it and those before it are done. One that fails does not stop the others. */
export function readRecords(request: ReadRequest, analyser: Analyser, effects: Effects): AsyncGenerator<Outcome> {
  const readings = openInputs(request.inputs, request.known, effects, {
    allowPrivate: request.allowPrivate === true,
    fieldMap: request.fieldMap,
  });
  return mapInOrder(readings, ahead * analyser.parallel, (reading) => outcomeOf(reading, analyser));
}

async function outcomeOf(reading: ReadingOrNote, analyser: Analyser): Promise<Outcome> {
  if (reading.kind !== "article") return reading;
  try {
    return { kind: "record", input: reading.input, record: await analyser.analyse(reading.article) };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: "unreadable", input: reading.input, reason: `the analysis failed; please report this: ${what}` };
  }
}
