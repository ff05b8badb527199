/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ı", "i"],
  ["ə", "a"],
]);

const inFull: ReadonlyMap<string, string> = new Map([
  ["st", "saint"],
  ["ste", "sainte"],
  ["mt", "mount"],
  ["ft", "fort"],
]);

/**
 * The name as the gazetteer is asked for it: lower case, without marks over letters and apostrophes, other marks as spaces, "St.", "Mt." and
 * "Ft." in full. "Saint-Étienne" and "St. Etienne" come out the same, "L.A." and "LA" do not. Empty where the name has no Latin letter left.
 */
export function nameKey(name: string): string {
  const plain = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[øłđðþßæœıə]/g, (letter) => plainLetters.get(letter) ?? letter)
    .replace(/['’‘`ʻʼ]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  if (!/[a-z]/.test(plain)) return "";
  return plain.replace(/\b(?:ste?|mt|ft)\b(?= )/g, (word) => inFull.get(word) ?? word);
}
