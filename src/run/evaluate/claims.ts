import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Span } from "../../text/span.js";
import type { ArticleMarks, Snippet } from "./article-marks.js";
import { type JudgedParty, judgedParty } from "./party.js";

/** An action as it is compared: on which words it stands, what it can be, who takes part. */
export interface ClaimedAction {
  readonly span: Span;
  /** Its type; of a marked one also those that are as good. */
  readonly kinds: ReadonlySet<string>;
  readonly actors: readonly JudgedParty[];
  readonly recipients: readonly JudgedParty[];
  readonly status: string;
  /** A TIMEX3 value. */
  readonly time: string | null;
  /** For lists, in a few words. */
  readonly shown: string;
}

export interface ClaimedPosture {
  readonly span: Span;
  /** `aspect/value`. */
  readonly kinds: ReadonlySet<string>;
  readonly subject: JudgedParty | null;
  readonly by: JudgedParty | null;
  readonly status: string;
  readonly shown: string;
}

export interface ClaimedStance {
  readonly span: Span;
  readonly kinds: ReadonlySet<string>;
  readonly holder: JudgedParty | null;
  /** Whom or what it is about: somebody, the speaker of a statement, its words. */
  readonly targets: readonly JudgedParty[];
  readonly shown: string;
}

/** What a record tells of one article, in the shape in which it is compared with marks. */
export interface Claims {
  readonly actions: readonly ClaimedAction[];
  readonly postures: readonly ClaimedPosture[];
  readonly stances: readonly ClaimedStance[];
}

/** What careful readers marked in an article, in the same shape. */
export interface MarkedClaims extends Claims {
  readonly actions: readonly (ClaimedAction & { readonly main: boolean })[];
  readonly traps: readonly Trap[];
}

/** Words on which no act or state of a kind may stand as a fact. */
export interface Trap {
  readonly span: Span;
  /** In words: "posture staffing/evacuated", "action ASSAULT". */
  readonly not: string;
  readonly shown: string;
}

/** The claims of a record. */
export function comparedClaims({ entities, times, statements, ...record }: ArticleRecord): Claims {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const values = new Map(times.map(({ id, value }) => [id, value]));
  const told = new Map(statements.map((statement) => [statement.id, statement]));
  const party = ({ text, span, entity }: Mention) => judgedParty([span], [text, (entity && names.get(entity)) ?? null]);
  return {
    actions: record.actions.map(({ id, trigger, type, actors, recipients, status, time }) => ({
      span: trigger.span,
      kinds: new Set([type]),
      actors: actors.map(party),
      recipients: recipients.map(party),
      status,
      time: time === null ? null : (values.get(time) ?? null),
      shown: `${id} ${wordsOf(actors)} → ${wordsOf(recipients)} · ${type} “${trigger.text}” · ${status}`,
    })),
    postures: record.postures.map(({ id, evidence, aspect, value, subject, by, status }) => ({
      span: evidence[0],
      kinds: new Set([`${aspect}/${value}`]),
      subject: party(subject),
      by: by && party(by),
      status,
      shown: `${id} ${subject.text} · ${aspect}/${value} · ${status}`,
    })),
    stances: record.stances.map(({ id, evidence, relation, holder, target }) => {
      const about = target.statement === null ? undefined : told.get(target.statement);
      const speaker = about?.speaker ? [party(about.speaker)] : [];
      const somebody = target.mention ? [party(target.mention)] : [];
      return {
        span: evidence[0],
        kinds: new Set([relation]),
        holder: party(holder),
        targets: [...somebody, ...speaker, judgedParty(about?.content.spans ?? [], [])],
        shown: `${id} ${holder.text} ${relation} ${target.mention?.text ?? target.statement ?? "–"}`,
      };
    }),
  };
}

/** The claims that were marked in an article. */
export function markedClaims({ actions, postures, stances, mustNot }: ArticleMarks): MarkedClaims {
  return {
    actions: actions.map(({ p, trigger, type, alt, actors, recipients, status, time, main }) => ({
      span: trigger.span,
      kinds: new Set([type, ...alt]),
      actors: actors.map(snippetParty),
      recipients: recipients.map(snippetParty),
      status,
      time,
      main,
      shown: `¶${p} ${snippetWords(actors)} → ${snippetWords(recipients)} · ${type} “${trigger.text}” · ${status}`,
    })),
    postures: postures.map(({ p, words, subject, aspect, value, alt, by, status }) => ({
      span: words.span,
      kinds: new Set([`${aspect}/${value}`, ...alt]),
      subject: subject && snippetParty(subject),
      by: by && snippetParty(by),
      status,
      shown: `¶${p} ${snippetWords([subject])} · ${aspect}/${value} “${words.text}” · ${status}`,
    })),
    stances: stances.map(({ p, words, holder, relation, alt, target }) => ({
      span: words.span,
      kinds: new Set([relation, ...alt]),
      holder: holder && snippetParty(holder),
      targets: target ? [snippetParty(target)] : [],
      shown: `¶${p} ${snippetWords([holder])} ${relation} “${words.text}” ${snippetWords([target])}`,
    })),
    traps: mustNot.map(({ p, words, not, why }) => ({ span: words.span, not, shown: `¶${p} “${words.text}”, ${why}` })),
  };
}

function snippetParty({ text, span, is }: Snippet): JudgedParty {
  return judgedParty([span], [text, is]);
}

function snippetWords(snippets: readonly (Snippet | null)[]): string {
  return snippets.map((one) => one?.text ?? one?.is ?? "–").join(", ") || "–";
}

function wordsOf(mentions: readonly Mention[]): string {
  return mentions.map(({ text }) => text).join(", ") || "–";
}
