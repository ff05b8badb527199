import { strToU8, zipSync } from "fflate";

/** A ZIP file of texts by their names. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
}

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const quay = "The quay of Lorrimer was shut on Monday after a crane fell, the port authority said.";
const brandt = "“No ship will load here this week,” harbour master Odile Brandt told reporters.";
const orsini = "Transport minister Pavel Orsini denied that the crane had missed its inspection.";

function core(facts: string): string {
  return `${declared}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${facts}</cp:coreProperties>`;
}

const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const typesOf = (parts: string): string =>
  `${declared}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts}</Types>`;
const relations = (rows: string): string =>
  `${declared}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows}</Relationships>`;
const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;

interface DocxParts {
  readonly body: string;
  readonly facts?: string;
  readonly notes?: string;
  readonly extra?: Readonly<Record<string, string | Uint8Array>>;
}

function docx({ body, facts = "", notes = "", extra = {} }: DocxParts): Uint8Array {
  return zipOf({
    "[Content_Types].xml": typesOf(""),
    "_rels/.rels": relations(relation("r1", "officeDocument", "word/document.xml")),
    "word/_rels/document.xml.rels": relations(
      relation("r1", "styles", "styles.xml") + relation("r2", "footnotes", "footnotes.xml"),
    ),
    "word/styles.xml": `${declared}<w:styles ${wordSpace}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style></w:styles>`,
    "word/footnotes.xml": `${declared}<w:footnotes ${wordSpace}>${notes}</w:footnotes>`,
    "word/document.xml": `${declared}<w:document ${wordSpace}><w:body>${body}</w:body></w:document>`,
    "docProps/core.xml": core(facts),
    ...extra,
  });
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (text: string, style = ""): string =>
  `<w:p>${style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${run(text)}</w:p>`;

const wholeDocx = docx({ body: p("Quay shut", "T") + p(quay) + p(brandt) });

export const docxFiles: Readonly<Record<string, () => Uint8Array>> = {
  "release.docx": () =>
    docx({
      body:
        p("Quay of Lorrimer shut", "T") +
        p(`LORRIMER, March 3, 2031 — ${quay}`) +
        p("What is known", "H") +
        p(brandt) +
        p(orsini),
      facts:
        "<dc:title>release</dc:title><dc:creator>Ada Lenz</dc:creator><dcterms:created>2031-03-05T08:00:00Z</dcterms:created>",
    }),
  "note.docx": () =>
    docx({
      body: `${p("Quay shut", "T")}<w:p>${run(quay)}<w:r><w:footnoteReference w:id="1"/></w:r>${run(" Ships wait.")}</w:p>`,
      notes: `<w:footnote w:id="1">${p("The crane was built in 1989.")}</w:footnote>`,
    }),
  "table.docx": () =>
    docx({
      body: `${p("Ships that wait", "T")}<w:tbl>${["Ship|Since", "Orsen Star|Monday", "Vesht Belle|Tuesday"]
        .map(
          (row) =>
            `<w:tr>${row
              .split("|")
              .map((cell) => `<w:tc>${p(cell)}</w:tc>`)
              .join("")}</w:tr>`,
        )
        .join("")}</w:tbl>${p(brandt)}`,
    }),
  "tracked-changes.docx": () =>
    docx({
      body: `<w:p>${run("The quay was ")}<w:del w:id="1"><w:r><w:delText>open</w:delText></w:r></w:del><w:ins w:id="2">${run("shut")}</w:ins>${run(" on Monday, the port authority said.")}</w:p>`,
    }),
  "metadata-date.docx": () =>
    docx({
      body: p(quay) + p(orsini),
      facts:
        "<dc:title>Statement on the crane</dc:title><dc:creator>Windows User</dc:creator><dcterms:created>2031-03-05T08:00:00Z</dcterms:created>",
    }),
  "template-date.docx": () =>
    docx({
      body: p("Quay shut") + p(quay),
      facts: "<dc:creator>python-docx</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>",
    }),
  "own-date.docx": () =>
    docx({
      body: p("Press release, 3 March 2031") + p("Quay shut", "T") + p(quay),
      facts: "<dcterms:created>2029-01-01T08:00:00Z</dcterms:created>",
    }),
  "pictures.docx": () =>
    docx({ body: p("Quay shut", "T") + p(quay), extra: { "word/media/image1.png": new Uint8Array(400) } }),
  "hostile-names.docx": () =>
    docx({
      body: p(quay),
      extra: { "../../escape.xml": "<a/>", __proto__: "<a/>", "/etc/passwd": "x", "word/../../a.xml": "<a/>" },
    }),
  "broken-cut-off.docx": () => wholeDocx.subarray(0, wholeDocx.length - 300),
  "broken-no-text.docx": () => docx({ body: "" }),
  "broken-xml.docx": () =>
    docx({
      body: "",
      extra: { "word/document.xml": `<w:document><w:body>${p(quay)}${p(brandt)}<w:p><w:r><w:t>It broke` },
    }),
  "bomb.docx": () => docx({ body: p(quay), extra: { "word/document.xml": new Uint8Array(30 * 1024 * 1024) } }),
  "many-parts.docx": () =>
    docx({
      body: p(quay),
      extra: Object.fromEntries(Array.from({ length: 10_100 }, (_, index) => [`word/media/${index}`, ""])),
    }),
};

const odfSpaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"';

interface OdfParts {
  readonly body: string;
  readonly kind?: "text" | "presentation" | "spreadsheet";
  readonly facts?: string;
  readonly manifest?: string;
}

function odf({ body, kind = "text", facts = "", manifest = "" }: OdfParts): Uint8Array {
  const styles =
    '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles>';
  return zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    "content.xml": strToU8(
      `${declared}<office:document-content ${odfSpaces}>${styles}<office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    ),
    "meta.xml": strToU8(`${declared}<office:document-meta><office:meta>${facts}</office:meta></office:document-meta>`),
    "META-INF/manifest.xml": strToU8(`<manifest:manifest>${manifest}</manifest:manifest>`),
  });
}

const tp = (text: string, style = "Standard"): string => `<text:p text:style-name="${style}">${text}</text:p>`;
const wholeOdt = odf({ body: tp("Quay shut", "P1") + tp(quay) + tp(brandt) });

export const odtFiles: Readonly<Record<string, () => Uint8Array>> = {
  "release.odt": () =>
    odf({
      body:
        tp("Quay of Lorrimer shut", "P1") +
        tp(`LORRIMER, March 3, 2031 — ${quay}`) +
        `<text:h text:outline-level="2">What is known</text:h>` +
        tp(brandt),
      facts:
        "<meta:initial-creator>Ada Lenz</meta:initial-creator><meta:creation-date>2031-03-05T08:00:00</meta:creation-date>",
    }),
  "list.odt": () =>
    odf({
      body: `${tp("Do not", "Title")}<text:list>${["go to the quay;", "film the crane."].map((one) => `<text:list-item>${tp(one)}</text:list-item>`).join("")}</text:list>`,
    }),
  "note.odt": () =>
    odf({
      body: tp(
        `${quay}<text:note><text:note-citation>1</text:note-citation><text:note-body>${tp("The crane was built in 1989.")}</text:note-body></text:note> Ships wait.`,
      ),
    }),
  "spaces.odt": () =>
    odf({ body: tp(`The quay<text:s text:c="3"/>was<text:tab/>shut,<text:line-break/>they said.\n   ${orsini}`) }),
  "table.odt": () =>
    odf({
      body: `<table:table>${["Ship", "Since"].map((cell) => `<table:table-cell>${tp(cell)}</table:table-cell>`).join("")}</table:table>${tp(brandt)}`,
    }),
  "comments.odt": () =>
    odf({
      body: `<text:tracked-changes>${tp("It was open.")}</text:tracked-changes>${tp(`${quay}<office:annotation>${tp("Check this.")}</office:annotation>`)}`,
    }),
  "slides.odp": () =>
    odf({
      kind: "presentation",
      body: `<draw:page>${tp("Quay shut")}${tp(quay)}<presentation:notes>${tp("Speak slowly.")}</presentation:notes></draw:page><draw:page>${tp(brandt)}</draw:page>`,
    }),
  "metadata.odt": () =>
    odf({
      body: tp(quay),
      facts:
        "<dc:title>Statement on the crane</dc:title><meta:creation-date>2031-03-05T08:00:00</meta:creation-date><dc:language>en-GB</dc:language>",
    }),
  "broken-cut-off.odt": () => wholeOdt.subarray(0, 200),
  "broken-xml.odt": () =>
    zipSync({
      mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
      "content.xml": strToU8(`<office:text>${tp(quay)}<text:p>It bro`),
    }),
  "encrypted.odt": () =>
    odf({ body: "", manifest: "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>" }),
  "broken-nothing.odt": () => zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }] }),
};

interface SlideParts {
  readonly slides: readonly string[];
  readonly order?: readonly number[];
  readonly facts?: string;
}

function pptx({ slides, order = slides.map((_, index) => index + 1), facts = "" }: SlideParts): Uint8Array {
  return zipOf({
    "[Content_Types].xml": typesOf(""),
    "ppt/presentation.xml": `${declared}<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>${order.map((number) => `<p:sldId id="${number}" r:id="r${number}"/>`).join("")}</p:sldIdLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relations(
      slides.map((_, index) => relation(`r${index + 1}`, "slide", `slides/slide${index + 1}.xml`)).join(""),
    ),
    ...Object.fromEntries(slides.map((slide, index) => [`ppt/slides/slide${index + 1}.xml`, `${declared}${slide}`])),
    "docProps/core.xml": core(facts),
  });
}

const ap = (text: string): string => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
const shape = (kind: string, ...texts: readonly string[]): string =>
  `<p:sp><p:nvSpPr><p:nvPr>${kind === "" ? "" : `<p:ph type="${kind}"/>`}</p:nvPr></p:nvSpPr><p:txBody>${texts.map(ap).join("")}</p:txBody></p:sp>`;
const slide = (...shapes: readonly string[]): string =>
  `<p:sld><p:cSld><p:spTree>${shapes.join("")}</p:spTree></p:cSld></p:sld>`;
const wholePptx = pptx({
  slides: [slide(shape("ctrTitle", "Quay shut"), shape("body", quay)), slide(shape("body", brandt))],
});

export const pptxFiles: Readonly<Record<string, () => Uint8Array>> = {
  "briefing.pptx": () =>
    pptx({
      slides: [
        slide(shape("body", "As of 3 March 2031"), shape("ctrTitle", "Quay of Lorrimer shut")),
        slide(shape("title", "What is known"), shape("body", quay, brandt)),
      ],
      facts:
        "<dc:title>PowerPoint Presentation</dc:title><dc:creator>Ada Lenz</dc:creator><dcterms:created>2031-03-01T08:00:00Z</dcterms:created>",
    }),
  "order.pptx": () =>
    pptx({
      slides: [slide(shape("body", orsini)), slide(shape("title", "Quay shut"), shape("body", quay))],
      order: [2, 1],
    }),
  "furniture.pptx": () =>
    pptx({
      slides: [
        slide(
          shape("title", "Quay shut"),
          shape("dt", "3/4/2031"),
          shape("ftr", "Port authority"),
          shape("sldNum", "1"),
          shape("", quay),
        ),
      ],
    }),
  "hidden.pptx": () =>
    pptx({
      slides: [
        slide(shape("body", quay)),
        `<p:sld show="0">${shape("body", orsini)}</p:sld>`,
        slide(shape("body", brandt)),
      ],
    }),
  "table.pptx": () =>
    pptx({
      slides: [
        slide(
          `<p:graphicFrame><a:tbl><a:tr>${["Ship", "Since"].map((cell) => `<a:tc><a:txBody>${ap(cell)}</a:txBody></a:tc>`).join("")}</a:tr></a:tbl></p:graphicFrame>`,
          shape("", brandt),
        ),
      ],
    }),
  "fallback.pptx": () =>
    pptx({
      slides: [
        slide(
          `<mc:AlternateContent><mc:Choice>${shape("", quay)}</mc:Choice><mc:Fallback>${shape("", quay)}</mc:Fallback></mc:AlternateContent>`,
        ),
      ],
    }),
  "line-breaks.pptx": () =>
    pptx({
      slides: [
        slide(
          `<p:sp><p:txBody><a:p><a:r><a:t>The quay is shut,</a:t></a:r><a:br/><a:r><a:t>they said on Monday.</a:t></a:r></a:p></p:txBody></p:sp>`,
        ),
      ],
    }),
  "metadata-date.pptx": () =>
    pptx({ slides: [slide(shape("", quay))], facts: "<dcterms:created>2031-03-01T08:00:00Z</dcterms:created>" }),
  "no-order.pptx": () =>
    zipOf({
      "[Content_Types].xml": typesOf(""),
      "ppt/slides/slide10.xml": slide(shape("", orsini)),
      "ppt/slides/slide2.xml": slide(shape("", quay)),
    }),
  "broken-cut-off.pptx": () => wholePptx.subarray(0, wholePptx.length - 200),
  "broken-slide.pptx": () =>
    pptx({ slides: [`<p:sld><p:sp>${ap(quay)}<a:p><a:r><a:t>It bro`, slide(shape("", brandt))] }),
  "broken-no-slides.pptx": () => pptx({ slides: [] }),
};
