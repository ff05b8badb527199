import fc from "fast-check";

const pieces = [
  ..."“”‘’\"'«»„…—–-.,;:?!()[]",
  ..."``\t\n\r\u00a0\u2028",
  ..."aZé0ß中",
  "\n\n",
  "''",
  "...",
  "\ud800",
  "\u0000",
  "😀",
  "e\u0301",
];
const words = [
  "The",
  "said",
  "Maj.",
  "U.S.",
  "Osten's",
  "didn't",
  "can't",
  "Inc.",
  "3,400",
  "http://a.example/b",
  "@lem",
];

/** Texts for property tests: any characters at all, and texts thick with what news prose stumbles over. */
export function newsText(): fc.Arbitrary<string> {
  const prose = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...pieces), fc.constant(" ")), { maxLength: 80 })
    .map((parts) => parts.join(""));
  const spaced = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...pieces)), { maxLength: 60 })
    .map((parts) => parts.join(" "));
  // Not `fc.string({ unit: "binary" })`, which takes seconds to set up.
  const anything = fc.array(fc.nat(0x10ffff), { maxLength: 30 }).map((codes) => String.fromCodePoint(...codes));
  return fc.oneof(prose, spaced, anything);
}
