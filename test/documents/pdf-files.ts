import { column, lines, type PdfPage, stream, writePdf } from "./write-pdf.js";

const first =
  "The harbour office of Lorrimer said on Monday that the northern pier would stay shut until the wreck of the ferry was lifted, and that ships would be led to the old quay.";
const second =
  "“Nobody sails before the divers are done,” harbour master Odile Brandt told reporters. The coast guard of Vesht denied that it had been warned of the leak two days before.";
const third =
  "The ministry of transport ordered an inquiry into the ferry’s last survey. Its findings are due by the end of the month, the minister, Pavel Orsini, told parliament in a short statement.";

const release: PdfPage = {
  words: [
    { text: "PORT AUTHORITY OF LORRIMER", x: 60, y: 760, size: 9 },
    { text: "Northern pier stays shut", x: 60, y: 715, size: 20, bold: true },
    { text: "after the ferry’s wreck", x: 60, y: 691, size: 20, bold: true },
    ...column(lines(`LORRIMER, March 3, 2031 — ${first}`, 80), { x: 60, y: 650, size: 11 }),
    ...column([...lines(second, 80).slice(0, -1), "before. The coast guard’s spokes-", "woman spoke of “rumours”."], {
      x: 60,
      y: 590,
      size: 11,
    }),
    { text: "1", x: 300, y: 30, size: 9 },
  ],
};

/** A first column that breaks off within a word, and a second that goes on with it. */
const columns: PdfPage = {
  words: [
    { text: "A week of closed quays along the coast of Vesht", x: 60, y: 740, size: 18, bold: true },
    ...column([...lines(`${first} ${second}`, 44), "The ministry of trans-"], { x: 60, y: 700 }),
    ...column(["port ordered an inquiry into the ferry’s", ...lines(third.slice(third.indexOf("last survey")), 44)], {
      x: 320,
      y: 700,
    }),
    ...column(["", ...lines(first, 44)], { x: 320, y: 560 }),
  ],
};

/** Two narrow columns whose words are set apart to fill them, and a table below both. */
const justified: PdfPage = {
  words: [
    { text: "Quays along the coast stay shut", x: 60, y: 740, size: 18, bold: true },
    ...spread(`${first} ${second}`, { x: 60, y: 700 }),
    ...spread(third, { x: 240, y: 700 }),
    { text: "Ships that wait", x: 60, y: 470, size: 13, bold: true },
    ...column(["Lorrimer", "Vesht"], { x: 60, y: 450 }),
    ...column(["twelve", "four"], { x: 140, y: 450 }),
    { text: "3", x: 96.2, y: 454.1, size: 8.3 },
  ],
};

function spread(text: string, { x, y }: { readonly x: number; readonly y: number }): PdfPage["words"] {
  const rows = lines(text, 24);
  return rows.map((row, index) => {
    const missing = (32 - row.length) / Math.max(1, row.split(" ").length - 1);
    return { text: row, x, y: y - index * 12, size: 10, spread: index === rows.length - 1 ? 0 : missing * 4.4 };
  });
}

/** The pages of a report with its name above and its number below each, a note at a foot, and a paragraph that runs over a page. */
const report: readonly PdfPage[] = [1, 2, 3, 4].map((page) => ({
  words: [
    { text: `Situation report 4 | Lorrimer ferry | as of 3 March 2031`, x: 60, y: 770, size: 8 },
    ...(page === 1 ? [{ text: "Ferry accident: what is known", x: 60, y: 730, size: 18, bold: true }] : []),
    ...column(
      [
        ...lines(`${page === 1 ? "" : `of page ${page - 1}, as the office says. `}${first} ${second}`, 88),
        ...(page === 4
          ? []
          : [
              "",
              ...lines(third, 88),
              "",
              ...lines("The list of those who are missing was not complete by the evening", 88),
            ]),
      ],
      { x: 60, y: 690 },
    ),
    ...(page === 2 ? [{ text: "1 The survey was made in the spring of the year before.", x: 60, y: 90, size: 7 }] : []),
    { text: `Page ${page} of 4`, x: 270, y: 30, size: 8 },
  ],
}));

const factsheet: PdfPage = {
  words: [
    { text: "Factsheet: shelters in Lorrimer", x: 60, y: 740, size: 16, bold: true },
    { text: "3 March 2031", x: 60, y: 715, size: 9 },
    ...column(["Shelter", "Old school", "Customs house", "Town hall"], { x: 60, y: 680 }),
    ...column(["People", "412", "96", "1,204"], { x: 240, y: 680 }),
    ...column(["Beds", "400", "120", "900"], { x: 360, y: 680 }),
    ...column(lines(second, 88), { x: 60, y: 610 }),
  ],
};

const turned: PdfPage = {
  rotate: 90,
  words: [
    ...lines(`${first} ${third}`, 100).map((text, index) => ({ text, x: 60 + index * 13, y: 60, turned: 90 })),
    { text: "DRAFT DRAFT DRAFT", x: 100, y: 100, size: 60, turned: 45 },
  ],
};

const listed: PdfPage = {
  words: [
    { text: "What to do", x: 60, y: 740, size: 16, bold: true },
    ...column(["The embassy of Ardland asks its citizens in Vesht:"], { x: 60, y: 700 }),
    ...column(
      [
        "• to leave the harbour district before Thursday, by the coast road or by",
        "   train, and to tell the consular section that they have left;",
        "• to keep passports at hand;",
        "1. Do not go to the pier.",
        "2. Do not film the coast guard.",
      ],
      { x: 70, y: 680 },
    ),
  ],
};

const compounds: PdfPage = {
  words: column(
    [
      "Talks on a cease-fire began in Lorrimer on Monday. A long-term plan of the two",
      "sides is to follow, says the general who is secretary of both. Both parties to the talks on the harbour said that the cease-",
      "fire would hold, and that a long-",
      "term plan was ready. The secretary-",
      "general of the league arrived late, and the nego-",
      "tiators went on without him, as an Ardland-",
      "Vesht commission had proposed before the talks.",
    ],
    { x: 60, y: 700 },
  ),
};

const letterhead: PdfPage = {
  words: [
    { text: "Ministry of Transport", x: 225, y: 760, size: 12 },
    { text: "Republic of Vesht", x: 240, y: 745, size: 12 },
    { text: "Statement on the ferry", x: 60, y: 700, size: 11, bold: true },
    ...column(lines(third, 80), { x: 60, y: 670, size: 11 }),
  ],
};

const scan: PdfPage = { words: [], picture: true };
const whole = writePdf([release], {
  info: { Title: "Microsoft Word - release_final.docx", CreationDate: "D:20310304093000+01'00'" },
});

/** PDF files by name; those that are broken, locked or without text say so. */
export const pdfFiles: Readonly<Record<string, () => Buffer>> = {
  "release.pdf": () => whole,
  "columns.pdf": () => writePdf([columns]),
  "justified.pdf": () => writePdf([justified]),
  "report.pdf": () => writePdf(report, { info: { Author: "Ada Lenz", CreationDate: "D:20310309" } }),
  "factsheet.pdf": () => writePdf([factsheet], { info: { Author: "admin" } }),
  "turned.pdf": () => writePdf([turned], { info: { CreationDate: "D:20310305120000Z", Title: "untitled" } }),
  "list.pdf": () => writePdf([listed]),
  "compounds.pdf": () => writePdf([compounds]),
  "letterhead.pdf": () =>
    writePdf([letterhead], {
      info: { Title: "Statement on the ferry", Author: "Pavel Orsini; user", CreationDate: "D:20310303101500+02'00'" },
    }),
  "partly-scanned.pdf": () => writePdf([release, scan, { words: column(lines(third, 80), { x: 60, y: 650 }) }]),
  "broken-cut-off.pdf": () => whole.subarray(0, whole.length - 500),
  "broken-nothing.pdf": () => Buffer.from("%PDF-1.7\nThe rest of this file was lost.\n"),
  "broken-page.pdf": () =>
    Buffer.from(
      writePdf([release, columns])
        .toString("latin1")
        .replace(/\/Contents 8 0 R/, "/Contents 99 0 R"),
      "latin1",
    ),
  "encrypted.pdf": () => writePdf([release], { encrypted: true }),
  "scanned.pdf": () => writePdf([scan, scan]),
  "bomb.pdf": () => writePdf([release], { extra: [stream(Buffer.alloc(130 * 1024 * 1024))] }),
  "packed-twice.pdf": () =>
    writePdf([release], { extra: ["<< /Filter [/FlateDecode /FlateDecode] /Length 0 >>\nstream\n\nendstream"] }),
};
