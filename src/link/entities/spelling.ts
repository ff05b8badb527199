import { plain } from "../../extract/naming/plain.js";

/**
 * What the spellings of a foreign name in Latin letters have in common: "Zelensky", "Zelenskyy" and "Zelenskiy" give the same, as do "Mohammed"
 * and "Muhammad". It keeps the consonants, one letter for each sound. A short word keeps its vowels too, which are most of it.
 */
export function spelling(word: string): string {
  const sounds = sameSounds.reduce((text, [from, to]) => text.replace(from, to), plain(word)).replace(/(.)\1+/g, "$1");
  if (sounds.length < 5) return sounds;
  return (
    sounds.charAt(0) +
    sounds
      .slice(1)
      .replace(/[aeiouy]/g, "")
      .replace(/(.)\1+/g, "$1")
  );
}

/** Letters that stand for one sound, as the romanizations of Arabic, Persian and the Slavic languages have them. */
const sameSounds: readonly (readonly [RegExp, string])[] = [
  [/(?<=sk)(?:iy|yi|yy|ij|ii|y)$/, "i"],
  [/(?<=[kgd])h/g, ""],
  [/ph/g, "f"],
  [/ou|oo/g, "u"],
  [/ck|q/g, "k"],
  [/w/g, "v"],
];
