import type { FullyAnnotated } from "../../doc/document.js";
import type { Action } from "../../record/action.js";
import { evidenceOf } from "../../record/evidence.js";
import { idCounter } from "../../record/id.js";
import type { Statement } from "../../record/statement.js";
import type { EntityTable } from "../entities/resolve-entities.js";
import { actorOf, mentionOf } from "../mentions.js";
import { statusIn, toldIn } from "../told-in.js";
import { type Words, wordsOf } from "../words.js";
import type { ActionLexicon } from "./action-lexicon.js";
import { factualityOf } from "./factuality.js";
import { findDuties } from "./find-duties.js";
import { findFramedActs } from "./find-framed-acts.js";
import { findNounActs } from "./find-noun-acts.js";
import { findVerbActs } from "./find-verb-acts.js";
import { mergeHeadline } from "./merge-headline.js";
import { nounsOf } from "./nouns.js";
import { asAnnounced, asProtest, servingPurpose } from "./reinterpret-acts.js";
import { isWorthTelling } from "./worth-telling.js";

/** Who did what to whom, in reading order; `time` and `place` are left open. */
export function extractActions(
  document: FullyAnnotated,
  statements: readonly Statement[],
  table: EntityTable,
  lexicon: ActionLexicon,
): Action[] {
  const words = wordsOf(document);
  const nouns = nounsOf(document, words, table);
  const verbActs = findVerbActs(words, nouns, lexicon);
  const found = [...verbActs, ...findNounActs(verbActs, words, nouns, lexicon)];
  const plain = found.map((act) => servingPurpose(act, found, words));
  const framed = findFramedActs(plain, words, nouns, lexicon);
  const framing = new Set(framed.map(({ head }) => head));
  const own = plain.filter(({ head }) => !framing.has(head) && !isOnlySpokenOf(head, framing, words, lexicon));
  const acts = [
    ...[...own, ...framed].map((act) => asAnnounced(asProtest(act, words, lexicon), words)),
    ...findDuties(words, nouns),
  ];
  const nextId = idCounter("ac");
  const told = acts
    .filter((act) => isWorthTelling(act, words, nouns))
    .sort((a, b) => a.trigger.first - b.trigger.first)
    .flatMap((act) => {
      const evidence = evidenceOf([words.span(words.sentence(act.head))]);
      if (evidence === null) return [];
      const span = words.span(act.trigger);
      const statement = toldIn(span, statements);
      return [
        {
          id: nextId(),
          ...act.kind,
          actors: act.actors.map((noun) => actorOf(noun, statement, words, table)),
          recipients: act.recipients.map((noun) => mentionOf(noun, words, table)),
          trigger: { text: words.slice(act.trigger), span, lemma: act.lemma },
          status: statusIn(statement, act.status ?? factualityOf(act.head, words, lexicon)),
          time: null,
          place: null,
          accordingTo: statement?.id ?? null,
          evidence,
        },
      ];
    });
  return mergeHeadline(told, document.text);
}

/** Whether the act is only what another act asks for, refuses or threatens, so that the other tells it: "urged Rome *to withdraw*". */
function isOnlySpokenOf(head: number, framing: ReadonlySet<number>, words: Words, lexicon: ActionLexicon): boolean {
  const governor = words.head(head);
  if (/^acl/.test(words.deprel(head)) && words.deprel(governor) === "obj" && framing.has(words.head(governor)))
    return true;
  const complement = /^(?:xcomp|ccomp|advcl|acl)$/.test(words.deprel(head)) && framing.has(words.head(head));
  return complement && factualityOf(head, words, lexicon) === "possible";
}
