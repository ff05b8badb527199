import { posix } from "node:path";
import { walkXml } from "../markup-depth.js";
import type { DocumentParagraph, DocumentReading } from "./document-text.js";
import { packageFacts } from "./package-facts.js";
import { type ZipParts, zipParts } from "./zip-parts.js";

const mostSlides = 2_000;

/** The text of a PowerPoint presentation; its slides are its pages. Hidden slides and the notes for the speaker are left out. */
export async function readPptx(bytes: Uint8Array): Promise<DocumentReading> {
  const parts = zipParts(bytes);
  const slides = slidesInOrder(parts);
  if (slides.length === 0)
    return { kind: "unreadable", reason: "this PowerPoint presentation is broken: it has no slides" };
  const paragraphs: DocumentParagraph[] = [];
  let title: string | null = null;
  for (const [index, name] of slides.entries()) {
    const slide = readSlide(parts.text(name) ?? "");
    if (index === 0) title = slide.title;
    for (const text of slide.paragraphs) paragraphs.push({ text, pages: [[0, index + 1]] });
  }
  return {
    kind: "text",
    paragraphs,
    title,
    facts: packageFacts(parts.text("docProps/core.xml"), ["dc:date"]),
    head: [],
    messages: [],
  };
}

/** The parts of the slides as the presentation orders them; by their numbers where it does not tell. */
function slidesInOrder(parts: ZipParts): readonly string[] {
  const targets = new Map<string, string>();
  eachTag(parts.text("ppt/_rels/presentation.xml.rels") ?? "", (name, { Id = "", Target = "" }) => {
    if (name === "Relationship") targets.set(Id, posix.join("/ppt", Target).slice(1));
  });
  const slides: string[] = [];
  eachTag(parts.text("ppt/presentation.xml") ?? "", (name, given) => {
    const target = targets.get(given["r:id"] ?? "");
    if (name === "p:sldId" && target !== undefined && parts.names.includes(target)) slides.push(target);
  });
  const numbered = parts.names
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]));
  return (slides.length > 0 ? slides : numbered).slice(0, mostSlides);
}

function eachTag(xml: string, visit: (name: string, given: Readonly<Record<string, string>>) => void): void {
  walkXml(xml, { onopentag: visit });
}

interface Slide {
  readonly paragraphs: readonly string[];
  readonly title: string | null;
}

/** Numbers, dates and feet of slides, and what only stands in for newer shapes. */
const passedOver = /^(?:sldNum|dt|ftr|hdr)$/;

function readSlide(xml: string): Slide {
  const shapes: { kind: string; readonly paragraphs: string[] }[] = [];
  let paragraph: string | null = null;
  let inText = false;
  let stands = 0;
  let hidden = false;
  walkXml(xml, {
    onopentag: (name, given) => {
      if (name === "mc:Fallback" || stands > 0) stands += 1;
      else if (name === "p:sld") hidden = given.show === "0";
      else if (name === "p:sp" || name === "a:tc") shapes.push({ kind: "", paragraphs: [] });
      else if (name === "p:graphicFrame") shapes.push({ kind: "", paragraphs: [] });
      else if (name === "p:ph") kindOfLast(shapes, given.type ?? "");
      else if (name === "a:p") paragraph = "";
      else if (name === "a:t") inText = true;
      else if (name === "a:br" && paragraph !== null) paragraph += "\n";
    },
    ontext: (text) => {
      if (inText && paragraph !== null) paragraph += text;
    },
    onclosetag: (name) => {
      if (stands > 0) stands -= 1;
      else if (name === "a:t") inText = false;
      else if (name === "a:p") {
        const text = (paragraph ?? "")
          .replace(/[ \t\u00a0\u000b]+/g, " ")
          .replace(/ ?\n ?/g, "\n")
          .trim();
        if (text !== "") shapes.at(-1)?.paragraphs.push(text);
        paragraph = null;
      }
    },
  });
  const shown = hidden ? [] : shapes.filter(({ kind }) => !passedOver.test(kind));
  const titles = shown.filter(({ kind }) => /^(?:ctrT|t)itle$/.test(kind));
  const rest = shown.filter((shape) => !titles.includes(shape));
  const title = titles
    .flatMap(({ paragraphs }) => paragraphs)
    .join(" ")
    .replace(/\s+/g, " ");
  return {
    paragraphs: [...(title === "" ? [] : [title]), ...rest.flatMap(({ paragraphs }) => paragraphs)],
    title: title === "" ? null : title,
  };
}

function kindOfLast(shapes: readonly { kind: string }[], kind: string): void {
  const last = shapes.at(-1);
  if (last !== undefined) last.kind = kind;
}
