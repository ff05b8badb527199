import type { Action } from "../../record/action.js";
import type { Institution, Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Time } from "../../record/time.js";
import { dayLength } from "../../text/days.js";
import type { Span } from "../../text/span.js";
import { groupedBy } from "../grouped-by.js";
import { isKnown, keyOf, type Line } from "../line.js";
import { type EventId, linkId, type OriginId } from "../link-id.js";
import { dayOf, instantOf, type LinkInput } from "../link-input.js";
import { someGovernment } from "../origins/body-of-speaker.js";
import { bodiesHeard, isSaid, ofGovernment, voicesOfDoers } from "../origins/doers-word.js";
import { type Origin, type Origins, type OriginTrace, ownVoices } from "../origins/trace-origins.js";
import { type Traced, voicesBeside } from "../origins/voices-beside.js";
import { asWorded } from "../postures/as-worded.js";
import { type CountryNames, institutionKey, isWholeInstitution } from "../postures/institution-key.js";
import { wholeInstitutions } from "../postures/whole-institutions.js";
import type { Settled } from "../settled.js";
import { deniesItself } from "./denied-deed.js";
import { type ActSigns, isOtherAct, isSameAct, namesOneObject, toldAct } from "./same-act.js";
import { actorsTold, isExpulsion, isThreat, isToldAsOver, leavesOpenWhose, timeOfAct } from "./told-by-words.js";
import { isHearsay, isToldInPassing } from "./told-in-passing.js";

/** One action or posture, in however many articles it is told. */
export interface Event<Told extends TellingFacts = Telling> {
  readonly id: EventId;
  readonly kind: "action" | "posture";
  /** A PLOVER type, or `aspect value`. */
  readonly what: string;
  /**
   * Who acts: ids of known entities, or words where nobody is known. Of a state the key of the institution that is in it, where it is known, then
   * the entity that its words name.
   */
  readonly who: readonly string[];
  /** The story within which words for somebody unknown mean what they do; `null` where everybody is known. */
  readonly within: string | null;
  /** In order of time. */
  readonly tellings: readonly Told[];
  /** The origins of all tellings, each once: how many voices there are. */
  readonly origins: readonly OriginId[];
}

/** That one line tells of an event, without its words. */
export interface TellingFacts extends Line {
  /** The day of the article, `null` where unknown. */
  readonly day: string | null;
  readonly status: Action["status"];
  /** The day on which it happened as the line has it, else the day of the article; `null` where neither is known. */
  readonly date: string | null;
  readonly dated: "told" | "published" | "unknown";
  readonly origin: OriginId;
  /** Whose word it is: of somebody known, of somebody unnamed, or of the text itself; `doer`: of the government whose state it is. */
  readonly by: Origin["kind"] | "doer";
  /** How likely the line is right, from 0 to 1 in hundredths. */
  readonly confidence: number;
}

/** That one line tells of an event. */
export interface Telling extends TellingFacts {
  readonly evidence: readonly Span[];
  readonly reason: string;
}

/** Days that tellings of one event may lie apart. */
const nearDays = { action: 2, posture: 7 };

/** Tellings that are of one event, and which. */
export interface SettledEvent {
  readonly id: EventId;
  /** In order of time, those of earlier days first. */
  readonly told: readonly ToldEvent[];
}

/** The telling of an earlier day, and the event that it is of. */
export interface EarlierTelling {
  readonly event: EventId;
  readonly told: ToldEvent;
}

/**
 * Which event each of the tellings is of. They are of one event where they are of one kind, by the same, and less than days apart; actions
 * also have to be one act by their words and objects, and of one story or between the same, because two neighbours shell each other every day.
 *
 * @param told in order of time
 * @param earlier tellings of earlier days with keys of these, in order of time: what is of their event keeps its id
 */
export function settleEvents(
  told: readonly ToldEvent[],
  earlier: readonly EarlierTelling[] = [],
): readonly SettledEvent[] {
  const known = groupedBy(earlier, (one) => one.told.key);
  return [...groupedBy(told, ({ key }) => key)].flatMap(([key, added]) => eventsOf(known.get(key) ?? [], added));
}

/** What the articles tell of as done or as a state, line by line. */
export function eventTellings(
  settled: Settled,
  { origins, traces }: Origins,
  countries: CountryNames,
): readonly ToldEvent[] {
  const traced = {
    origins: new Map(origins.map((origin) => [origin.id as string, origin])),
    traces: new Map(traces.map((trace) => [`${trace.article} ${trace.line}`, trace])),
  };
  const institutions = wholeInstitutions(settled);
  return settled.articles.flatMap((input) => toldIn(input, settled, traced, institutions, countries));
}

/** The event of these tellings, of which there is one at least. */
export function eventOf(id: EventId, told: readonly ToldEvent[]): Event {
  const [first] = told;
  if (first === undefined) throw new RangeError("Found an event that no line tells of; an event has one or more.");
  const tellings = told.map(({ telling }) => telling);
  return eventWith(id, first, tellings);
}

/** The event of these tellings, as the first of them has it. */
export function eventWith<Told extends TellingFacts>(
  id: EventId,
  { kind, what, who, story }: Pick<ToldEvent, "kind" | "what" | "who" | "story">,
  tellings: readonly Told[],
): Event<Told> {
  const origins = [...new Set(tellings.map(({ origin }) => origin))];
  return { id, kind, what, who, within: isMeantAlike(kind, who) ? null : story, tellings, origins };
}

/** Whether these who mean the same in every story. */
export function isMeantAlike(kind: Event["kind"], who: readonly string[]): boolean {
  if (kind === "action") return who.every(isKnown);
  const [institution = ""] = who;
  return isKnown(institution) || isWholeInstitution(institution);
}

/** The key of an action's tellings. @param who in order */
export function actionKey(type: string, who: readonly string[]): string {
  return JSON.stringify([type, who]);
}

/** The key of a state's tellings. @param within the story within which `whose` means what it does, `null` where it does in all */
export function postureKey(what: string, whose: string, within: string | null): string {
  return JSON.stringify([what, whose, within]);
}

/** The story in a state's key. */
export function withinOfKey(key: string): string | null {
  // `postureKey` wrote it.
  return (JSON.parse(key) as readonly [string, string, string | null])[2];
}

/** One telling with all that decides which event it is of. */
export interface ToldEvent {
  /** Tellings with different keys are of different events. */
  readonly key: string;
  readonly kind: Event["kind"];
  readonly what: string;
  readonly who: readonly string[];
  readonly whom: readonly string[];
  readonly story: string;
  /** What is done, by its own words; `null` of a state. */
  readonly act: ActSigns | null;
  /** On whose word it is told, by all that others may have it on too; see {@link OriginTrace.voices}. On nobody's where it is told in passing. */
  readonly voices: readonly string[];
  readonly telling: Telling;
}

function toldIn(
  input: LinkInput,
  settled: Settled,
  { origins, traces }: Traced,
  institutions: ReadonlyMap<string, Institution>,
  countries: CountryNames,
): readonly ToldEvent[] {
  const { actions, postures } = input.record;
  const published = dayOf(input);
  const story = settled.storyOf.get(input.id) ?? input.id;
  const voicesOf = ({ id }: Action | Posture, country: string | null): readonly string[] =>
    ownVoices(traces.get(`${input.id} ${id}`)?.voices ?? [], country);
  const heard = bodiesHeard(input.id, input.record, traces);
  const heardBeside = voicesBeside(input, { origins, traces });
  const sharedVoices = (
    line: Action | Posture,
    voices: readonly string[],
    institution: Institution | null = null,
  ): readonly string[] =>
    isToldInPassing(line, input.record) || isHearsay(line, input.record)
      ? []
      : [...voices, ...ownVoices(heardBeside(line), null)]
          .map(ofGovernment)
          .concat(voicesOfDoers(line, institution, input.record, heard));
  const telling = (line: Action | Posture, time: string | null, reason: string): Telling | null => {
    const origin = origins.get(traces.get(`${input.id} ${line.id}`)?.origin ?? "");
    if (origin === undefined || !deniesItself(line, input.record)) return null;
    const told = toldDay(
      input.record.times.find(({ id }) => id === time),
      published,
    );
    const date = told ?? published;
    const dated = told !== null ? "told" : date !== null ? "published" : "unknown";
    return {
      article: input.id,
      line: line.id,
      day: published,
      status: line.status,
      date,
      dated,
      origin: origin.id,
      by: origin.kind === "text" && isHearsay(line, input.record) ? "unnamed" : origin.kind,
      confidence: line.confidence,
      evidence: line.evidence,
      reason,
    };
  };
  const ofActions = actions.flatMap((action): readonly ToldEvent[] => {
    const who = actorsTold(action, input.record)
      .map((one) => keyOf(one, input.id, settled))
      .sort();
    const whom = action.recipients.map((one) => keyOf(one, input.id, settled)).sort();
    const own = telling(
      action,
      timeOfAct(action, input.record),
      `${action.type} by and to the same, within ${nearDays.action} days`,
    );
    if (own === null || who.length === 0) return [];
    const act = toldAct(action, input.record);
    const shared = sharedVoices(action, voicesOf(action, countryOf(action, input.record)));
    // Whoever says so is the origin of an accusation or a demand.
    const voices = isSaid(action) && shared.length > 0 ? [...shared, ...who.map((one) => `by ${one}`)] : shared;
    const key = actionKey(action.type, who);
    const told = { key, kind: "action", what: action.type, who, whom, story, act } as const;
    return [{ ...told, voices, telling: own }];
  });
  const ofPostures = postures.flatMap((posture): readonly ToldEvent[] => {
    const institution = asWorded(
      institutions.get(`${input.id} ${posture.id}`) ?? posture.institution,
      posture,
      input.record,
    );
    const known = settled.whoIs(input.id, posture.subject.entity);
    const key = leavesOpenWhose(posture, input.record)
      ? null
      : institutionKey(posture, institution, input.record, countries);
    const who = key === null ? [subjectOf(posture, input.id, settled)] : [key, ...(known === null ? [] : [known])];
    const within = isMeantAlike("posture", who) ? null : story;
    const what = `${posture.aspect} ${posture.value}`;
    const voices = voicesOf(posture, institution.of);
    const own = telling(
      posture,
      posture.since,
      `the same state of the same institution, within ${nearDays.posture} days`,
    );
    return own === null ||
      isToldAsOver(posture, input.record) ||
      isExpulsion(posture, input.record) ||
      isThreat(posture, input.record)
      ? []
      : [
          {
            key: postureKey(what, who[0] ?? "", within),
            kind: "posture",
            what,
            who,
            whom: [],
            story,
            act: null,
            voices: sharedVoices(posture, voices, institution),
            telling: isOwnWord(institution, voices) ? { ...own, by: "doer" } : own,
          },
        ];
  });
  return [...ofActions, ...ofPostures];
}

/** The day that a time tells; `null` of one that spans days of which the article's own may be one ("this week"). */
function toldDay(time: Time | undefined, published: string | null): string | null {
  const [from, to] = [time?.from?.slice(0, 10) ?? null, time?.to?.slice(0, 10) ?? null];
  const [first, last, own] = [instantOf(from), instantOf(to), instantOf(published)];
  if (first === null || last === null || own === null || last - first <= dayLength) return from;
  return own >= first && own - last <= nearDays.posture * dayLength ? null : from;
}

/** Whether it is told on the word of the government whose state it is; what armed forces say of themselves is a claim like another. */
function isOwnWord({ kind, of }: Institution, voices: readonly string[]): boolean {
  return kind !== "force" && of !== null && voices.includes(`${someGovernment} ${of}`);
}

/** The country of whoever acts; `null` where several do or none is known. */
function countryOf({ actors }: Action, { entities }: ArticleRecord): string | null {
  const countries = new Set(actors.map(({ entity }) => entities.find(({ id }) => id === entity)?.country ?? null));
  const [only] = countries;
  return countries.size === 1 ? (only ?? null) : null;
}

/** Whose state it is: who is known by that name, else the words with the one who settled it ("embassy staff" of Norland). */
function subjectOf({ subject, by }: Posture, article: string, settled: Settled): string {
  const who = settled.whoIs(article, subject.entity);
  if (who !== null) return who;
  const words = keyOf(subject, article, settled);
  return by === null ? words : `${words} of ${by.text.toLowerCase()}`;
}

/** Tellings before one that it is held against: what is told so often is one event many times over. */
const mostBefore = 200;

function eventsOf(earlier: readonly EarlierTelling[], added: readonly ToldEvent[]): readonly SettledEvent[] {
  const told = [...earlier];
  const events = new Map(
    [...groupedBy(told, ({ event }) => event)].map(([id, all]) => [id, all.map((one) => one.told)]),
  );
  const grown = new Set<EventId>();
  for (const one of added) {
    const near = new Set(told.slice(-mostBefore).map(({ event }) => event));
    const known = [...near].find((id) => isOfEvent(one, (events.get(id) ?? []).slice(-mostBefore)));
    const id = known ?? linkId("ev", [one.telling.article, one.telling.line]);
    grown.add(id);
    told.push({ event: id, told: one });
    const members = events.get(id);
    if (members === undefined) events.set(id, [one]);
    else members.push(one);
  }
  return [...grown].map((id) => ({ id, told: events.get(id) ?? [] }));
}

/** Whether it is told of the event that these tell of: of one with one of them, and none speaks of another act. */
function isOfEvent(told: ToldEvent, members: readonly ToldEvent[]): boolean {
  const isOther = ({ act, telling }: ToldEvent): boolean =>
    act !== null && told.act !== null && (isOtherAct(act, told.act) || isOfOneSentence(telling, told.telling));
  return members.some((one) => isOneEvent(one, told)) && !members.some(isOther);
}

/** Whether both stand in one sentence: what it tells twice in two words is two acts. */
function isOfOneSentence(a: Telling, b: Telling): boolean {
  return a.article === b.article && a.evidence.some(([start]) => b.evidence.some(([other]) => start === other));
}

function isOneEvent(a: ToldEvent, b: ToldEvent): boolean {
  const [one, other] = [instantOf(a.telling.date), instantOf(b.telling.date)];
  const apart = one === null || other === null ? 0 : Math.abs(one - other) / dayLength;
  if (apart > nearDays[a.kind]) return false;
  if (a.act === null || b.act === null) return a.story === b.story || (one !== null && other !== null);
  if (!isSameAct(a.act, b.act, isFact(a) === isFact(b)) || isToOthers(a, b)) return false;
  const known = a.who.every(isKnown) && a.whom.some((each) => isKnown(each) && b.whom.includes(each));
  return a.story === b.story || (known && one !== null && other !== null);
}

/** Whether they are done to others who are known, and whose names are unlike: "joined the Karsk forces" and "joined the Norland Defence Forces". */
function isToOthers(a: ToldEvent, b: ToldEvent): boolean {
  const areKnown = [a, b].every(({ whom }) => whom.length > 0 && whom.every(isKnown));
  if (!areKnown || a.whom.some((one) => b.whom.includes(one))) return false;
  return a.act === null || b.act === null || !namesOneObject(a.act, b.act);
}

function isFact({ telling: { status } }: ToldEvent): boolean {
  return status === "happened" || status === "ongoing";
}
