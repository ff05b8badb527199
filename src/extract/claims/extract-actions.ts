import { rangeAt } from "../../doc/find-ranges.js";
import type { PartyRange } from "../../doc/layers.js";
import { readDoubt, readRanges } from "../../doc/party-range.js";
import type { Action, ActionType } from "../../record/action.js";
import { evidenceOf } from "../../record/evidence.js";
import { idCounter } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import { spansOverlap } from "../../text/span.js";
import type { Words } from "../grammar/words.js";
import { placeOfAct } from "../places/place-of-act.js";
import { type Trace, untraced } from "../provenance.js";
import { timeOfClause } from "../times/time-of-clause.js";
import { type ActionCodes, codesOf } from "./action-codes.js";
import { type Told, withChosenParties } from "./choose-parties.js";
import { type ClaimContext, learnt, maybeParties, placeOfRole, readClaims, timeOfRole } from "./claim-context.js";
import { signsOfReading } from "./confidence.js";
import type { ReadParty } from "./party-features.js";
import { mergeHeadline, withTimesFromElsewhere } from "./same-act.js";
import { noMunitions, sendersOf, targetsOf } from "./senders.js";

/** Who did what to whom, when and where, in reading order. */
export function extractActions(context: ClaimContext, codes: ActionCodes, trace: Trace = untraced): Action[] {
  const { document, table, statements, weights, confidence } = context;
  const around = { text: document.text, entities: table.entities, statements };
  const acts = withChosenParties(toldActs(context, codes, trace), around, weights.party).map(({ act, signs }) => ({
    ...act,
    confidence: confidence(signs),
  }));
  return mergeHeadline(withTimesFromElsewhere(acts), document.text);
}

/** The acts with the parties that are read in their own words, and all who may be meant there. */
export function toldActs(
  context: ClaimContext,
  codes: ActionCodes,
  trace: Trace,
): readonly Told<Omit<Action, "confidence">>[] {
  const { words, times, places, weights, munitions } = context;
  const nextId = idCounter("ac");
  return readClaims("action", context).flatMap(({ claim, head, statement, clause, status }) => {
    const evidence = evidenceOf([words.span(words.sentence(head))]);
    if (evidence === null) return [];
    const type = claim.label as ActionType;
    const id = nextId();
    const { row, ...code } = codesOf(type, claim.trigger, words, codes);
    trace(id, { ...learnt(claim), row });
    const weapons = type === "ASSAULT" ? munitions : noMunitions;
    const by = sendersOf(claim.agent, head, words, weapons);
    const at = targetsOf(claim.object, head, words, weapons);
    const objects = at.objects.filter((range) => !(/^(?:ASSAULT|MOBILIZE)$/.test(type) && isOnTheWay(range, words)));
    const recipients = readRanges(objects).map((range) => words.top(range));
    const read = {
      actors: maybeParties(by.agents, statement, context),
      recipients: maybeParties(objects, null, context),
    };
    const site = { ...clause, kind: { type, ...code }, recipients };
    const act = {
      id,
      type,
      ...code,
      actors: readMentions(read.actors),
      recipients: readMentions(read.recipients),
      trigger: { text: words.slice(claim.trigger), span: words.span(claim.trigger), lemma: words.lemma(head) },
      status,
      time: timeOfRole(claim, times) ?? timeOfClause(clause, times, words, weights.time),
      place: placeOfRole(claim, places) ?? placeOfAct(site, words, places, weights.place),
      accordingTo: statement?.id ?? null,
      evidence,
    };
    const { first, end } = words.sentence(head);
    const unknown = { actors: by.isUnknown, recipients: at.isUnknown };
    return [{ act, read, unknown, signs: signsOfReading(claim, end - first) }];
  });
}

/** Whether something only comes from there or passes there, and is not aimed at it: "rockets from the hills", "missiles over Norland". */
function isOnTheWay(range: PartyRange, words: Words): boolean {
  const before = words.lower(range.first - 1);
  if (before === "from" || before === "via" || (before === "of" && words.lower(range.first - 2) === "out")) return true;
  const isPlace = /^(?:GPE|LOC)$/.test(rangeAt(words.layers.names.names, words.top(range))?.type ?? "");
  return isPlace && /^(?:over|across|through|past)$/.test(before);
}

/** Those who are read and no guesses, without those whose words a surer one has. */
function readMentions(parties: readonly ReadParty[]): readonly Mention[] {
  const read = parties.filter(({ doubt }) => doubt <= readDoubt);
  const isFree = ({ mention }: ReadParty, at: number) =>
    !read.slice(0, at).some((other) => spansOverlap(other.mention.span, mention.span));
  return read.filter(isFree).map(({ mention }) => mention);
}
