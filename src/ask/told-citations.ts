import { correctableLines } from "../link/corrections/find-anchored.js";
import { parseLineId } from "../store/line-id.js";
import { deniedClaims } from "../store/queries/denied-claims.js";
import { disputesOfLine, type LineInDispute } from "../store/queries/disputes-of-line.js";
import { eventFactsWith } from "../store/queries/events.js";
import type { FoundLine } from "../store/queries/find-lines.js";
import { type FoundOrigin, originOfLine } from "../store/queries/origins.js";
import type { Store } from "../store/store.js";
import { recordById, type StoredRecord } from "../store/stored-records.js";
import type { Span } from "../text/span.js";
import { type CitationView, citationOfWords, citationView } from "../view/citation-view.js";
import { reliabilityView } from "../view/reliability-view.js";

/** Citations, and what of the words that were asked for is not there. */
export interface ToldCitations {
  readonly items: readonly CitationView[];
  readonly missing: readonly string[];
}

/**
 * Citations of lines, by their ids, and of words of articles that are in no line, as `art_5c34f14789777e74#579-706,720-731`: the id of a version and spans of
 * its text. A span that reaches behind the text ends with it.
 */
export async function toldCitations(store: Store, ids: readonly string[]): Promise<ToldCitations> {
  const lines = await linesById(store, ids);
  const linked = await linkedLines(store, lines);
  const items: CitationView[] = [];
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    const line = lines.get(id);
    const citation = line === undefined ? await wordsById(store, id) : citationView(line, linked(id));
    if (citation === null) missing.push(id);
    else items.push(citation);
  }
  return { items, missing };
}

async function linkedLines(store: Store, lines: ReadonlyMap<string, FoundLine>) {
  const origins = new Map<string, FoundOrigin>();
  const disputes = new Map<string, readonly LineInDispute[]>();
  for (const [id, { stored }] of lines) {
    if (!stored.newest) continue;
    const origin = await originOfLine(store, id);
    if (origin !== null) origins.set(id, origin);
    disputes.set(id, await disputesOfLine(store, id));
  }
  const events = [...new Set([...origins.values()].flatMap(({ event }) => event ?? []))];
  const facts = events.length === 0 ? [] : await eventFactsWith(store, "event", events, null);
  const denied = await deniedClaims(
    store,
    facts.flatMap(({ tellings }) => tellings),
  );
  const judged = new Map(facts.map(({ id, tellings }) => [id as string, reliabilityView(tellings, denied)]));
  return (id: string) => {
    const origin = origins.get(id) ?? null;
    return { origin, reliability: judged.get(origin?.event ?? "") ?? null, disputes: disputes.get(id) ?? [] };
  };
}

/** The lines with these ids, hidden ones too; each record is read once. */
async function linesById(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, FoundLine>> {
  const records = new Map<string, StoredRecord | null>();
  const lines = new Map<string, FoundLine>();
  for (const id of new Set(ids)) {
    const { version, line } = parseLineId(id) ?? { version: null, line: "" };
    if (version === null) continue;
    const stored = records.get(version) ?? (records.has(version) ? null : await recordById(store, version));
    records.set(version, stored);
    const claim = stored && correctableLines(stored.whole).find((one) => one.line.id === line);
    if (stored && claim) lines.set(id, { stored: { ...stored, record: stored.whole }, id: line, kind: claim.kind });
  }
  return lines;
}

async function wordsById(store: Store, id: string): Promise<CitationView | null> {
  const [, version, written] = /^(.+)#(\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9}){0,19})$/s.exec(id) ?? [];
  const stored = version === undefined ? null : await recordById(store, version);
  if (stored === null || written === undefined) return null;
  const spans = written.split(",").map((one): Span => {
    const [start = 0, end = 0] = one.split("-").map(Number);
    return [start, Math.min(end, stored.whole.article.text.length)];
  });
  if (spans.some(([start, end]) => start >= end)) return null;
  return citationOfWords(id, stored.whole, spans, {
    reading: "words of the article that are in no line of the record",
    summary: "The outlet's own text; the record says no more of it.",
  });
}
