import { capital } from "../../text/capital.js";

/** One cue: who speaks, where that is told, and the words. */
export interface SubtitleCue {
  /** In seconds. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly CueLine[];
}

export interface CueLine {
  readonly speaker: string | null;
  /** Whether the line says that somebody else begins to speak, by a dash or by `>>`. */
  readonly turn: boolean;
  readonly text: string;
}

/** The cues of WebVTT or SubRip, in their order, as far as they can be read. Lines without words (music, sounds) are left out. */
export function parseCues(text: string): readonly SubtitleCue[] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const cues: SubtitleCue[] = [];
  for (let at = 0; at < lines.length; at++) {
    const times = timing.exec(lines[at] ?? "");
    if (times === null) continue;
    const end = endOfCue(lines, at + 1);
    const words = lines
      .slice(at + 1, end)
      .map(cueLine)
      .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    if (words.length > 0) cues.push({ start: secondsOf(times[1] ?? ""), end: secondsOf(times[2] ?? ""), lines: words });
    at = end - 1;
  }
  return cues;
}

const timing = /^\s*((?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3})/;

/** A cue ends at a blank line, or where the next one's times (and its number before them) follow without one. */
function endOfCue(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && (lines[end] ?? "").trim() !== "" && !timing.test(lines[end] ?? "")) end += 1;
  const isNumber = end > from && /^\s*\d+\s*$/.test(lines[end - 1] ?? "") && timing.test(lines[end] ?? "");
  return isNumber ? end - 1 : end;
}

function secondsOf(time: string): number {
  return time
    .replace(",", ".")
    .split(":")
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** A line without its markup. Its speaker stands in a voice tag, in capitals before a colon, or in brackets before what is said. */
function cueLine(written: string): CueLine {
  const voice = /^\s*<v(?:\.[\w.-]+)?\s+([^>]+)>/.exec(written)?.[1]?.trim() ?? null;
  const bare = plain(written);
  const turn = /^\s*(?:[-–—]|>>+)\s*/.exec(bare);
  const said = bare.slice(turn?.[0].length ?? 0);
  const label = voice === null ? (named.exec(said) ?? bracketed.exec(said)) : null;
  const name = label?.[1]?.trim();
  return {
    speaker: voice ?? (name === undefined || sound.test(name) ? null : capital(name)),
    turn: turn !== null,
    text: (label === null ? said : said.slice(label[0].length)).replace(sounds, " ").replace(/\s+/g, " ").trim(),
  };
}

function plain(written: string): string {
  return written
    .replace(/<\/?[a-z][^<>]*>|<\d[\d:.]*>|\{\\[^}]*\}/gi, "")
    .replace(/&(?:nbsp|lrm|rlm);/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}

const named = /^((?:\p{Lu}[\p{Lu}\d.’'-]*)(?:[ ,]+(?:\p{Lu}[\p{Lu}\d.’'-]*|of|the|and)){0,5}):\s+(?=\S)/u;
const bracketed = /^[[(]([\p{L}.’' -]{2,40})[\])]:?\s+(?=[\p{L}\p{N}“"‘'])/u;

/** What stands in brackets and is heard, not said. */
const sound =
  /(?:ing|ed|s)$|^(?:music|laughter|noise|silence|crosstalk|inaudible|unintelligible|foreign language|in \w+)$/i;
const sounds = /[[(][^\])]{1,60}[\])]|[♪♫]+[^♪♫]*[♪♫]*/g;
