import type { Timecode } from "../../text/timecodes.js";
import { buildArticle, nothingElse } from "../build-article.js";
import type { KnownFacts } from "../known-facts.js";
import { decodeText } from "../plain/decode-text.js";
import { type Reading, unreadable } from "../reading.js";
import { parseCues, type SubtitleCue } from "./parse-cues.js";

/**
 * The text of subtitles, WebVTT or SubRip: cues joined to sentences, a paragraph for each turn with the speaker before it, as in a transcript
 * (`Odile Brandt: …`). Where nobody is named a pause between sentences ends a paragraph. Lines that captions repeat while they roll are told once.
 */
export async function readSubtitles(bytes: Uint8Array, input: string, known: KnownFacts): Promise<Reading> {
  const decoding = decodeText(bytes);
  if (decoding.kind === "binary") return unreadable(input, "this is binary data, not subtitles");
  const cues = parseCues(decoding.text.replace(/^\ufeff/, ""));
  if (cues.length === 0)
    return unreadable(input, "these are subtitles without a cue: no line has times and words behind it");
  const title = /^\ufeff?WEBVTT[ \t]+(?:-[ \t]*)?(\S[^\n\r]{0,200})/.exec(decoding.text)?.[1]?.trim() ?? null;
  const found = {
    ...nothingElse,
    ...transcriptOf(turnsOf(cues)),
    title,
    messages: decoding.messages,
  };
  return { kind: "article", input, article: await buildArticle(found, known), retrieval: null, source: null };
}

interface Turn {
  readonly speaker: string | null;
  text: string;
  /** Where its cues begin in `text`. */
  readonly timecodes: Timecode[];
  end: number;
}

/** Seconds of silence that part what is said. */
const pause = 3;

function turnsOf(cues: readonly SubtitleCue[]): readonly Turn[] {
  const turns: Turn[] = [];
  let before: ReadonlySet<string> = new Set();
  for (const cue of cues) {
    const fresh = cue.lines.filter(({ text, speaker }) => speaker !== null || !before.has(text));
    before = new Set(cue.lines.map(({ text }) => text));
    for (const { speaker, turn, text } of fresh) {
      const last = turns.at(-1);
      if (
        last === undefined ||
        turn ||
        isOther(speaker, last) ||
        (cue.start - last.end > pause && endsSentence(last.text))
      ) {
        turns.push({
          speaker: speaker ?? (turn || last === undefined ? null : last.speaker),
          text,
          timecodes: [[0, cue.start]],
          end: cue.end,
        });
        continue;
      }
      last.text = joined(last.text, text);
      if (last.timecodes.at(-1)?.[1] !== cue.start) last.timecodes.push([last.text.length - text.length, cue.start]);
      last.end = cue.end;
    }
  }
  return turns.filter(({ text }) => text !== "");
}

function isOther(speaker: string | null, last: Turn): boolean {
  return speaker !== null && speaker !== last.speaker;
}

function endsSentence(text: string): boolean {
  return /[.?!…]["”’')\]]*$/.test(text);
}

/** A word that is parted at a line's end is put together again. */
function joined(before: string, after: string): string {
  return /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after) ? before.slice(0, -1) + after : `${before} ${after}`;
}

interface Transcript {
  readonly text: string;
  readonly timecodes: readonly Timecode[];
}

function transcriptOf(turns: readonly Turn[]): Transcript {
  const timecodes: Timecode[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const { speaker, text, timecodes: own } of turns) {
    const label = speaker === null ? "" : `${speaker}: `;
    for (const [start, second] of own) timecodes.push([length + (start === 0 ? 0 : label.length + start), second]);
    parts.push(`${label}${text}`);
    length += label.length + text.length + 2;
  }
  return { text: parts.join("\n\n"), timecodes };
}
