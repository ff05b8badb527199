import type { MessageCode } from "../../src/text/message.js";

/** A page of our own, and what should be read from it. What a case leaves out is the ordinary: the whole story, nothing else told. */
export interface PageCase {
  readonly what: string;
  readonly html: string | Uint8Array;
  readonly title?: string | null;
  readonly body?: readonly string[];
  readonly published?: string | null;
  readonly authors?: readonly string[];
  readonly messages?: readonly MessageCode[];
}

export const title = "Lower lock at Velden shut after barge strikes gate";

/** The paragraphs of the story that all pages tell. */
export const story: readonly string[] = [
  "The Tamsk river authority shut the lower lock at Velden on Thursday after a barge loaded with gravel broke its moorings and struck the gate.",
  "Two sailors were taken to hospital with broken ribs, the regional ambulance service said, and a third was still missing late in the evening.",
  "“We told the owners in April that those ropes would not last the winter,” said Irena Holub, who heads the lock keepers' union.",
  "The owners, Baltren Shipping, rejected the claim and said that the ropes had been inspected twice since the summer.",
  "Transport minister Dagny Rask ordered an inquiry and promised its first findings by the end of the month.",
  "Upstream, forty vessels lay at anchor, and farmers warned that feed for their cattle would run short within a week.",
];

/** The first two paragraphs: an article shorter than many a dialog. */
export const short = story.slice(0, 2);

export function paragraphs(told: readonly string[]): string {
  return told.map((one) => `<p>${one}</p>`).join("\n");
}

/** An article element with the story. */
export function article(told: readonly string[] = story, above = ""): string {
  return `<article><h1>${title}</h1>${above}\n${paragraphs(told)}</article>`;
}

export function page(body: string, head = "", name = title): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>${head}</head><body>${body}</body></html>`;
}

export function jsonLd(data: unknown): string {
  return `<script type="application/ld+json">${typeof data === "string" ? data : JSON.stringify(data)}</script>`;
}
