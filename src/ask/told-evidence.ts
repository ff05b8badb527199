import type { Effects } from "../run/effects.js";
import { readEvidenceFiles } from "../run/evidence-files.js";
import { version } from "../run/version.js";
import { findCorrections } from "../store/queries/corrections.js";
import { intakeOf } from "../store/queries/intake.js";
import type { Store } from "../store/store.js";
import { recordById, type StoredRecord } from "../store/stored-records.js";
import type { CitationView } from "../view/citation-view.js";
import type { BundledEvidence } from "../view/evidence-bundle.js";

/** An evidence bundle, as the bytes of a zip file: of these records, or of the lines that were chosen and their articles. */
export async function toldEvidence(
  store: Store,
  of: AsyncIterable<StoredRecord> | readonly CitationView[],
  question: BundledEvidence["question"],
  effects: Pick<Effects, "readFile">,
): Promise<Uint8Array> {
  const { evidenceBundle } = await import("../view/evidence-bundle.js");
  const chosen = Symbol.asyncIterator in of ? null : of;
  const articles: BundledEvidence["articles"][number][] = [];
  for await (const stored of Symbol.asyncIterator in of ? of : recordsOf(store, of)) {
    articles.push({ stored, intake: await intakeOf(store, stored.key) });
  }
  return evidenceBundle({
    ...{ articles, question, chosen },
    corrections: await findCorrections(store),
    producer: `sitrep ${version}`,
    ...(await readEvidenceFiles(effects)),
  });
}

/** The records that chosen lines are of, in the order in which they were chosen. */
async function* recordsOf(store: Store, chosen: readonly CitationView[]): AsyncGenerator<StoredRecord> {
  for (const id of new Set(chosen.map(({ article }) => article.id))) {
    const stored = await recordById(store, id);
    if (stored !== null) yield stored;
  }
}

/** Of these citations those of lines that somebody rejected: they are not handed on. */
export function hiddenAmong(citations: readonly CitationView[]): readonly string[] {
  return citations.filter(({ corrections }) => corrections.some(({ kind }) => kind === "hide")).map(({ id }) => id);
}
