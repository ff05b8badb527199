import type { TokenLayer } from "../../doc/layers.js";

const abbreviations = [
  "Mr Mrs Ms Mx Dr Prof Rev Fr Hon Messrs Mme Mlle Sr Jr Esq St Mt Ft",
  "Gen Maj Col Lt Cmdr Cdr Capt Sgt Cpl Pvt Adm Brig Gov Lt Det Insp Supt Sec Sen Sens Rep Reps Pres Amb Min Dep Asst Ass't",
  "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun",
  "Inc Corp Co Ltd Bros Dept Univ Assn Ave Blvd Rd Calif Conn Fla Ga Ill Mass Mich Minn Miss Mo Okla Ore Pa Tenn Tex Va Wash Wis Ariz Colo",
  "vs etc al approx ca cf viz",
].flatMap((line) => line.split(" "));

/** Prefixes that UD English EWT leaves joined to the word behind the hyphen ("anti-ship", but "U.S. - led"). */
const joinedPrefixes =
  "anti ante arch bi co counter cross de e ex extra hyper inter intra macro mega micro mid mini multi neo non over para post pre pro pseudo psycho quasi re semi socio sub super tri ultra un under vice";

const pattern = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]`,
    // A character that was left escaped: "&quot;".
    String.raw`&(?:[A-Za-z]{2,8}|#\d{2,5}|#[xX][\dA-Fa-f]{2,5});`,
    // Before the @ stand at most 64 characters (RFC 5321). Without that bound, each of many hyphened words would be searched to the text's end.
    String.raw`[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+`,
    String.raw`[@#][\p{L}\p{N}_]+`,
    String.raw`\p{L}\.(?:\p{L}\.)+`,
    String.raw`(?:${abbreviations.join("|")})\.(?!\.)`,
    String.raw`Nos?\.(?=\s?\d)`,
    String.raw`\p{Lu}\.(?=[\s-]+\p{Lu})`,
    String.raw`\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|['’]?s)?(?![\p{L}\p{N}])`,
    String.raw`\d+(?:[.,:/]\d+)*`,
    String.raw`(?:${joinedPrefixes.split(" ").map(eitherCase).join("|")})-[\p{L}\p{M}\p{N}]+`,
    String.raw`[\p{L}_][\p{L}\p{M}\p{N}_]*(?:['’][\p{L}\p{M}\p{N}]+)*(?:&(?:amp;)?\p{Lu}+)?`,
    String.raw`\.{2,}|…+|--+|''|<<|>>|${"``"}`,
    String.raw`[^\s]`,
  ].join("|"),
  "gu",
);

function eitherCase(word: string): string {
  const first = word.charAt(0);
  return `[${first}${first.toUpperCase()}]${word.slice(1)}`;
}

const clitic = /(?<=[\p{L}\p{N}.])(?:n['’]t|['’](?:s|m|ll|ve|re|d))$/iu;

/** The words of `text` one by one, as they come: nearly its tokens, for clitics are not parted from them. */
export function* wordsIn(text: string): Generator<{ readonly word: string; readonly start: number }> {
  for (const { 0: word, index } of text.matchAll(pattern)) yield { word, start: index };
}

/**
 * The tokens of `text` after the conventions of UD English EWT: clitics stand alone ("did" "n't", "Iran" "'s"), hyphened
 * compounds are split at the hyphen, an abbreviation keeps its point. White space belongs to no token.
 */
export function tokenize(text: string): TokenLayer {
  const start: number[] = [];
  const end: number[] = [];
  const push = (from: number, to: number): void => {
    start.push(from);
    end.push(to);
  };
  for (const match of text.matchAll(pattern)) {
    const from = match.index;
    const word = match[0];
    const to = from + word.length;
    const cut = /^cannot$/i.test(word) ? 3 : word.search(clitic);
    if (cut > 0) {
      push(from, from + cut);
      push(from + cut, to);
    } else push(from, to);
  }
  return { length: start.length, start: Uint32Array.from(start), end: Uint32Array.from(end) };
}
