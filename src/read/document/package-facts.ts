import { walkXml } from "../markup-depth.js";
import { type DocumentFacts, noFacts } from "./document-text.js";

const fields: Readonly<Record<string, keyof DocumentFacts>> = {
  "dc:title": "title",
  "dc:creator": "author",
  "meta:initial-creator": "author",
  "dcterms:created": "created",
  "meta:creation-date": "created",
  "dc:date": "created",
  "dc:publisher": "outlet",
  "dc:language": "language",
};

/** What office documents and books say of themselves in Dublin Core: `docProps/core.xml`, `meta.xml`, the package of an EPUB. The first of each counts. */
export function packageFacts(xml: string | null, passedOver: readonly string[] = []): DocumentFacts {
  if (xml === null) return noFacts;
  const told: Partial<Record<keyof DocumentFacts, string>> = {};
  let open: keyof DocumentFacts | null = null;
  let text = "";
  walkXml(xml, {
    onopentag: (name) => {
      open = passedOver.includes(name) ? null : (fields[name] ?? null);
      text = "";
    },
    ontext: (more) => {
      if (open !== null) text += more;
    },
    onclosetag: () => {
      if (open !== null && text.trim() !== "") told[open] ??= text.trim();
      open = null;
    },
  });
  return { ...noFacts, ...told };
}
