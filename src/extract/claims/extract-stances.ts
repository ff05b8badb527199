import { surest } from "../../doc/party-range.js";
import { evidenceOf } from "../../record/evidence.js";
import { idCounter } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { Stance } from "../../record/stance.js";
import type { Statement } from "../../record/statement.js";
import { spanContains } from "../../text/span.js";
import { plainMention } from "../mentions.js";
import { type Trace, untraced } from "../provenance.js";
import { hedgeOf } from "../statements/hedge.js";
import type { StatementLexicon } from "../statements/statement-lexicon.js";
import { type ClaimContext, partyOf, type ReadClaim, readClaims } from "./claim-context.js";
import { learnt } from "./learnt.js";
import { statementMeant, type TargetLexicon } from "./link-target.js";

export interface StanceLexicons extends TargetLexicon {
  readonly statements: Pick<StatementLexicon, "hedges">;
}

/** Who backs, disputes, rebukes, plays down or answers whom, in reading order. */
export function extractStances(context: ClaimContext, lexicons: StanceLexicons, trace: Trace = untraced): Stance[] {
  const { words } = context;
  const nextId = idCounter("sn");
  return readClaims("stance", context).flatMap((read) => {
    const { claim, head, statement } = read;
    const evidence = evidenceOf([words.span(words.sentence(head))]);
    const holder = holderOf(read, context);
    if (evidence === null || holder === null) return [];
    const target = targetOf(read, holder, context, lexicons);
    if (target === null) return [];
    const id = nextId();
    trace(id, { ...learnt(claim), trigger: words.span(claim.trigger) });
    return [
      {
        id,
        holder,
        relation: claim.label as Stance["relation"],
        target,
        hedge: hedgeOf(claim.trigger, head, words, lexicons.statements),
        accordingTo: statement?.id ?? null,
        evidence,
      },
    ];
  });
}

/** Whoever the words name; else who says them, or whose words the trigger introduces. */
function holderOf({ claim, statement }: ReadClaim, context: ClaimContext): Mention | null {
  const [agent] = surest(claim.agent);
  const named = agent === undefined ? null : partyOf(agent, statement, context);
  if (named !== null) return named;
  const speaker = statement?.speaker ?? introducedBy(claim.trigger, context)?.speaker ?? null;
  return speaker && plainMention(speaker);
}

function targetOf(
  { claim, statement }: ReadClaim,
  holder: Mention,
  context: ClaimContext,
  lexicons: TargetLexicon,
): Stance["target"] | null {
  const [object] = surest(claim.object);
  const mention = object === undefined ? null : partyOf(object, statement, context);
  const meant = object === undefined ? null : statementMeant(object, holder.entity, context, lexicons);
  if (meant !== null) return { statement: meant.id, mention };
  return mention && { statement: null, mention };
}

/** The statement whose cue the trigger is. */
function introducedBy(trigger: ReadClaim["claim"]["trigger"], { words, statements }: ClaimContext): Statement | null {
  const span = words.span(trigger);
  return (
    statements.find(({ cue }) => cue !== null && (spanContains(cue.span, span) || spanContains(span, cue.span))) ?? null
  );
}
