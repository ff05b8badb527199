import { hasFiniteVerb, shortened } from "./claim-sentence.js";
import { negation } from "./compare-propositions.js";

/** Words behind which something else is told than what is said to be so or not: "staff who are not essential". */
const aside =
  /(?!^that )\b(?:who|whom|whose|which|that|because|since|after|before|while|when|whether|if|unless|until|where|although|though|but)\b/i;

/** Of a vow, an order or a wish, which say nothing of what is so: "will not be allowed". */
const vowing =
  /\b(?:will|would|shall|should|must|may|might|can|could|let|to|do|please|ought to|['’]ll|['’]d|wo(?=n['’]t)|need|if|than|or|and|whether|though) *$/i;

/** Of what somebody does not want, know or say nobody can tell whether it is so. */
const attitude =
  /^(?:not|never|n['’]t) (?:\p{L}+ly )?(?:want|wish|like|need|intend|expect|know|think|believe|care|mind|comment|say|tell|give|aware|sure|clear|recall|remember|see|understand)\w*\b/iu;

/** "gave false information" tells of a deed; "that is false" says that something is not so. */
const adjective = /^(?:fake|hoax|false|untrue)\b/i;
const isBefore = /\b(?:is|are|was|were|been|an?|all|just|\p{L}+ly)["“‘ ]*$/iu;

/** What is not so yet, or no longer, may be so at another time. */
const untilNow = /\b(?:yet|currently|any ?more|any longer|so far|for now)\b/i;

/** What somebody does not mean or has no right to do is no claim of anybody's, and what is not the only or the first of its kind is no less so. */
const intent =
  /^(?:no (?:plans?|intentions?|wish|need|desire|authority|right|power) |not (?:the|an?) (?:only|first|last|sole)\b)/i;

/** "There is no sign that …", "this does not mean that there is …". */
const noSign =
  /^(?:that )?(?:.{0,60}?\b(?:has|had|have|is|are|was|were|sees?|saw|seen|found) )?(?:no|not any) (?:\p{L}+ ){0,2}?(?:signs?|evidence|indications?|information|intelligence|proof|reason to believe) (?:that|of) (.+)$|^(?:that )?.{3,80}? (?:does|do|did) not (?:necessarily )?(?:mean|reflect|indicate|suggest|show) (?:that )?(.+)$/iu;

/** What somebody says is not so, without the word that says it; `null` where he says of nothing that it is not so. */
export function saysNot(said: string): string | null {
  const first = shortened(said);
  const found = noSign.exec(first);
  const meant = found?.[1] ?? found?.[2];
  if (meant !== undefined) return hasFiniteVerb(meant) || meant.split(" ").length > 2 ? meant : null;
  const at = first.search(negation);
  if (at < 0) return null;
  const before = first.slice(0, at);
  if (
    untilNow.test(first) ||
    aside.test(before) ||
    vowing.test(before) ||
    attitude.test(first.slice(at)) ||
    intent.test(first.slice(at))
  )
    return null;
  if (adjective.test(first.slice(at)) && !isBefore.test(before)) return null;
  const words = `${before} ${first.slice(at).replace(negation, " ")}`.replace(/\s+/g, " ").trim();
  return hasFiniteVerb(words) ? words : null;
}
