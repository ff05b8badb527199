import { child, isInfinitive, joined } from "../clause.js";
import type { Words } from "../words.js";
import type { Act } from "./act.js";
import { type ActionLexicon, toneOf } from "./action-lexicon.js";
import { attitudeKind } from "./attitude-kind.js";

/** The acts of a time to come: PLOVER takes a friendly one for an AGREE and a hostile one for a THREATEN, and "will not" for a REJECT. */
export function asAnnounced(act: Act, words: Words): Act {
  const auxiliaries = words.children(act.head).filter((one) => /^(?:aux|advmod)$/.test(words.deprel(one)));
  const is = (pattern: RegExp) => auxiliaries.some((one) => pattern.test(words.lower(one)));
  const goingTo = words.deprel(act.head) === "xcomp" && words.lower(words.head(act.head)) === "going";
  if (act.actors.length === 0 || !(goingTo || is(/^(?:will|wo|shall|['’]ll|would)$/))) return act;
  const friendly = toneOf(act.kind.type) === "friendly";
  if (is(/^(?:not|n['’]t|never)$/)) {
    if (!friendly) return act;
    const awaited = awaitedOf(act.head, words);
    return {
      ...act,
      kind: attitudeKind("REJECT", act.kind),
      recipients: [...act.recipients, ...awaited],
      status: "announced",
    };
  }
  if (/^(?:AGREE|REQUEST|THREATEN|ACCUSE)$/.test(act.kind.type)) return act;
  return { ...act, kind: attitudeKind(friendly ? "AGREE" : "THREATEN", act.kind) };
}

/** Who has to act first: "will not end the strike until the company pays". */
function awaitedOf(verb: number, words: Words): readonly number[] {
  const clause = words
    .children(verb)
    .find((one) =>
      words
        .children(one)
        .some((mark) => words.deprel(mark) === "mark" && /^(?:until|unless|before)$/.test(words.lower(mark))),
    );
  const subject = clause === undefined ? null : child(clause, words, /^nsubj/);
  return subject === null || words.upos(subject) === "PRON" ? [] : joined(subject, words);
}

/**
 * Acts that serve another: a team sent to investigate is an investigation, and troops sent as peacekeepers are aid.
 */
export function servingPurpose(act: Act, acts: readonly Act[], words: Words): Act {
  if (!/^(?:AID|MOBILIZE|CONSULT)$/.test(act.kind.type)) return act;
  const below = [act.head, ...(act.theme === null ? [] : [act.theme])].flatMap((one) => words.children(one));
  const purposes = below.filter((one) => /^(?:advcl|acl|xcomp)$/.test(words.deprel(one)) && isInfinitive(one, words));
  const inquiry = acts.find(
    ({ head, kind }) => kind.type === "ACCUSE" && kind.mode === "investigate" && purposes.includes(head),
  );
  if (inquiry !== undefined) return { ...act, kind: inquiry.kind };
  const { first, end } = words.phrase(act.head);
  const keepsPeace = act.kind.type === "MOBILIZE" && /\bpeace-?keep/i.test(words.slice({ first, end }));
  return keepsPeace ? { ...act, kind: { ...act.kind, type: "AID", mode: null, cameo: "074" } } : act;
}

/** What a crowd does by force is a protest: "farmers blocked roads", "demonstrators clashed with police". */
export function asProtest(act: Act, words: Words, { crowds }: Pick<ActionLexicon, "crowds">): Act {
  const bodily = act.kind.type === "ASSAULT" || (act.kind.type === "COERCE" && act.kind.mode !== "arrest");
  const [first] = act.actors;
  if (!bodily || first === undefined || crowds.at(first, words) === null) return act;
  if (/^(?:kill|murder|shoot|abduct|kidnap|rape|arrest|execute|stab)$/.test(words.lemma(act.head))) return act;
  const violent = act.kind.type === "ASSAULT";
  return {
    ...act,
    kind: { ...act.kind, type: "PROTEST", mode: violent ? "riot" : "obstruct", cameo: violent ? "145" : "144" },
  };
}
