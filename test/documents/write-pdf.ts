import { deflateSync } from "node:zlib";

/** Words at a place of a page, in points from its left and its lower edge. */
export interface PdfWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** In degrees. */
  readonly turned?: number;
  /** What is added to each space, in points. */
  readonly spread?: number;
}

export interface PdfPage {
  readonly words: readonly PdfWords[];
  /** Whether a picture fills the page. */
  readonly picture?: boolean;
  /** In degrees, clockwise: how the page is shown. */
  readonly rotate?: number;
}

export interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>;
  readonly encrypted?: boolean;
  /** Streams to put into the file that no page shows. */
  readonly extra?: readonly string[];
}

/** A PDF of these pages, 600 by 800 points each. */
export function writePdf(
  pages: readonly PdfPage[],
  { info = {}, encrypted = false, extra = [] }: PdfOptions = {},
): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add("<< /Type /Catalog /Pages 2 0 R >>");
  const tree = add("");
  const plain = add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
  const bold = add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>");
  const picture = add(
    stream(
      "\0".repeat(64),
      "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8",
    ),
  );
  const kids = pages.map((page) => {
    const drawn = `${page.picture === true ? "q 600 0 0 800 0 0 cm /Im0 Do Q\n" : ""}${page.words.map(shown).join("\n")}`;
    const content = add(stream(drawn));
    const resources = `<< /Font << /F0 ${plain} 0 R /F1 ${bold} 0 R >> /XObject << /Im0 ${picture} 0 R >> >>`;
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 600 800] /Rotate ${page.rotate ?? 0} /Resources ${resources} /Contents ${content} 0 R >>`,
    );
  });
  objects[tree - 1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] >>`;
  for (const one of extra) add(one);
  const about = add(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} (${escaped(value)})`)
      .join(" ")} >>`,
  );
  const lock = encrypted
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >> /ID [<00> <00>]`
    : "";
  return file(objects, `/Root ${catalog} 0 R /Info ${about} 0 R${lock}`);
}

function shown({ text, x, y, size = 10, bold = false, turned = 0, spread = 0 }: PdfWords): string {
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
  return `BT /F${bold ? 1 : 0} ${size} Tf ${cos.toFixed(4)} ${sin.toFixed(4)} ${(-sin).toFixed(4)} ${cos.toFixed(4)} ${x} ${y} Tm ${spread === 0 ? "" : `${spread} Tw `}(${escaped(text)}) Tj${spread === 0 ? "" : " 0 Tw"} ET`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\()]/g, "\\$&")
    .replace(
      /[–—’“”•]/g,
      (one) => `\\${({ "–": "226", "—": "227", "’": "222", "“": "223", "”": "224", "•": "225" })[one] ?? ""}`,
    );
}

/** A compressed stream with its dictionary. */
export function stream(content: string | Buffer, entries = ""): string {
  const data = deflateSync(typeof content === "string" ? Buffer.from(content, "latin1") : content, { level: 1 });
  return `<< ${entries} /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data.toString("latin1")}\nendstream`;
}

function file(objects: readonly string[], trailer: string): Buffer {
  let text = "%PDF-1.4\n";
  const offsets = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const xref = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** Lines below one another. */
export function column(
  lines: readonly string[],
  { x, y, size = 10, leading = size * 1.2, bold = false }: Omit<PdfWords, "text"> & { readonly leading?: number },
): readonly PdfWords[] {
  return lines.flatMap((text, index) => (text === "" ? [] : [{ text, x, y: y - index * leading, size, bold }]));
}

/** The text in lines of at most so many characters, parted at spaces. */
export function lines(text: string, width: number): readonly string[] {
  const found: string[] = [];
  for (const word of text.split(" ")) {
    const last = found.at(-1);
    if (last === undefined || last.length + word.length >= width) found.push(word);
    else found[found.length - 1] = `${last} ${word}`;
  }
  return found;
}
