import type { FullyAnnotated } from "../../doc/document.js";
import type { Action } from "../../record/action.js";
import { evidenceOf } from "../../record/evidence.js";
import { idCounter } from "../../record/id.js";
import type { Statement } from "../../record/statement.js";
import type { EntityTable } from "../entities/resolve-entities.js";
import { actorOf, mentionOf } from "../mentions.js";
import type { PlaceTable } from "../places/extract-places.js";
import { placeOfAct } from "../places/place-of-act.js";
import { type Provenance, type Trace, untraced } from "../provenance.js";
import { admittedBy, anchorsOf, type TellingClause } from "../telling-clause.js";
import type { ExtractedTime } from "../times/extract-times.js";
import { timeOfClause } from "../times/time-of-clause.js";
import { statusIn, toldIn } from "../told-in.js";
import { type Words, wordsOf } from "../words.js";
import type { Act } from "./act.js";
import type { ActionKind, ActionLexicon } from "./action-lexicon.js";
import { factualityOf } from "./factuality.js";
import { findDuties } from "./find-duties.js";
import { findFramedActs } from "./find-framed-acts.js";
import { findNounActs } from "./find-noun-acts.js";
import { findVerbActs } from "./find-verb-acts.js";
import { mergeHeadline } from "./merge-headline.js";
import { nounsOf } from "./nouns.js";
import { asAnnounced, asAttack, asProtest, asTest, servingPurpose, withTarget } from "./reinterpret-acts.js";
import { isWorthTelling } from "./worth-telling.js";

/** What an article tells besides its actions that each action may lead to. */
export interface ActionContext {
  readonly statements: readonly Statement[];
  readonly table: EntityTable;
  readonly times: readonly ExtractedTime[];
  readonly places: PlaceTable;
}

/** Who did what to whom, when and where, in reading order. */
export function extractActions(
  document: FullyAnnotated,
  { statements, table, times, places }: ActionContext,
  lexicon: ActionLexicon,
  trace: Trace = untraced,
): Action[] {
  const words = wordsOf(document);
  const nouns = nounsOf(document, words, table, lexicon);
  const verbActs = findVerbActs(words, nouns, lexicon);
  const found = [...verbActs, ...findNounActs(verbActs, words, nouns, lexicon)].map((act) =>
    asAttack(act, words, nouns, lexicon),
  );
  const plain = found.map((act) => servingPurpose(act, found, words));
  const framed = findFramedActs(plain, words, nouns, lexicon);
  const framing = new Set(framed.map(({ head }) => head));
  const departing = new Set([
    ...framed.filter(({ kind }) => departures.test(kind.mode ?? "")).map(({ head }) => head),
    // "Gave two diplomats 72 hours to leave".
    ...plain.filter(({ kind }) => kind.type === "THREATEN").map(({ head }) => head),
  ]);
  const own = plain.filter(
    (act) =>
      !framing.has(act.head) &&
      !isOnlyNaming(act, plain, words) &&
      !isOnlySpokenOf(act.head, framing, words, lexicon) &&
      !(act.kind.type === "RETREAT" && isOrdered(act.head, departing, words)),
  );
  const told = [...own, ...framed];
  const acts = [
    ...told.map((act) => {
      const protest = asProtest(asTest(act, words), words, lexicon);
      return asAnnounced(withTarget(protest, told, words, nouns), words);
    }),
    ...findDuties(words, nouns),
  ];
  const heads = new Set(acts.flatMap(({ head, theme }) => (theme === null ? [head] : [head, theme])));
  const nextId = idCounter("ac");
  const actions = acts
    .filter((act) => isWorthTelling(act, words, nouns))
    .sort((a, b) => a.trigger.first - b.trigger.first)
    .flatMap((act) => {
      const evidence = evidenceOf([words.span(words.sentence(act.head))]);
      if (evidence === null) return [];
      const span = words.span(act.trigger);
      const statement = toldIn(span, statements);
      const clause: TellingClause = {
        anchors: anchorsOf(act.head, act.theme, words),
        isOther: (token) => token !== act.head && token !== act.theme && heads.has(token),
        admits: admittedBy(span, statements, words),
      };
      const id = nextId();
      const { row, ...kind } = act.kind;
      trace(id, provenanceOf(act.kind));
      return [
        {
          id,
          ...kind,
          actors: act.actors.map((noun) => actorOf(noun, statement, words, table)),
          recipients: act.recipients.map((noun) => mentionOf(noun, words, table)),
          trigger: { text: words.slice(act.trigger), span, lemma: act.lemma },
          status: statusIn(statement, act.status ?? factualityOf(act.head, words, lexicon)),
          time: timeOfClause(clause, times, words),
          place: placeOfAct({ ...clause, kind: act.kind, recipients: act.recipients }, words, places),
          accordingTo: statement?.id ?? null,
          evidence,
        },
      ];
    });
  return mergeHeadline(actions, document.text);
}

/** "Launched an attack on the governor, calling him a coward": what a rebuke consists in is told with it. */
function isOnlyNaming({ head, kind, recipients }: Act, acts: readonly Act[], words: Words): boolean {
  if (kind.type !== "ACCUSE" || words.deprel(head) !== "advcl" || !/^(?:call|brand|label|dub)$/.test(words.lemma(head)))
    return false;
  const above = words.head(head);
  return (
    recipients.every((one) => words.upos(one) === "PRON") &&
    acts.some((act) => act.kind.type === "ACCUSE" && (act.head === above || act.theme === above))
  );
}

const departures = /^(?:withdraw|expel)$/;

/** Whether an order that is told as a departure already tells of the leaving: "ordered its staff to leave". */
function isOrdered(head: number, departing: ReadonlySet<number>, words: Words): boolean {
  const above = words.head(head);
  return departing.has(above) || (/^acl/.test(words.deprel(head)) && departing.has(words.head(above)));
}

/** Whether the act is only what another act asks for, refuses or threatens, so that the other tells it: "urged Rome *to withdraw*". */
function isOnlySpokenOf(head: number, framing: ReadonlySet<number>, words: Words, lexicon: ActionLexicon): boolean {
  const governor = words.head(head);
  if (/^acl/.test(words.deprel(head)) && words.deprel(governor) === "obj" && framing.has(words.head(governor)))
    return true;
  const complement = /^(?:xcomp|ccomp|advcl|acl)$/.test(words.deprel(head)) && framing.has(words.head(head));
  return complement && factualityOf(head, words, lexicon) === "possible";
}

function provenanceOf({ type, row }: ActionKind): Provenance {
  if (row === null) return { rule: "what somebody says that another must do", row, trigger: null, notes: [] };
  const own = row.table === "action-frames.tsv" || new RegExp(`\\b(?:${type}|same)\\b`).test(row.text);
  const notes = own ? [] : [`read as ${type} for what its clause makes of it: to come, refused, or for a purpose`];
  return { rule: rules[row.table] ?? row.table, row, trigger: null, notes };
}

/** What makes an act, by the table that it goes by. */
const rules: Readonly<Record<string, string>> = {
  "action-verbs.tsv": "a verb with what stands in its object",
  "action-nouns.tsv": "a noun that tells of an act",
  "action-frames.tsv": "a word that takes a stand on the act behind it",
};
