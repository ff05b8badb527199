import type { FullyAnnotated } from "../../doc/document.js";
import type { TokenRange } from "../../doc/layers.js";
import { evidenceOf } from "../../record/evidence.js";
import type { Hedge } from "../../record/hedge.js";
import { type EntityId, idCounter, type StatementId } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { Stance } from "../../record/stance.js";
import type { Statement } from "../../record/statement.js";
import type { EntityLexicons } from "../entities/entity-lexicons.js";
import type { EntityTable } from "../entities/resolve-entities.js";
import { mentionOfRange, plainMention } from "../mentions.js";
import { type Provenance, type Trace, untraced } from "../provenance.js";
import { sentencesOf } from "../statements/content.js";
import { isSomebody } from "../statements/hearers.js";
import { hedgeOf } from "../statements/hedge.js";
import type { StatementLexicon } from "../statements/statement-lexicon.js";
import type { TableRow } from "../table-rows.js";
import { toldIn } from "../told-in.js";
import { type Words, wordsOf } from "../words.js";
import { type Attitude, findAttitudes } from "./find-attitudes.js";
import { linkTarget, sayingNounOf, type TargetLinking } from "./link-target.js";
import { findReplies } from "./replies.js";
import type { Relation, StanceLexicon } from "./stance-lexicon.js";

/** A stance before it has an id. */
export interface DraftStance {
  /** Where the article tells it, for the order of the record. */
  readonly at: number;
  readonly holder: Mention;
  readonly relation: Relation;
  readonly mention: Mention | null;
  readonly statement: StatementId | null;
  readonly hedge: Hedge | null;
  readonly accordingTo: StatementId | null;
  /** The row of the verb that tells it; `null` for words beside a statement ("in response"). */
  readonly row: TableRow | null;
}

export interface StanceLexicons {
  readonly stances: StanceLexicon;
  readonly entities: EntityLexicons;
  readonly statements: Pick<StatementLexicon, "hedges">;
}

/** Who backs, disputes, rebukes, plays down or answers whom, in text order: by verbs, and by "in response" and "in similar comments". */
export function extractStances(
  document: FullyAnnotated,
  statements: readonly Statement[],
  table: EntityTable,
  { stances: lexicon, entities, statements: { hedges } }: StanceLexicons,
  trace: Trace = untraced,
): Stance[] {
  const words = wordsOf(document);
  const linking = { words, table, statements, lexicon, entities, document };
  const told = findAttitudes(words, lexicon).flatMap((attitude) => {
    const draft = draftOf(attitude, linking);
    return draft === null ? [] : [{ ...draft, hedge: hedgeOf(...hedgeArguments(attitude), words, { hedges }) }];
  });
  const nextId = idCounter("sn");
  return [...told, ...findReplies(linking)]
    .sort((a, b) => a.at - b.at)
    .filter(isFirst)
    .flatMap((draft) => {
      const stances = stanceOf(draft, nextId, document, words);
      for (const { id } of stances) trace(id, provenanceOf(draft, words));
      return stances;
    });
}

function provenanceOf({ row, at }: DraftStance, words: Words): Provenance {
  const told = words.range([at, at + 1]);
  const rule =
    row === null ? 'words that set a statement beside another ("in response")' : "a verb that tells a stance";
  return { rule, row, trigger: told && words.span(told), notes: [] };
}

function hedgeArguments({ verb }: Attitude): [TokenRange, number] {
  return [{ first: verb, end: verb + 1 }, verb];
}

function draftOf(
  { verb, pattern, holder, target }: Attitude,
  linking: TargetLinking,
): Omit<DraftStance, "hedge"> | null {
  const { words, table, lexicon } = linking;
  const around = toldIn(words.span({ first: verb, end: verb + 1 }), linking.statements);
  const accordingTo = around?.id ?? null;
  const at = words.span({ first: verb, end: verb + 1 })[0];
  // "Recent remarks by the general run counter to …": whoever says so disputes the remarks.
  if (holder !== null && sayingNounOf(holder, words, lexicon) !== null) {
    if (!around?.speaker) return null;
    const speaker = around.speaker;
    const linked = linkTarget(linking, holder, pattern, speaker.entity);
    if (linked === null) return null;
    const mention = mentionOfRange(linked.range, words, table);
    return {
      at,
      holder: plainMention(speaker),
      relation: pattern.relation,
      mention,
      statement: linked.statement?.id ?? null,
      accordingTo,
      row: pattern.row,
    };
  }
  if (holder === null || !canHold(holder, linking)) return null;
  const linked = linkTarget(linking, target, pattern, table.resolve(holder).entity);
  if (linked === null) return null;
  return {
    at,
    holder: mentionOfRange(holder, words, table),
    relation: pattern.relation,
    mention: mentionOfRange(linked.range, words, table),
    statement: linked.statement?.id ?? null,
    accordingTo,
    row: pattern.row,
  };
}

/** Somebody the record knows, or a phrase for people whom the article names nowhere: "two of his officers". */
function canHold(range: TokenRange, { table, words, document }: TargetLinking): boolean {
  const { entity } = table.resolve(range);
  const kind = table.entities.find(({ id }) => id === entity)?.kind;
  if (kind !== undefined) return kind !== "other";
  const head = words.top(range);
  const noun = words.upos(head) === "NUM" ? words.children(head).find((one) => words.deprel(one) === "nmod") : head;
  return noun !== undefined && (isSomebody(noun, document, words) || bodies.test(words.lemma(noun)));
}

/** Nouns of bodies that speak though the article may not name them: "his office denied". */
const bodies =
  /^(?:office|ministry|government|department|embassy|mission|campaign|party|agency|army|navy|military|side|camp|court|palace|cabinet|authority)$/;

/** Whether the list tells this stance nowhere earlier. */
function isFirst(draft: DraftStance, index: number, all: readonly DraftStance[]): boolean {
  const same = (a: EntityId | null, b: EntityId | null) => a !== null && a === b;
  return !all
    .slice(0, index)
    .some(
      (one) =>
        one.relation === draft.relation &&
        same(one.holder.entity, draft.holder.entity) &&
        one.statement === draft.statement &&
        (draft.statement !== null || same(one.mention?.entity ?? null, draft.mention?.entity ?? null)),
    );
}

function stanceOf(
  { holder, relation, mention, statement, hedge, accordingTo, at }: DraftStance,
  nextId: () => Stance["id"],
  document: FullyAnnotated,
  words: Words,
): Stance[] {
  const told = words.range([at, at + 1]);
  const evidence = told && evidenceOf(sentencesOf([told], document, words));
  if (!evidence) return [];
  const rest = { hedge, accordingTo, evidence };
  if (statement !== null) return [{ id: nextId(), holder, relation, target: { statement, mention }, ...rest }];
  return mention === null ? [] : [{ id: nextId(), holder, relation, target: { statement, mention }, ...rest }];
}
