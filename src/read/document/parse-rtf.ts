import iconv from "iconv-lite";

/** What a rich-text file holds; what it does not tell is `null`. */
export interface RichText {
  readonly paragraphs: readonly string[];
  readonly title: string | null;
  readonly author: string | null;
  readonly created: string | null;
}

/** What holds within a group and ends with it. */
interface State {
  /** Where words go: to the text, to a field of the file's own facts, or nowhere. */
  readonly into: "text" | "note" | "title" | "author" | "fonts" | "created" | "nowhere";
  /** How many characters stand behind `\u` for readers that do not know it. */
  readonly fallback: number;
  readonly hidden: boolean;
  readonly font: string;
}

/** Groups within more than this many others are read as part of the last that counts. */
const deepest = 500;

/** The text of a rich-text file, a paragraph for each `\par` and each cell of a table; broken files are read as far as they go. */
export function parseRtf(bytes: Uint8Array): RichText {
  return new RtfReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1")).read();
}

class RtfReader {
  readonly #source: string;
  readonly #paragraphs: string[] = [];
  readonly #facts = { title: "", author: "" };
  readonly #encodings = new Map<string, string>();
  readonly #open: State[] = [];
  #created: Record<string, number> = {};
  #state: State = { into: "text", fallback: 1, hidden: false, font: "" };
  #tooDeep = 0;
  #text = "";
  /** Of the paragraph that is being read. */
  #note = "";
  /** Bytes that wait for others: a character may have two. */
  #bytes: number[] = [];
  #skip = 0;
  #codePage = "windows-1252";

  constructor(source: string) {
    this.#source = source;
  }

  read(): RichText {
    const token = /\\([a-z]+)(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}]+)|\\/giy;
    for (let match = token.exec(this.#source); match !== null; match = token.exec(this.#source)) {
      const [, word, number, hex, symbol, brace, plain] = match;
      if (word !== undefined) {
        if (word === "bin") token.lastIndex += Math.max(0, Number(number ?? 0));
        else this.#control(word, number === undefined ? null : Number(number));
      } else if (hex !== undefined) this.#byte(Number.parseInt(hex, 16));
      else if (symbol !== undefined) this.#symbol(symbol);
      else if (brace !== undefined) this.#group(brace);
      else this.#plain(plain ?? "");
    }
    this.#endParagraph();
    const { title, author } = this.#facts;
    return {
      paragraphs: this.#paragraphs,
      title: title.trim() || null,
      author: author.trim() || null,
      created: dayOf(this.#created),
    };
  }

  #group(brace: string): void {
    this.#flush();
    this.#skip = 0;
    if (brace === "{") {
      if (this.#open.length >= deepest) this.#tooDeep += 1;
      else this.#open.push(this.#state);
    } else if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else this.#state = this.#open.pop() ?? this.#state;
  }

  #symbol(symbol: string): void {
    if (symbol === "*") this.#set({ into: this.#state.into === "text" ? "nowhere" : this.#state.into });
    else if (symbol === "~") this.#write("\u00a0");
    else if (symbol === "_") this.#write("\u2011");
    else if (symbol === "\n" || symbol === "\r") this.#endOfLine();
    else if (symbol === "\\" || symbol === "{" || symbol === "}") this.#write(symbol);
  }

  /** Line ends of the file itself are none of its text. */
  #plain(text: string): void {
    const words = text.replace(/[\r\n\0]/g, "");
    const skipped = Math.min(this.#skip, words.length);
    this.#skip -= skipped;
    if (/[\x80-\xff]/.test(words)) for (const one of words.slice(skipped)) this.#byte(one.charCodeAt(0));
    else this.#write(words.slice(skipped));
  }

  #byte(byte: number): void {
    if (this.#skip > 0) this.#skip -= 1;
    else this.#bytes.push(byte);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Buffer.from(this.#bytes);
    this.#bytes = [];
    this.#put(iconv.decode(bytes, this.#encodings.get(this.#state.font) ?? this.#codePage));
  }

  #write(text: string): void {
    this.#flush();
    this.#put(text);
  }

  #put(text: string): void {
    const { into, hidden } = this.#state;
    if (into === "text" && !hidden) this.#text += text;
    else if (into === "note" && !hidden) this.#note += text;
    else if (into === "title" || into === "author") this.#facts[into] += text;
  }

  #set(change: Partial<State>): void {
    this.#flush();
    this.#state = { ...this.#state, ...change };
  }

  #control(word: string, number: number | null): void {
    const character = characters.get(word);
    const change = changes.get(word);
    if (this.#state.into === "created" && number !== null) this.#created = { ...this.#created, [word]: number };
    if (word === "u") this.#unicode(number ?? 0);
    else if (character !== undefined) this.#write(character);
    else if (breaks.has(word)) this.#endOfLine();
    else if (change !== undefined) this.#set(change(this.#state, number));
    else if (word === "ansicpg") this.#codePage = encodingOf(number) ?? this.#codePage;
    else if (word === "mac") this.#codePage = "macroman";
    else if (word === "fcharset") this.#fontOf(number ?? 0);
    else if (destinations.has(word)) this.#set({ into: "nowhere" });
  }

  /** A character by its number, negative from 32,768 on; what follows for older readers is passed over. */
  #unicode(number: number): void {
    const code = number < 0 ? number + 65_536 : number;
    if (code > 0 && code <= 0x10ffff) this.#write(String.fromCodePoint(code));
    this.#skip = this.#state.fallback;
  }

  #fontOf(charset: number): void {
    const encoding = encodingOf(charsets[charset] ?? null);
    if (this.#state.into === "fonts" && encoding !== null) this.#encodings.set(this.#state.font, encoding);
  }

  #endOfLine(): void {
    if (this.#state.into === "text") this.#endParagraph();
    else if (this.#state.into === "note") this.#write(" ");
  }

  #endParagraph(): void {
    this.#flush();
    this.#paragraphs.push(...[this.#text, this.#note].map(tidy).filter((text) => text !== ""));
    this.#text = "";
    this.#note = "";
  }
}

function tidy(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[ \u00a0]+/g, " ")
    .replace(/ ?([\t\n])[ \t]*/g, "$1")
    .trim();
}

const breaks = new Set(["par", "cell", "nestcell", "row", "sect", "page"]);

/** What a word changes for the rest of its group. Facts and notes stand in groups whose words go nowhere else. */
const changes = new Map<string, (state: State, number: number | null) => Partial<State>>([
  ["uc", (_state, number) => ({ fallback: Math.min(16, Math.max(0, number ?? 1)) })],
  ["v", (_state, number) => ({ hidden: number !== 0 })],
  ["deleted", (_state, number) => ({ hidden: number !== 0 })],
  ["plain", () => ({ hidden: false })],
  ["f", (_state, number) => ({ font: String(number) })],
  ["fonttbl", () => ({ into: "fonts" })],
  ["title", ({ into }) => ({ into: into === "nowhere" ? "title" : into })],
  ["author", ({ into }) => ({ into: into === "nowhere" ? "author" : into })],
  ["creatim", ({ into }) => ({ into: into === "nowhere" ? "created" : into })],
  ["footnote", ({ into }) => ({ into: into === "nowhere" || into === "text" ? "note" : into })],
]);

/** Groups that hold no text of the document. */
const destinations = new Set(
  "colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf fldinst listtext pntext themedata datastore xmlnstbl listtable listoverridetable revtbl rsidtbl generator operator company category keywords comment subject doccomm annotation atnid atnauthor bkmkstart bkmkend objdata nonshppict filetbl".split(
    " ",
  ),
);

const characters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ emdash: "—", endash: "–", lquote: "‘", rquote: "’", ldblquote: "“", rdblquote: "”", bullet: "•" },
    ...{ emspace: " ", enspace: " ", qmspace: " ", zwj: "", zwnj: "", line: "\n", tab: "\t" },
  }),
);

/** The Windows code pages of the character sets that fonts name. */
const charsets: Readonly<Record<number, number>> = {
  ...{ 0: 1252, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258 },
  ...{ 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250 },
};

function encodingOf(codePage: number | null): string | null {
  const name = codePage === 65_001 ? "utf-8" : `cp${codePage}`;
  return codePage !== null && iconv.encodingExists(name) ? name : null;
}

function dayOf({ yr, mo, dy, hr, min }: Readonly<Record<string, number>>): string | null {
  if (yr === undefined || mo === undefined || dy === undefined) return null;
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${yr}-${two(mo)}-${two(dy)}${hr === undefined || min === undefined ? "" : `T${two(hr)}:${two(min)}`}`;
}
