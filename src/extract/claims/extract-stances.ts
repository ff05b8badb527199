import { surest } from "../../doc/party-range.js";
import { evidenceOf } from "../../record/evidence.js";
import { idCounter } from "../../record/id.js";
import type { Mention } from "../../record/mention.js";
import type { Stance } from "../../record/stance.js";
import { spansOverlap } from "../../text/span.js";
import type { Words } from "../grammar/words.js";
import { plainMention } from "../mentions.js";
import { type Trace, untraced } from "../provenance.js";
import { hedgeOf } from "../statements/hedge.js";
import type { StatementLexicon } from "../statements/statement-lexicon.js";
import { type ClaimContext, learnt, partyOf, type ReadClaim, readClaims } from "./claim-context.js";
import { type Signs, signsOfReading } from "./confidence.js";
import { statementMeant } from "./link-target.js";
import type { StanceLexicon } from "./stance-lexicon.js";

interface StanceLexicons {
  readonly stances: StanceLexicon;
  readonly statements: Pick<StatementLexicon, "hedges">;
}

/** Who backs, disputes, rebukes, plays down or answers whom, in reading order. */
export function extractStances(context: ClaimContext, lexicons: StanceLexicons, trace: Trace = untraced): Stance[] {
  const { words, confidence } = context;
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
        confidence: confidence(signsOfStance(read, holder, target, words)),
      },
    ];
  });
}

/** What tells for a stance: how it is read, and whether it is known who takes the side and towards whom or what. */
function signsOfStance(
  { claim, statement }: ReadClaim,
  holder: Mention,
  { statement: meant, mention }: Stance["target"],
  words: Words,
): Signs {
  const { first, end } = words.sentence(claim.trigger.first);
  return [
    ...signsOfReading(claim, end - first),
    ["stance of nobody known", holder.entity === null ? 1 : 0],
    ["stance towards words", meant === null ? 0 : 1],
    ["stance towards nobody known", meant === null && mention?.entity === null ? 1 : 0],
    ["stance said by somebody", statement === null ? 0 : 1],
  ];
}

/** Whoever the words name; else who says them. */
function holderOf({ claim, statement }: ReadClaim, context: ClaimContext): Mention | null {
  const [agent] = surest(claim.agent);
  const named = agent === undefined ? null : partyOf(agent, statement, context);
  if (named !== null) return named;
  const speaker = statement?.speaker ?? null;
  return speaker && plainMention(speaker);
}

/** Nobody takes a side towards himself: "he" and "the group" that seem to be the holder are somebody not known; `null` where the words name the holder. */
function somebodyElse(target: Mention, holder: Mention): Mention | null {
  if (target.entity === null || target.entity !== holder.entity) return target;
  const isOther = /^(?:he|him|his|she|her|it|its|they|them|their|this|that|the|these|those) ?\b/i.test(target.text);
  return isOther && !spansOverlap(target.span, holder.span) ? { ...target, entity: null } : null;
}

function targetOf(
  { claim, statement }: ReadClaim,
  holder: Mention,
  context: ClaimContext,
  lexicons: StanceLexicons,
): Stance["target"] | null {
  const [object] = surest(claim.object);
  const named = object === undefined ? null : partyOf(object, statement, context);
  const mention = named && somebodyElse(named, holder);
  const meant = object === undefined ? null : statementMeant(object, holder.entity, context, lexicons.stances);
  if (meant !== null) return { statement: meant.id, mention };
  return mention && { statement: null, mention };
}
