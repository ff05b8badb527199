import type { EntityLexicons } from "../../extract/naming/entity-lexicons.js";
import { plain, plainWords } from "../../extract/naming/plain.js";
import type { Mention } from "../../record/mention.js";
import type { Statement } from "../../record/statement.js";
import type { Span } from "../../text/span.js";
import type { Agencies } from "../copies/agencies.js";
import { ownerOf } from "../disputes/claim-sentence.js";
import type { Line } from "../line.js";
import { linkId, type OriginId, type PersonOrBodyId } from "../link-id.js";
import type { LinkInput } from "../link-input.js";
import type { Settled } from "../settled.js";
import { bodiesOfSpeaker, bodyOfOffice, someGovernment, someOfficials } from "./body-of-speaker.js";
import { creditOf } from "./credit-of.js";
import { isUnmannedSource } from "./unmanned-source.js";

/** Where a claim enters the news. Two articles with one origin are one voice. */
export interface Origin {
  readonly id: OriginId;
  /** `speaker`: somebody known; `unnamed`: somebody whom an outlet does not name; `text`: an agency's or outlet's own account. */
  readonly kind: "speaker" | "unnamed" | "text";
  readonly name: string;
  readonly who: PersonOrBodyId | null;
  /** The agency or outlet that an unnamed speaker spoke to. */
  readonly through: string | null;
}

/** How a line leads to its origin. */
export interface OriginTrace extends Line {
  readonly origin: OriginId;
  /** Who told whom, the article's own text first. */
  readonly steps: readonly string[];
  readonly reason: string;
  /**
   * On whose word it is told, each as a name of its own: the speaker, the body that he speaks for, whoever the words came through, and always the text. Two tellings
   * of one event that have a voice in common have one origin.
   */
  readonly voices: readonly string[];
}

/** The origins of all lines of the articles, and the way from each line to its own. */
export interface Origins {
  readonly origins: readonly Origin[];
  readonly traces: readonly OriginTrace[];
}

/**
 * Traces statements, actions and postures to their origins. What somebody known says is theirs, through whomever it came. An unnamed speaker is
 * told apart by whom they spoke to, so "a senior official" in two papers is two people unless both have it from one agency. What an article
 * says itself, or takes from another outlet, belongs to the text's first publisher: a wire copy adds no voice.
 */
export function traceOrigins(settled: Settled, agencies: Agencies, names: EntityLexicons): Origins {
  const origins = new Map<string, Origin>();
  const offices = officesOf(settled, names);
  const traces: OriginTrace[] = [];
  for (const input of settled.articles) {
    const { statements, actions, postures } = input.record;
    const lines: readonly (readonly [Line["line"], Statement | null, readonly Span[]])[] = [
      ...statements.map((one) => [one.id, one, []] as const),
      ...[...actions, ...postures].map((one) => [one.id, creditOf(one, input.record), one.evidence] as const),
    ];
    const ownRows = ownRowsOf(input);
    const text = settled.textOf.get(input.id) ?? input.id;
    const own = ofText(text, outletOf(text, input)).origin;
    for (const [line, said, evidence] of lines) {
      if (input.hidden?.has(line)) continue;
      const told = said === null ? null : ofWriter(said, statements);
      const { origin, steps, reason } = originOf(input, told, { settled, agencies, own });
      origins.set(origin.id, origin);
      const through = told === null ? null : outletIn(told, agencies);
      const speaker = settled.whoIs(input.id, told?.speaker?.entity ?? null);
      const bodies = bodiesOf(told, origin, input, offices, names);
      const voices = [
        origin.id,
        ...bodies,
        ...(origin.kind === "unnamed" && bodies.length === 0 ? [`unnamed ${whatTheyAre(origin.name)}`] : []),
        // "The official Gazette newspaper" and "the Gazette" are one.
        ...(speaker === null ? [] : [speaker]),
        ...(through === null ? [] : [ofText(through).origin.id]),
        ...evidence.flatMap(ownRows),
        own.id,
      ];
      traces.push({ article: input.id, line, origin: origin.id, steps, reason, voices: [...new Set(voices)] });
    }
  }
  return { origins: [...origins.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), traces };
}

/** What the words say that somebody is whom nobody names: "source" of "two sources close to the talks". Of one event these are held for the same people. */
function whatTheyAre(words: string): string {
  const [phrase = words] = words
    .toLowerCase()
    .split(/ (?:of|in|from|at|on|for|to|who|that|with|within|close|familiar|monitoring)\b/);
  return (phrase.match(/[\p{L}-]+/gu)?.at(-1) ?? phrase).replace(/s$/, "");
}

/** The voices with the country whose act it is for a government, or its officials, of which nobody tells whose they are. */
export function ownVoices(voices: readonly string[], country: string | null): readonly string[] {
  return voices.flatMap((voice) => {
    if (voice !== someGovernment && voice !== someOfficials) return [voice];
    if (country !== null) return [`${voice} ${country}`];
    return voice === someGovernment ? [] : [voice];
  });
}

/**
 * Rows of words of the sentences that are somebody's own: who tells something in the same words has it from the same. Of neighbouring rows one stands for all, chosen by its words alone
 * (winnowing), so that of eight words that two sentences share at least one row is the same.
 */
function ownRowsOf({ record }: LinkInput): (sentence: Span) => readonly string[] {
  // Several claims stand in one sentence.
  const known = new Map<string, readonly string[]>();
  return (sentence) => {
    const key = String(sentence);
    const rows = known.get(key) ?? rowsOf(plainWords(record.article.text.slice(...sentence)));
    known.set(key, rows);
    return rows;
  };
}

function rowsOf(words: readonly string[]): readonly string[] {
  const ranks = Array.from({ length: Math.max(0, words.length - wordsOfRow + 1) }, (_, at) => rankOf(words, at));
  const chosen = ranks.flatMap((_, at) => {
    const near = ranks.slice(at, at + rowsSideBySide);
    return near.length < rowsSideBySide ? [] : [Math.min(...near)];
  });
  return [...new Set(chosen)].map((rank) => `words ${rank.toString(36)}`);
}

/** A number that has nothing to do with what a row of words says, and is the same in every text (FNV-1a, with a space between two words). */
function rankOf(words: readonly string[], from: number): number {
  let rank = 2166136261;
  for (let at = from; at < from + wordsOfRow; at++) {
    const word = words[at] ?? "";
    if (at > from) rank = Math.imul(rank ^ 0x20, 16777619);
    for (let i = 0; i < word.length; i++) rank = Math.imul(rank ^ word.charCodeAt(i), 16777619);
  }
  return rank >>> 0;
}

/** Eight words in a row, which are three rows of six, are somebody's own. */
const wordsOfRow = 6;
const rowsSideBySide = 3;

/** For which bodies people speak by their offices, as some article tells. */
function officesOf({ articles, whoIs }: Settled, names: EntityLexicons): ReadonlyMap<string, string> {
  const offices = new Map<string, string>();
  for (const { id: article, record } of articles) {
    for (const entity of record.entities) {
      if (entity.kind !== "person" || entity.roles.length === 0) continue;
      const [who, body] = [whoIs(article, entity.id), bodyOfOffice(entity, record.entities, names)];
      if (who !== null && body !== null && (body !== someGovernment || !offices.has(who))) offices.set(who, body);
    }
  }
  return offices;
}

function bodiesOf(
  statement: Statement | null,
  { who }: Origin,
  { record }: LinkInput,
  offices: ReadonlyMap<string, string>,
  names: EntityLexicons,
): readonly string[] {
  if (statement?.speaker == null) return [];
  const told = bodiesOfSpeaker(statement.speaker, record, names);
  const isOpen = told.length === 0 || told[0] === someGovernment;
  const known = isOpen ? offices.get(who ?? "") : undefined;
  return known === undefined ? told : [known];
}

/** The statement with the one whose document speaks in it for its speaker: "Ellwood said in a statement, which tells Britons to leave". */
function ofWriter(told: Statement, statements: readonly Statement[]): Statement {
  const span = told.speaker?.span;
  const writer = statements.find(({ channel }) => span !== undefined && channel?.span[0] === span[0]);
  return writer === undefined ? told : { ...told, speaker: writer.speaker, chain: writer.chain };
}

interface Found {
  readonly origin: Origin;
  readonly steps: readonly string[];
  readonly reason: string;
}

/** @param own the origin of what the article says itself */
function originOf(
  input: LinkInput,
  statement: Statement | null,
  { settled, agencies, own }: { readonly settled: Settled; readonly agencies: Agencies; readonly own: Origin },
): Found {
  const { name: outletOfText } = own;
  const speaker = statement?.speaker ?? null;
  if (statement === null || speaker === null)
    return { origin: own, steps: [outletOfText], reason: "the article's own account" };
  const steps = [outletOfText, ...statement.chain];
  const outlet = outletIn(statement, agencies);
  const who = settled.whoIs(input.id, speaker.entity);
  const isOutlet = kindOf(input, speaker.entity) === "outlet" || agencies.named(speaker.text) !== null;
  if (isOutlet) {
    // A pronoun names nobody; whom it stands for may be told before.
    const outlet = speaker.naming === "pronoun" ? (nameIn(input, speaker.entity) ?? speaker.text) : speaker.text;
    return { ...ofText(nameOf(outlet, agencies)), steps, reason: `taken from ${outlet}` };
  }
  if (who !== null && speaker.naming !== "unnamed") {
    const name = nameIn(input, speaker.entity) ?? speaker.text;
    return { origin: speakerOrigin(name, who), steps, reason: `said by ${name}` };
  }
  const through = outlet ?? outletOfText;
  // A pronoun names nobody; whom it stands for may be told before.
  const name =
    speaker.naming === "pronoun" ? (nameIn(input, speaker.entity) ?? speaker.text) : withOwner(speaker, input);
  if (isUnmannedSource(name)) return { origin: own, steps, reason: `told by ${name}, behind which nobody stands` };
  return {
    origin: unnamedOrigin(name, outlet ?? settled.textOf.get(input.id) ?? input.id, through),
    steps,
    reason: `said by ${name}, whom nobody names, to ${through}`,
  };
}

/** The origin that somebody is whom an article names, and by what name. */
export function originOfMention(
  { text: words, entity }: Pick<Mention, "text" | "entity">,
  input: LinkInput,
  settled: Settled,
): { readonly origin: OriginId; readonly name: string } {
  const who = settled.whoIs(input.id, entity);
  const name = nameIn(input, entity) ?? words;
  const through = settled.textOf.get(input.id) ?? input.id;
  const { id } = who === null ? unnamedOrigin(words, through, through) : speakerOrigin(name, who);
  return { origin: id, name };
}

/** The words for somebody with the name of whose he is: "Reva Holt’s agent" for "his agent". */
function withOwner({ text: words, span: [start] }: Pick<Mention, "text" | "span">, { record }: LinkInput): string {
  const [pronoun] = /^(?:his|her|its|their)(?= )/i.exec(words) ?? [];
  if (pronoun === undefined) return words;
  const end = start + pronoun.length;
  const owner = record.entities.find(({ mentions }) => mentions.some(([from, to]) => from === start && to === end));
  return owner === undefined ? words : `${ownerOf(owner.name)}${words.slice(pronoun.length)}`;
}

/** @param through what tells these unnamed people from others, and how it is called */
function unnamedOrigin(name: string, through: string, shown: string): Origin {
  return {
    id: linkId("or", ["unnamed", plain(name), plain(through)]),
    kind: "unnamed",
    name,
    who: null,
    through: shown,
  };
}

function ofText(text: string, name = text): Pick<Found, "origin"> {
  return { origin: { id: linkId("or", ["text", plain(text)]), kind: "text", name, who: null, through: null } };
}

/** The name under which a text goes, as readers are told it: what identifies a text of no known outlet is none. */
function outletOf(text: string, { id, record }: LinkInput): string {
  const isId = /^(?:art|cg)_[0-9a-f]{16}$/.test(text) || (text === id && record.article.outlet === null);
  return isId ? "an unknown outlet" : text;
}

function speakerOrigin(name: string, who: PersonOrBodyId): Origin {
  return { id: linkId("or", ["speaker", who]), kind: "speaker", name, who, through: null };
}

/** Another outlet that the words came through: "told Reuters", "Reuters reported, citing …". */
function outletIn({ channel, chain }: Statement, agencies: Agencies): string | null {
  if (channel?.kind === "outlet") return nameOf(channel.text, agencies);
  const told = chain.slice(0, -1).find((name) => agencies.named(name) !== null);
  return told === undefined ? null : nameOf(told, agencies);
}

function nameOf(words: string, agencies: Agencies): string {
  return agencies.named(words) ?? words.replace(/^[Tt]he /, "");
}

function kindOf({ record }: LinkInput, entity: string | null): string | null {
  return record.entities.find(({ id }) => id === entity)?.kind ?? null;
}

function nameIn({ record }: LinkInput, entity: string | null): string | null {
  return record.entities.find(({ id }) => id === entity)?.name ?? null;
}
