import type { FullyAnnotated } from "../../doc/document.js";
import type { TokenRange } from "../../doc/layers.js";
import { evidenceOf } from "../../record/evidence.js";
import { type EntityId, idCounter, type StatementId } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { Channel, Naming, Speaker, Statement } from "../../record/statement.js";
import { type Words, wordsOf } from "../words.js";
import { contentOf, sentencesOf } from "./content.js";
import { actOf, readCue } from "./cue.js";
import { beginning, contains, type Draft } from "./draft.js";
import { type Hearers, hearersOf } from "./hearers.js";
import { hedgeOf } from "./hedge.js";
import { addLooseQuotations } from "./loose-quotations.js";
import { completeSources } from "./sources.js";
import type { StatementLexicon } from "./statement-lexicon.js";

/** Who the words of an article stand for. */
export interface Resolver {
  resolve(range: TokenRange): { readonly entity: EntityId | null; readonly naming: Naming };
  /** The name of an entity of this article. */
  nameOf(entity: EntityId): string;
}

/** The attributions of a document with the sources and quotations that rules add, in reading order. */
export function draftStatements(document: FullyAnnotated): Draft[] {
  const words = wordsOf(document);
  const read = document.layers.attributions.attributions.map(({ cue, source, content }) => ({
    cue,
    source: source[0] ?? null,
    content,
  }));
  const kept = completeSources(read, words).filter((draft) => draft.content.length > 0 || isRefusal(draft, words));
  const drafts = addLooseQuotations(kept, document, words);
  return drafts.sort((a, b) => beginning(a) - beginning(b) || (a.cue?.first ?? 0) - (b.cue?.first ?? 0));
}

/** The statements of a document, in reading order, each with its words. */
export function extractStatements(
  document: FullyAnnotated,
  drafts: readonly Draft[],
  resolver: Resolver,
  lexicon: StatementLexicon,
): Statement[] {
  const words = wordsOf(document);
  const nextId = idCounter("st");
  const told = drafts.map((draft) => ({ draft, statement: statementOf(draft, nextId(), document, words, resolver, lexicon) }));
  const outer = told.map(({ draft }) => innermostAround(draft, told));
  const chainOf = (index: number): string[] => {
    const around = outer[index] ?? null;
    const statement = told[index]?.statement;
    const own = statement ? tellers(statement, resolver) : [];
    return [...(around === null ? [] : chainOf(around)), ...own];
  };
  return told.flatMap(({ statement }, index) => {
    if (statement === null) return [];
    const around = outer[index] ?? null;
    const within = around === null ? null : (told[around]?.statement?.id ?? null);
    return [{ ...statement, within, chain: chainOf(index) }];
  });
}

function statementOf(
  draft: Draft,
  id: StatementId,
  document: FullyAnnotated,
  words: Words,
  resolver: Resolver,
  lexicon: StatementLexicon,
): Statement | null {
  const marked = [draft.cue, draft.source, ...draft.content].flatMap((range) => range ?? []);
  const evidence = evidenceOf(sentencesOf(marked, document, words));
  if (evidence === null) return null;
  const cue = draft.cue === null ? null : readCue(draft.cue, words, lexicon);
  const content = contentOf(draft.content, document, words);
  const kept = [...draft.content, ...(draft.source ? [draft.source] : [])];
  const hearers: Hearers =
    cue === null ? { addressee: null, channel: null } : hearersOf(cue, kept, document, words, lexicon);
  return {
    id,
    speaker: draft.source && speakerOf(draft.source, words, resolver),
    addressee: hearers.addressee && mentionOf(hearers.addressee, words, resolver),
    channel: channelOf(hearers.channel, words, resolver),
    cue: cue && { text: words.slice(cue.range), span: words.span(cue.range), lemma: cue.lemma },
    act: actOf(cue, draft.content, content.quoted.length > 0, words, lexicon),
    content,
    hedge: cue && draft.cue ? hedgeOf(draft.cue, cue.head, words, lexicon) : null,
    negated: cue?.negated ?? false,
    time: null,
    place: null,
    within: null,
    chain: [],
    evidence,
  };
}

function speakerOf(range: TokenRange, words: Words, resolver: Resolver): Speaker {
  return { text: words.slice(range), span: words.span(range), ...resolver.resolve(range) };
}

function mentionOf(range: TokenRange, words: Words, resolver: Resolver): Mention {
  return { text: words.slice(range), span: words.span(range), entity: resolver.resolve(range).entity };
}

function channelOf(channel: Hearers["channel"], words: Words, resolver: Resolver): Channel | null {
  return channel && { ...mentionOf(channel.range, words, resolver), kind: channel.kind };
}

/** Who tells in a statement, for the chain: the outlet that was told, then the speaker. */
function tellers({ channel, speaker }: Statement, resolver: Resolver): string[] {
  const outlet = channel?.kind === "outlet" ? [nameOf(channel, resolver)] : [];
  return speaker ? [...outlet, nameOf(speaker, resolver)] : outlet;
}

function nameOf({ text, entity }: Mention, resolver: Resolver): string {
  return entity === null ? text : resolver.nameOf(entity);
}

/** The index of the smallest other draft whose content holds this one's cue, or its content where it has no cue. */
function innermostAround(draft: Draft, all: readonly { readonly draft: Draft; readonly statement: Statement | null }[]): number | null {
  const own = draft.cue ?? draft.content[0];
  if (!own) return null;
  let best: number | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  all.forEach(({ draft: other, statement }, index) => {
    if (other === draft || statement === null) return;
    const holder = other.content.find((part) => contains(part, own) && !(other.cue && contains(own, other.cue)));
    if (!holder || holder.end - holder.first >= smallest) return;
    if (draft.content.some((part) => other.cue && contains(part, other.cue))) return;
    smallest = holder.end - holder.first;
    best = index;
  });
  return best;
}

function isRefusal({ cue, source }: Draft, words: Words): boolean {
  if (!cue || !source) return false;
  for (let i = cue.first; i < cue.end; i++) if (/^(?:decline|refuse|comment|silent)$/.test(words.lemma(i))) return true;
  return false;
}

