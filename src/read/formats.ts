/** A format that is read, for `sitrep formats`. */
export interface ReadFormat {
  readonly name: string;
  /** The usual endings of its files; its content counts before them. */
  readonly endings: string;
  /** What becomes an article. */
  readonly articles: string;
}

/** What is read, in the order in which the manual tells of it. */
export const readFormats: readonly ReadFormat[] = [
  { name: "plain text", endings: ".txt", articles: "the text" },
  { name: "Markdown", endings: ".md .markdown", articles: "the text, with what its front matter tells" },
  { name: "HTML page", endings: ".html .htm .xhtml", articles: "the page's article" },
  { name: "feed: RSS, Atom, JSON Feed", endings: ".rss .atom .xml .json", articles: "each item" },
  { name: "list of feeds: OPML", endings: ".opml", articles: "those of its feeds, with add and watch" },
  { name: "sitemap, index of sitemaps", endings: ".xml", articles: "the pages it names, with add and watch" },
  { name: "news item: NewsML-G2, NewsML, NITF", endings: ".xml", articles: "each item" },
  { name: "web archive: WARC, ARC, WACZ", endings: ".warc .arc .wacz", articles: "each page" },
  { name: "web archive of texts: WET", endings: ".wet", articles: "the text of each page" },
  { name: "saved page: MHTML", endings: ".mhtml .mht", articles: "the page's article" },
  { name: "JSON Lines", endings: ".jsonl .ndjson", articles: "each line" },
  { name: "JSON of any shape", endings: ".json", articles: "each entry of its list, or the object" },
  { name: "Telegram export", endings: ".json", articles: "each message" },
  { name: "mail, mailbox: EML, MBOX", endings: ".eml .mbox", articles: "each mail, or the one it forwards" },
  { name: "PDF", endings: ".pdf", articles: "the text, with its pages" },
  { name: "Word", endings: ".docx", articles: "the text" },
  { name: "OpenDocument text, slides", endings: ".odt .odp", articles: "the text" },
  { name: "rich text", endings: ".rtf", articles: "the text" },
  { name: "PowerPoint", endings: ".pptx", articles: "the text, with its slides as pages" },
  { name: "EPUB", endings: ".epub", articles: "each chapter" },
  { name: "subtitles: WebVTT, SubRip", endings: ".vtt .srt", articles: "what is said, with its times" },
  { name: "table with a header: CSV, TSV", endings: ".csv .tsv", articles: "each row" },
  { name: "gzip of any of these", endings: ".gz", articles: "as what is in it" },
];

/** Formats of documents that are one article each. */
export type DocumentFormat = "pdf" | "docx" | "opendocument" | "pptx" | "rtf";

/** A format that is told apart and not read. */
export interface RefusedFormat {
  readonly name: string;
  readonly endings: string;
  /** With its article, as it stands behind "this is". */
  readonly what: string;
  /** What to do instead; empty where there is nothing. */
  readonly advice: string;
}

const asText = "save it as a Word document (.docx), a PDF or plain text";

/** What is known and refused, by a key that the sniffers give. */
export const refusedFormats = {
  excel: { name: "Excel", endings: ".xlsx", what: "an Excel table", advice: "save it as CSV" },
  "open-table": {
    name: "OpenDocument table",
    endings: ".ods",
    what: "an OpenDocument table",
    advice: "save it as CSV",
  },
  office: { name: "old Office", endings: ".doc .xls .ppt .msg", what: "an old Office document", advice: asText },
  locked: {
    name: "Office with a password",
    endings: ".docx .xlsx .pptx",
    what: "an Office document that is encrypted",
    advice: "save it without its password",
  },
  zip: { name: "ZIP", endings: ".zip", what: "a ZIP file", advice: "unpack it first" },
  packed: { name: "7z, RAR, bzip2, xz, zstd, tar", endings: "", what: "a packed file", advice: "unpack it first" },
  outlook: {
    name: "Outlook mailbox",
    endings: ".pst",
    what: "an Outlook mailbox (PST)",
    advice: "save it as MBOX, or its mails as EML",
  },
  calendar: { name: "calendar, contacts", endings: ".ics .vcf", what: "a calendar or an address book", advice: "" },
  "other-subtitles": {
    name: "TTML, SSA",
    endings: ".ttml .ass",
    what: "a file of subtitles",
    advice: "save it as WebVTT or SubRip",
  },
  xml: { name: "other XML", endings: ".xml .svg .kml", what: "XML of a kind that is not known", advice: "" },
  image: { name: "image", endings: ".png .jpg .gif .webp .tif", what: "an image", advice: "" },
  sound: { name: "sound, video", endings: ".mp3 .mp4 .wav .ogg .mkv", what: "a sound or video file", advice: "" },
  postscript: { name: "PostScript", endings: ".ps", what: "a PostScript document", advice: "save it as a PDF" },
  database: { name: "SQLite, Parquet", endings: ".db .parquet", what: "a database or a column file", advice: "" },
} as const satisfies Readonly<Record<string, RefusedFormat>>;

export type RefusedKey = keyof typeof refusedFormats;

/** What stands behind "this is", in one sentence; `detail` names what was seen. */
export function refusalOf(key: RefusedKey, detail: string | null = null): string {
  const { what, advice }: RefusedFormat = refusedFormats[key];
  return `${what}${detail === null ? "" : ` (${detail})`}${advice === "" ? "; it is not read" : `; ${advice}`}`;
}
