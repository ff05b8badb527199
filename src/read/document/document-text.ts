import type { Message } from "../../text/message.js";
import type { PageStart } from "../../text/page-starts.js";

/** A paragraph of a document; of one without pages `pages` is empty. */
export interface DocumentParagraph {
  readonly text: string;
  /** Where each page begins in it. */
  readonly pages: readonly PageStart[];
}

/** What the reader of a format found in a document, or why it found nothing. */
export type DocumentReading = DocumentText | { readonly kind: "unreadable"; readonly reason: string };

export interface DocumentText {
  readonly kind: "text";
  readonly paragraphs: readonly DocumentParagraph[];
  /** `null`: the first paragraph, if it is short, is the title. */
  readonly title: string | null;
  readonly facts: DocumentFacts;
  /** Lines at the head of the document that are no part of its text, and where its date may stand. */
  readonly head: readonly string[];
  readonly messages: readonly Message[];
}

/** What a file says of itself, as written there. */
export interface DocumentFacts {
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly created: string | null;
  readonly language: string | null;
}

export const noFacts: DocumentFacts = { title: null, author: null, outlet: null, created: null, language: null };

/** The paragraphs of a format without pages. */
export function unpaged(texts: readonly string[]): readonly DocumentParagraph[] {
  return texts.map((text) => ({ text, pages: [] }));
}
