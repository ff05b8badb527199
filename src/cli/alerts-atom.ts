import { sha256 } from "../text/hash.js";
import type { AlertView } from "../view/alert-view.js";
import { markedWords, outletWords, toldWords, whoToWhom } from "./brief-words.js";
import { escapedHtml } from "./html.js";

/** An alert, and when it was delivered. */
export interface DatedAlert {
  readonly at: string;
  readonly alert: AlertView;
}

/** The alerts as an Atom feed (RFC 4287). What an alert is about settles its id, so a reader shows it once. `self` names the feed. */
export function alertsAtom(alerts: readonly DatedAlert[], self: string, now: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:sitrep:alerts:${sha256(self).slice(0, 16)}</id>
<title>Sitrep alerts</title>
<updated>${alerts[0]?.at ?? now}</updated>
<author><name>sitrep</name></author>
<generator>sitrep</generator>
${alerts.map(entry).join("\n")}
</feed>
`;
}

function entry({ at, alert }: DatedAlert): string {
  const { watch, subject, why, line, article } = alert;
  const link = article.url !== null && /^https?:\/\//i.test(article.url) ? `\n<link href="${xml(article.url)}"/>` : "";
  const text = [
    ...(line.words === null ? [] : [markedWords(line.words)]),
    `${toldWords(line.told)}: ${outletWords(line.told)}`,
    `Why: ${why}`,
    line.id,
  ];
  return `<entry>
<id>urn:sitrep:alert:${sha256(JSON.stringify([watch, subject])).slice(0, 24)}</id>
<title>${xml(`${watch}: ${alertTitle(alert)}`)}</title>
<updated>${at}</updated>${link}
<category term="${xml(watch)}"/>
<content type="text">${xml(text.join("\n"))}</content>
</entry>`;
}

/** "Belmara → Oslovar · sanction · happened". */
function alertTitle({ line }: AlertView): string {
  const parties = whoToWhom(line);
  return [...(parties === null ? [] : [parties]), line.mark, ...line.facts].join(" · ");
}

/** As XML has it: control characters have no place in it at all. */
function xml(text: string): string {
  return escapedHtml(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, " "));
}
