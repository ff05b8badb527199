import { child, isInfinitive, joined, nestedObliquesOf, obliquesOf } from "../clause.js";
import type { Words } from "../words.js";
import type { Act } from "./act.js";
import { type ActionLexicon, toneOf } from "./action-lexicon.js";
import { attitudeKind } from "./attitude-kind.js";
import type { Nouns } from "./nouns.js";

const others = /^(?:want|fear|hope|demand|worry|expect|guarantee|assurance|concern|doubt|predict|suspect|speculate)$/;

/** The acts of a time to come: PLOVER takes a friendly one for an AGREE and a hostile one for a THREATEN, and "will not" for a REJECT. */
export function asAnnounced(act: Act, words: Words): Act {
  const auxiliaries = words.children(act.head).filter((one) => /^(?:aux|advmod)$/.test(words.deprel(one)));
  const is = (pattern: RegExp) => auxiliaries.some((one) => pattern.test(words.lower(one)));
  const goingTo = words.deprel(act.head) === "xcomp" && words.lower(words.head(act.head)) === "going";
  if (act.actors.length === 0 || !(goingTo || is(/^(?:will|wo|shall|['’]ll|would)$/))) return act;
  // Troops that "would leave" promise nothing; whoever sends them does.
  if (act.kind.type === "RETREAT" && act.theme === null && act.recipients.length === 0) return act;
  // "Wanted guarantees that Oslo would stop them", "feared that banks would refuse": others' wishes and fears promise and threaten nothing.
  const above = words.head(act.head);
  if (/^(?:ccomp|acl)$/.test(words.deprel(act.head)) && others.test(words.lemma(above))) return act;
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
  const courtesy = acts.find(({ head, kind }) => kind.type === "SUPPORT" && purposes.includes(head));
  if (courtesy !== undefined && act.kind.mode !== "visit" && act.kind.type === "CONSULT")
    return { ...act, kind: courtesy.kind };
  const { first, end } = words.phrase(act.head);
  const keepsPeace = act.kind.type === "MOBILIZE" && /\bpeace-?keep/i.test(words.slice({ first, end }));
  return keepsPeace ? { ...act, kind: { ...act.kind, type: "AID", mode: null, cameo: "074" } } : act;
}

/** A protest with those whom it is against, as far as its clause tells them. */
export function withTarget(act: Act, acts: readonly Act[], words: Words, nouns: Nouns): Act {
  return act.kind.type === "PROTEST" ? atHome(withDemand(act, acts, words), words, nouns) : act;
}

/** A protest that makes a demand is against those of whom it is made: "took to the streets to demand that the governor resign". */
function withDemand(act: Act, acts: readonly Act[], words: Words): Act {
  const demand = acts.find(
    ({ head, kind }) =>
      /^(?:REQUEST|ACCUSE)$/.test(kind.type) &&
      /^(?:advcl|acl|xcomp)$/.test(words.deprel(head)) &&
      (words.head(head) === act.head || words.head(head) === act.theme),
  );
  const others = demand?.recipients.filter((one) => !act.recipients.includes(one) && !act.actors.includes(one)) ?? [];
  return { ...act, recipients: [...act.recipients, ...others] };
}

/** A protest of which no target is told is one in the place, and so against the powers of the place, of those who protest: "nurses in Lima". */
function atHome(act: Act, words: Words, nouns: Nouns): Act {
  if (act.recipients.length > 0) return act;
  const home = act.actors
    .flatMap((actor) => nestedObliquesOf(actor, words))
    .find(
      ({ token, preposition }) =>
        homely.test(preposition) && nouns.isParty(token) && (nouns.isName(token) || nouns.isKnown(token)),
    );
  return home === undefined ? act : { ...act, recipients: [home.token] };
}

const homely = /^(?:in|at|across|throughout|around|of|from)$/;
const openWater = /\b(?:sea|ocean|waters|pacific|atlantic|mediterranean)\b/i;

/** A missile that comes down in the sea is a test and no attack. */
export function asTest(act: Act, words: Words): Act {
  const [first] = act.recipients;
  const launched =
    act.kind.type === "ASSAULT" && act.theme !== null && /^(?:missile|projectile|rocket)$/.test(words.lemma(act.theme));
  if (!launched || first === undefined || !openWater.test(words.slice(words.phrase(first)))) return act;
  return { ...act, kind: { ...act.kind, type: "MOBILIZE", mode: "weapons", cameo: "155" } };
}

const hostileStrike = /^(?:on|against|at|in|near|inside)$/;

/** A "strike" that is no work stoppage: it hits a place or a party, and nobody who works is on it. */
export function asAttack(
  act: Act,
  words: Words,
  nouns: Nouns,
  { workers, crowds }: Pick<ActionLexicon, "workers" | "crowds">,
): Act {
  const noun = act.theme ?? act.head;
  if (act.kind.type !== "PROTEST" || words.lemma(noun) !== "strike" || words.upos(noun) === "VERB") return act;
  if (words.children(noun).some((one) => one < noun && stoppage.test(words.lower(one)))) return act;
  if (act.actors.some((one) => [workers, crowds].some((set) => set.at(one, words) !== null))) return act;
  const hit = [noun, act.head]
    .flatMap((one) => obliquesOf(one, words))
    .some(
      ({ token, preposition }) =>
        hostileStrike.test(preposition) &&
        nouns.isParty(token) &&
        (preposition === "on" || preposition === "against" || nouns.isPlace(token)),
    );
  return hit ? { ...act, kind: { ...act.kind, type: "ASSAULT", mode: "heavy-weapons", cameo: "190" } } : act;
}

const stoppage =
  /^(?:general|hunger|hour|day|week|month|indefinite|nationwide|national|token|wildcat|warning|solidarity|rail|transport|labor|labour|workers|teachers|nurses|pilots|sit-down|school|student|climate|tube|postal|dock|truckers|drivers|prison|tax|rent)$/;

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
