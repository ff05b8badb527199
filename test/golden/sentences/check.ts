import { findQuotations } from "../../../src/annotate/quotations/find-quotations.js";
import { splitSentences } from "../../../src/annotate/sentences/split-sentences.js";
import { tokenize } from "../../../src/annotate/tokens/tokenize.js";
import type { Quotation } from "../../../src/doc/layers.js";

/**
 * Tokens with a space between them, a sentence a line, an empty line between paragraphs. Braces stand around what is quoted:
 * `“ {We know .} ”`; `{+` opens what goes on from the paragraph before, `-}` ends what nothing closes.
 */
export async function checkSentences(text: string): Promise<string> {
  const tokens = tokenize(text);
  const layer = splitSentences(text, tokens);
  const { quotations } = findQuotations(text, tokens, layer);
  const shown = (token: number): string =>
    opened(quotations, token) + text.slice(tokens.start[token], tokens.end[token]) + closed(quotations, token);
  const lines = layer.sentences.map(({ first, end, paragraph }, index) => {
    const gap = index > 0 && layer.sentences[index - 1]?.paragraph !== paragraph ? "\n" : "";
    return gap + Array.from({ length: end - first }, (_, i) => shown(first + i)).join(" ");
  });
  return `${lines.join("\n")}\n`;
}

function opened(quotations: readonly Quotation[], token: number): string {
  return quotations
    .filter(({ inner }) => inner.first === token && inner.end > token)
    .map(({ continues }) => (continues ? "{+" : "{"))
    .join("");
}

function closed(quotations: readonly Quotation[], token: number): string {
  return quotations
    .filter(({ inner }) => inner.end === token + 1 && inner.first <= token)
    .map(({ close }) => (close === null ? "-}" : "}"))
    .reverse()
    .join("");
}
