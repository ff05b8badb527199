import { strToU8, zipSync } from "fflate";

const quay =
  "The quay of Lorrimer was shut on Monday after a crane fell, the port authority said, and ships were led to the old harbour.";
const brandt =
  "“No ship will load here this week,” harbour master Odile Brandt told reporters who had come to the gates of the port on Tuesday.";
const orsini =
  "Transport minister Pavel Orsini denied that the crane had missed its inspection, and said that an inquiry would find out what had.";

interface BookParts {
  readonly chapters: readonly string[];
  readonly facts?: string;
  readonly spine?: readonly number[];
  readonly encryption?: string;
  readonly extra?: Readonly<Record<string, string>>;
}

function epub({
  chapters,
  facts = "",
  spine = chapters.map((_, index) => index),
  encryption,
  extra = {},
}: BookParts): Uint8Array {
  const items = chapters.map(
    (_, index) => `<item id="c${index}" href="text/chapter%20${index}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const parts: Record<string, string> = {
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    "OEBPS/book.opf": `<package><metadata>${facts}</metadata><manifest>${items.join("")}<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine><itemref idref="nav"/>${spine.map((index) => `<itemref idref="c${index}"/>`).join("")}</spine></package>`,
    "OEBPS/nav.xhtml": page("<nav><ol><li>One</li></ol></nav>"),
    ...Object.fromEntries(chapters.map((chapter, index) => [`OEBPS/text/chapter ${index}.xhtml`, page(chapter)])),
    ...(encryption === undefined ? {} : { "META-INF/encryption.xml": encryption }),
    ...extra,
  };
  return zipSync({
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  });
}

function page(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`;
}

const chapter = (title: string, ...paragraphs: readonly string[]): string =>
  `<h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}`;
const facts =
  "<dc:title>The Lorrimer Weekly</dc:title><dc:creator>Ada Lenz</dc:creator><dc:publisher>Lorrimer Press</dc:publisher><dc:date>2031-03-04</dc:date><dc:language>en</dc:language>";
const whole = epub({ chapters: [chapter("Quay shut", quay, brandt), chapter("Minister denies", orsini)], facts });

export const epubFiles: Readonly<Record<string, () => Uint8Array>> = {
  "weekly.epub": () => whole,
  "one-chapter.epub": () => epub({ chapters: [`<p>${quay}</p><p>${brandt}</p>`], facts }),
  "order.epub": () => epub({ chapters: [chapter("Second", orsini), chapter("First", quay)], spine: [1, 0] }),
  "cover.epub": () => epub({ chapters: ["<p>The Lorrimer Weekly</p>", chapter("Quay shut", quay)], facts }),
  "own-date.epub": () => epub({ chapters: [chapter("Quay shut", `LORRIMER, March 3, 2031 — ${quay}`)], facts }),
  "parted-chapter.epub": () =>
    epub({ chapters: [chapter("Quay shut", quay), `<p>${brandt}</p>`, chapter("Minister denies", orsini)] }),
  "hidden-fonts.epub": () =>
    epub({
      chapters: [chapter("Quay shut", quay)],
      encryption: '<encryption><enc:CipherReference URI="OEBPS/font.otf"/></encryption>',
    }),
  "no-facts.epub": () => epub({ chapters: [chapter("Quay shut", quay)] }),
  "missing-chapter.epub": () => epub({ chapters: [chapter("Quay shut", quay)], spine: [0, 7] }),
  "encrypted.epub": () =>
    epub({
      chapters: [chapter("Quay shut", quay)],
      encryption: '<encryption><enc:CipherReference URI="OEBPS/text/chapter 0.xhtml"/></encryption>',
    }),
  "broken-cut-off.epub": () => whole.subarray(0, whole.length - 200),
  "broken-no-package.epub": () => zipSync({ mimetype: [strToU8("application/epub+zip"), { level: 0 }] }),
  "broken-empty.epub": () => epub({ chapters: [] }),
};
