/** The root of an XML text by its first bytes: its name in lower case without prefix, and whether the text says that it is XML. */
export interface XmlRoot {
  readonly name: string;
  readonly declared: boolean;
}

/** The root element that the head of a text opens with, behind declarations, comments and a document type; `null` where it opens with none. */
export function xmlRoot(head: string): XmlRoot | null {
  const match = prolog.exec(head);
  const [, before = "", name = "", attributes = ""] = match ?? [];
  if (match === null) return null;
  return {
    name: name.toLowerCase(),
    declared: /<\?xml\s|<!doctype\s/i.test(before) || /\sxmlns[\s:=]/.test(attributes),
  };
}

const prolog =
  /^((?:\s|<!--[\s\S]*?-->|<\?[^>]*>|<!doctype\s[^>[]*(?:\[[^\]]*\]\s*)?>)*)<(?:[\w.-]+:)?([a-z_][\w.-]*)([^>]*)/i;
