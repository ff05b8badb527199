import type { Claim, TokenRange } from "../../doc/layers.js";
import { surest } from "../../doc/party-range.js";
import { evidenceOf } from "../../record/evidence.js";
import { idCounter } from "../../record/id.js";
import { postureValues } from "../../record/kinds.js";
import type { Mention } from "../../record/mention.js";
import type { Institution, Posture } from "../../record/posture.js";
import type { Statement } from "../../record/statement.js";
import { spansOverlap } from "../../text/span.js";
import type { Words } from "../grammar/words.js";
import { type Trace, untraced } from "../provenance.js";
import { stateTimes } from "../times/time-of-clause.js";
import { learnt, partyOf, readClaims, timeOfRole } from "./claim-context.js";
import { type Signs, signsOfReading } from "./confidence.js";
import { type InstitutionContext, institutionsOf } from "./institution.js";
import { aspectsOf, type FittingState, type StateSubjects } from "./state-subjects.js";
import { type State, type StateWords, stateAsWorded } from "./state-words.js";

/** The states that institutions are put in, since and until when, in reading order. */
export function extractPostures(
  context: InstitutionContext,
  subjects: StateSubjects,
  trace: Trace = untraced,
): Posture[] {
  const { words, times, weights, document, confidence } = context;
  const nextId = idCounter("po");
  const states = readClaims("posture", context).flatMap(({ claim, head, statement, clause, status }) => {
    const evidence = evidenceOf([words.span(words.sentence(head))]);
    const [agents, objects] = [surest(claim.agent), surest(claim.object)];
    const [object = agents[0] ?? claim.trigger] = objects;
    const subject = partyOf(object, statement, context);
    const read = stateOf(claim, aspectsOf(object, words, subjects));
    const state = read && stateAsWorded(read, aroundState(claim, object, context));
    if (evidence === null || subject === null || state === null) return [];
    const [agent] = objects.length === 0 ? [] : agents;
    const when = stateTimes(clause, times, words, weights.time);
    const by = agent === undefined ? null : partyOf(agent, statement, context);
    if (state.aspect === "relations" && [subject, by].some((one) => isArmedGroup(one, context))) return [];
    return statesShut(state, object, words).flatMap((one) => {
      const institutions = institutionsOf(
        { ...one, subject: object, trigger: claim.trigger, who: subject, by },
        context,
      );
      if (claim.score < leastSure && institutions.every(({ of }) => of === null)) return [];
      return institutions.flatMap((institution) => {
        const sure = confidence(signsOfState(claim, institution, statement, words));
        if (sure < leastLikely) return [];
        const draft = {
          subject,
          ...asSetByHost({ ...one, institution }, by, context),
          by,
          ...when,
          since: when.since ?? (when.until === null ? timeOfRole(claim, times) : null),
          status,
          accordingTo: statement?.id ?? null,
          evidence,
          confidence: sure,
        };
        return [{ draft, claim }];
      });
    });
  });
  const title = words.length === 0 ? 0 : words.span(document.layers.sentences.paragraphs[0] ?? { first: 0, end: 1 })[1];
  const bySentence = new Map<number, Omit<Posture, "id">[]>();
  const told = states.filter(({ draft }) => {
    const [{ 0: sentence, 1: end }] = draft.evidence;
    const before = bySentence.get(sentence) ?? [];
    bySentence.set(sentence, [...before, draft]);
    const isInBody = end > title || !states.some((other) => isToldAgain(draft, other.draft));
    return isInBody && !before.some((other) => isOneTelling(other, draft));
  });
  return told.map(({ draft, claim }) => {
    const id = nextId();
    trace(id, { ...learnt(claim), trigger: words.span(claim.trigger) });
    // Aspect and value come from one label, which has been held against the record's lists.
    return { id, ...draft } as Posture;
  });
}

/** The state, of borders and of the air where the words for what is shut name both: "its borders and airspace", "land and air borders". */
function statesShut(state: State, { first, end }: TokenRange, words: Words): readonly State[] {
  const [aspect, other] =
    state.aspect === "border" ? (["border", "airspace"] as const) : (["airspace", "border"] as const);
  if (state.aspect !== aspect) return [state];
  // The words for the second may be cut off.
  const named = words.slice({ first, end: Math.min(end + cutOff, words.sentence(first).end) });
  const { value } = state;
  return both.test(named) ? [{ aspect, value } as State, { aspect: other, value } as State] : [state];
}

const cutOff = 2;

const both =
  /\b(?:borders?|frontiers?)\b(?: \p{L}+)?,? and (?:the |its |their )?(?:air ?space|skies)\b|\b(?:air ?space|skies),? and (?:the |its |their )?(?:\p{L}+ )?(?:borders?|frontiers?)\b|\b(?:land|sea)\b[^.;]*\bair (?:borders?|frontiers?)\b|\bair\b[^.;]* (?:land|sea) (?:borders?|frontiers?)\b/iu;

/** What tells for a state: how it is read, and whether it is known whose it is and where. */
function signsOfState(claim: Claim, { of, in: host }: Institution, statement: Statement | null, words: Words): Signs {
  const { first, end } = words.sentence(claim.trigger.first);
  return [
    ...signsOfReading(claim, end - first),
    ["posture of nobody known", of === null ? 1 : 0],
    ["posture nowhere known", host === null ? 1 : 0],
    ["posture said by somebody", statement === null ? 0 : 1],
    [`posture ${claim.status}`, 1],
  ];
}

/** Where no words tell whose institution it is, the reader has to be so sure that they tell of a state at all. */
const leastSure = 0.6;

/** A state that is read less likely right than wrong is told by nobody. */
const leastLikely = 0.5;

/** Whether it is no state, with which there are no relations to break off. */
function isArmedGroup(mention: Mention | null, { table }: InstitutionContext): boolean {
  return table.entities.find(({ id }) => id === mention?.entity)?.kind === "armed_group";
}

/** Whom the host orders out is expelled: only those who sent staff order them home. */
function asSetByHost(
  told: State & { readonly institution: Institution },
  by: Mention | null,
  { table }: InstitutionContext,
): State & { readonly institution: Institution } {
  const { of, in: host } = told.institution;
  const hand = table.entities.find(({ id }) => id === by?.entity)?.country ?? null;
  if (told.value !== "ordered_departure" || hand === null || hand !== host || hand === of) return told;
  return { aspect: "relations", value: "diplomats_expelled", institution: { kind: "relations", of, in: host } };
}

/** The words that a state is held against. */
function aroundState({ trigger }: Claim, subject: TokenRange, { words, document }: InstitutionContext): StateWords {
  const { sentences } = document.layers.sentences;
  const at = sentences.findIndex(({ first, end }) => first <= trigger.first && trigger.first < end);
  const near = [...sentences.slice(0, 1), ...sentences.slice(Math.max(1, at - 2), at + 1)];
  return {
    trigger: words.slice(trigger),
    subject: words.slice(subject),
    sentence: words.slice(words.sentence(trigger.first)),
    around: near.map((range) => words.slice(range)).join(" "),
  };
}

/** The likeliest state of the aspects that fit the subject, or else, also where nothing is known of it, the likeliest of all that the record knows. */
function stateOf({ label, otherwise }: Claim, fitting: readonly FittingState[] | null): State | null {
  const states = [label, ...otherwise].flatMap((one): readonly State[] => {
    const [aspect = "", value = ""] = one.split("/");
    const values: readonly string[] = Object.hasOwn(postureValues, aspect)
      ? postureValues[aspect as State["aspect"]]
      : [];
    return values.includes(value) ? [{ aspect, value } as State] : [];
  });
  const fits = ({ aspect, value }: State): boolean =>
    fitting?.some((one) => one.aspect === aspect && (one.value === null || one.value === value)) ?? false;
  return states.find(fits) ?? states[0] ?? null;
}

/** Whether a sentence tells one state of one subject twice: "will be closed from Friday, and remain shut". */
function isOneTelling(one: Omit<Posture, "id">, other: Omit<Posture, "id">): boolean {
  return (
    isSameState(one, other) &&
    !isAnother(one.institution, other.institution) &&
    one.evidence[0][0] === other.evidence[0][0] &&
    spansOverlap(one.subject.span, other.subject.span)
  );
}

function isSameState(one: Omit<Posture, "id">, other: Omit<Posture, "id">): boolean {
  return one.aspect === other.aspect && one.value === other.value && one.status === other.status;
}

/** Whether a later sentence tells of the same state by the same hand, as the body does of what the headline says. */
function isToldAgain(one: Omit<Posture, "id">, other: Omit<Posture, "id">): boolean {
  const hand = one.by?.entity ?? null;
  // A headline's "Tourists told to leave" does not say by whom.
  return (
    isSameState(one, other) &&
    !isAnother(one.institution, other.institution) &&
    other.evidence[0][0] > one.evidence[0][1] &&
    (one.by === null || (hand !== null && hand === other.by?.entity))
  );
}

/** Whether two institutions of one kind are told to be of different countries or to stand in different ones. */
function isAnother(one: Institution, other: Institution): boolean {
  const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;
  return differ(one.of, other.of) || differ(one.in, other.in);
}
