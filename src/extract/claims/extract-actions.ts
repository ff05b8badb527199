import type { Action, ActionType } from "../../record/action.js";
import { evidenceOf } from "../../record/evidence.js";
import { idCounter } from "../../record/id.js";
import type { Posture } from "../../record/posture.js";
import { placeOfAct } from "../places/place-of-act.js";
import { type Trace, untraced } from "../provenance.js";
import { timeOfClause } from "../times/time-of-clause.js";
import { type ActionCodes, codesOf } from "./action-codes.js";
import { placeOfRole, timeOfRole } from "./circumstances.js";
import { type ClaimContext, partiesOf, readClaims } from "./claim-context.js";
import { firedAt, withoutOrigins } from "./fired-at.js";
import { learnt } from "./learnt.js";
import { mergeHeadline } from "./merge-headline.js";
import { withOwners } from "./owner-acts.js";
import { withPartiesFromElsewhere, withTimesFromElsewhere } from "./same-act.js";

/** Who did what to whom, when and where, in reading order. */
export function extractActions(
  context: ClaimContext,
  states: readonly Posture[],
  codes: ActionCodes,
  trace: Trace = untraced,
): Action[] {
  const { words, times, places, weights, document, table } = context;
  const nextId = idCounter("ac");
  const actions = readClaims("action", context).flatMap(({ claim, head, statement, clause, status }) => {
    const evidence = evidenceOf([words.span(words.sentence(head))]);
    if (evidence === null) return [];
    const type = claim.label as ActionType;
    const id = nextId();
    const { row, ...code } = codesOf(type, claim.trigger, words, codes);
    trace(id, { ...learnt(claim), row });
    const aims = claim.object.map((range) => firedAt(range, words));
    const objects = type === "ASSAULT" ? withoutOrigins(aims, words) : aims;
    const recipients = objects.map((range) => words.top(range));
    const site = { ...clause, kind: { type, ...code }, recipients };
    return [
      {
        id,
        type,
        ...code,
        actors: partiesOf(claim.agent, statement, context),
        recipients: partiesOf(objects, null, context),
        trigger: { text: words.slice(claim.trigger), span: words.span(claim.trigger), lemma: words.lemma(head) },
        status,
        time: timeOfRole(claim, times) ?? timeOfClause(clause, times, words, weights.time),
        place: placeOfRole(claim, places) ?? placeOfAct(site, words, places, weights.place),
        accordingTo: statement?.id ?? null,
        evidence,
      },
    ];
  });
  const owned = withOwners(withPartiesFromElsewhere(actions), states, table.entities, document.text);
  return mergeHeadline(withTimesFromElsewhere(owned), document.text);
}
