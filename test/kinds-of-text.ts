import { longText } from "./end-to-end/long-text.js";

/** Texts of a length in characters, by kind: news, and what is hard on readers because it is so much alike. */
export const kindsOfText: Readonly<Record<string, (length: number) => string>> = {
  news: (length) => filled(length, longText(Math.ceil(length / 5))),
  "news, one endless line": (length) => filled(length, longText(Math.ceil(length / 5)).replaceAll("\n\n", " ")),
  "news without full stops": (length) => filled(length, longText(Math.ceil(length / 5)).replace(/[.?!]|\n\n/g, " ")),
  "one sentence over and over": (length) => filled(length, "Ada Lenz said that the quay in Lem was shut on Monday. "),
  commas: (length) => filled(length, ","),
  "full stops": (length) => filled(length, ". "),
  brackets: (length) => filled(length / 2, "(") + filled(length / 2, ")"),
  "brackets in pairs": (length) => filled(length, "(x) [y] "),
  "quotation marks that open": (length) => filled(length, "“"),
  "quotation marks in pairs": (length) => filled(length, "“so” "),
  "quotation marks, nested": (length) => filled(length / 2, "“‘") + filled(length / 2, "’”"),
  "straight quotation marks": (length) => filled(length, `" `),
  apostrophes: (length) => filled(length, "' "),
  capitals: (length) => filled(length, "THE QUAY IN LEM WAS SHUT BY THE NAVY "),
  "capitals without spaces": (length) => filled(length, "QUAY"),
  "names in a row": (length) => filled(length, "Ada Lenz Odile Brandt "),
  "names in a list": (length) => filled(length, "Ada Lenz, Odile Brandt, Otto Pell, "),
  digits: (length) => filled(length, "1234567890"),
  "numbers and dates": (length) => filled(length, "3 March 2031, 4:30 p.m., 12,000 "),
  "one word over and over": (length) => filled(length, "said "),
  "one letter without spaces": (length) => filled(length, "a"),
  "letters with points": (length) => filled(length, "a."),
  "white space": (length) => filled(length, "a        \t"),
  "line ends": (length) => filled(length, "a\n"),
  "accents on one letter": (length) => `a${filled(length - 1, "\u0301")}`,
  hyphens: (length) => filled(length, "non-"),
  addresses: (length) => filled(length, "a@b.c-d/e."),
  ampersands: (length) => filled(length, "&am"),
};

function filled(length: number, words: string): string {
  return words.repeat(Math.ceil(length / words.length)).slice(0, Math.floor(length));
}
