import { parseTable } from "../../text/table.js";

/** The forms in which news says that something is not so, made of the words of `denial-words.tsv`. */
export interface DenialLexicon {
  /** A verb of denial, in the group of its kind: `denies`, `contradicts` or `rejects`. */
  readonly verb: RegExp;
  /** "That is a lie", "Not true". */
  readonly bareVerdict: RegExp;
  /** "The reports that he fled were false", with what is called so as `subject`. */
  readonly verdict: RegExp;
  /** "called the report a lie", "dismissed as untrue the reports that he fled", with what is called so as `object` or `behind`. */
  readonly calledSo: RegExp;
  /** "the claim, she said, is untrue" behind her name. */
  readonly saidSo: RegExp;
  /** "the reports as false" as the object of a verb, with what is called so as `object`. */
  readonly asUntrue: RegExp;
  /** A noun for what somebody holds, with what stands before and behind it: `of`, `noun`, `rest`. */
  readonly claimed: RegExp;
  /** Words that mean a claim and tell nothing of it: "the accusation", "all of these claims". */
  readonly bareClaim: RegExp;
  /** A noun for what outlets tell. */
  readonly report: RegExp;
  /** What is shown as a proof: "the pictures". */
  readonly shown: RegExp;
  /** That a party is wrong, with it as `party`: "Halden is mistaken". */
  readonly mistaken: RegExp;
  /** A claim with whose it is: "the ministry's version is that it fell", as `owner` and `clause`. */
  readonly held: RegExp;
}

const adverbs = String.raw`(?:(?:\p{L}+ly|simply|just|quite|all|pure|a|an|the|complete|total|such|utter|outright|nothing but|made) )*`;

/** From the text of `denial-words.tsv`. */
export function denialLexicon(table: string): DenialLexicon {
  const rows = parseTable(table);
  const words = (...kinds: readonly string[]): string =>
    rows
      .filter(([, , kind = ""]) => kinds.includes(kind))
      .flatMap(([word = "", forms = "-"]) => [word, ...(forms === "-" ? [] : forms.split("|"))])
      .join("|");
  const claim = words("claim", "report");
  const verbs = ["denies", "contradicts", "rejects"].map((kind) => `(?<${kind}>${words(kind)})`).join("|");
  const untrue = String.raw`(?:(?:not|n['’]t) ${adverbs}(?:${words("true")})|${words("untrue")})(?=$|[\s]*[.,;:!?”"’…]| [-–—]| (?:and|but|by|from|in|on|for|because|as|said|says)\b)`;
  const is = "(?:is|are|was|were|has been|have been|turned out to be)";
  const those = String.raw`(?:that|this|it|these|those|they|all of (?:that|this|it)|(?:the|these|those|all(?: of)? (?:the|these|those)) (?:${claim}))`;
  return {
    verb: new RegExp(String.raw`\b(?:${verbs})\b`, "i"),
    bareVerdict: new RegExp(
      String.raw`^(?:(?:but|no),? )?(?:${those}(?: (?:is|are|was|were)|['’]s|(?=n['’]t))? )?${adverbs}${untrue}`,
      "iu",
    ),
    verdict: new RegExp(
      String.raw`^(?:that )?(?<subject>.+?)(?:,? (?:s?he|they|it|[\p{Lu}]\p{L}+) (?:said|says|added),?)? ${is} ["“‘]?${adverbs}${untrue}`,
      "iu",
    ),
    calledSo: new RegExp(
      String.raw`\b(?:${words("calls")}) (?:(?<object>.{2,200}?) (?:as )?["“‘]?${adverbs}${untrue}|(?:as )?${adverbs}${untrue} (?<behind>.+))`,
      "iu",
    ),
    saidSo: new RegExp(`^(?:has |have )?(?:said|says) ${is} ${adverbs}${untrue}`, "iu"),
    asUntrue: new RegExp(String.raw`^(?<object>.+?) as ${adverbs}(?:(?<whose>\p{L}+) )?${untrue}`, "iu"),
    claimed: new RegExp(
      String.raw`^(?:(?:we|I|s?he|they) (?:have|has|had|are|is|were|was) (?:seen|heard|read|aware of) )?(?<of>(?:(?!(?:that|is|are|was|were|has|had|have|who|which|said|knew)\b)[\p{L}\p{N}.'’“”"&-]+ ){0,8}?)(?<noun>${claim})(?!['’])\b(?<rest>.*)$`,
      "iu",
    ),
    bareClaim: new RegExp(`^${those}$`, "i"),
    report: new RegExp(String.raw`\b(?:${words("report")})\b`, "i"),
    shown: new RegExp(String.raw`^(?:the|these|those|this) (?:\p{L}+ ){0,2}?(${words("show")})$`, "iu"),
    mistaken: new RegExp(
      String.raw`^(?:that )?(?<party>(?:the )?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4})(?: [–—-]{1,2} .{2,80}? [–—-]{1,2}| \(.{2,40}?\))? (?:is|was|are|were) (?:${words("mistaken")})(?=$|[\s]*[.,;!?”"’])`,
      "u",
    ),
    held: new RegExp(
      String.raw`(?<owner>\p{Lu}[^,;.]{1,60}?)['’]s? (?:\p{L}+ ){0,2}?(?:${claim}) (?:is|was) that (?<clause>[^.;]+)`,
      "u",
    ),
  };
}
