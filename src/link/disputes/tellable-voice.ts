/** Whether a reader can tell who stands there by what all he is called: not "everyone", "sources" or "a man in the video". A person whom an outlet does not name ("a person close to the talks") is somebody. */
export function isTellableVoice(called: string): boolean {
  const [words = ""] = called.split(" · ");
  return !anybody.test(words) && !bare.test(words) && !(text.test(words) && !/ .*\p{Lu}/u.test(words));
}

const anybody =
  /^(?:one(?! of)|some|many|most|everyone|everybody|others|people)\b|^the (?:\p{Ll}+ )?public$|^(?:an?|the) (?:man|woman|voice) (?:in|on) the \p{Ll}+$/iu;

/** A text of which no name says whose it is: "the report written by a fool". */
const text = /^(?:the|an?|this|that|one) (?:\p{Ll}+ )?(?:report|story|article|post|letter|note|tweet|site|website)\b/iu;

/** Words that say nothing of whose these are. */
const bare =
  /^(?:(?:an?|the|several|multiple) )?(?:sources?|experts?|critics|fans?|users?|viewers?|readers?|websites?|sites?|(?:news|press) releases?|remarks)$/i;
