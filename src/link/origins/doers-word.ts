import type { Action } from "../../record/action.js";
import type { Entity } from "../../record/entity.js";
import type { Institution, Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import { bodyOf, someGovernment, someOfficials } from "./body-of-speaker.js";
import { isAnnouncedBy } from "./credit-of.js";
import type { OriginTrace } from "./trace-origins.js";

/** The bodies whose word an article gives, by the voices of its statements: "government DE", "body rapid support forces". */
export function bodiesHeard(
  article: string,
  { statements }: Pick<ArticleRecord, "statements">,
  traces: ReadonlyMap<string, OriginTrace>,
): ReadonlySet<string> {
  const voices = statements.flatMap(({ id }) => traces.get(`${article} ${id}`)?.voices ?? []);
  return new Set(voices.filter((voice) => bodys.test(voice)).map(ofGovernment));
}

const bodys = new RegExp(`^(?:${someGovernment}|${someOfficials}|body)\\b`);

/** A government's officials whom nobody names tell what it tells. */
export function ofGovernment(voice: string): string {
  return voice.replace(new RegExp(`^${someOfficials} (?=[A-Z]{2}$)`), `${someGovernment} `);
}

/**
 * The voices of those whose own doing a line tells, where that is done by words or the article gives their word: what a government closes, calls home or agrees to an outlet has from
 * that government. Violence and troops that come or go are seen by others too, so of these only who announces it himself is heard.
 */
export function voicesOfDoers(
  line: Action | Posture,
  institution: Institution | null,
  record: ArticleRecord,
  heard: ReadonlySet<string>,
): readonly string[] {
  const doers = doersOf(line, institution, record);
  if (isAnnouncedBy(line, record) || isSaid(line)) return doers;
  if (isSeen(line)) return [];
  const isOpen = heard.has(someGovernment) || heard.has(someOfficials);
  const told = doers.filter((doer) => {
    const [, country] = doer.split(`${someGovernment} `);
    return heard.has(doer) || (country !== undefined && (isOpen || heard.has(`body military ${country}`)));
  });
  const force = institution?.kind === "force" ? `body military ${institution.of}` : null;
  return force !== null && heard.has(force) ? [...told, force] : told;
}

/** Whether it is done by saying so: an accusation, an order, advice. */
export function isSaid(line: Action | Posture): boolean {
  return "type" in line ? spoken.has(line.type) : line.aspect === "travel_advice" || /_departure$/.test(line.value);
}

const spoken: ReadonlySet<Action["type"]> = new Set(["ACCUSE", "THREATEN", "REQUEST", "REJECT"]);
/** Whether whoever is there sees it done. */
function isSeen(line: Action | Posture): boolean {
  return "type" in line ? violent.has(line.type) : line.aspect === "forces" && line.value !== "on_alert";
}

const violent: ReadonlySet<Action["type"]> = new Set(["ASSAULT", "COERCE", "PROTEST"]);

function doersOf(line: Action | Posture, institution: Institution | null, record: ArticleRecord): readonly string[] {
  const hands = "type" in line ? line.actors : line.by === null ? [] : [line.by];
  const bodies = hands.flatMap(({ entity }) => bodyOfDoer(record.entities.find(({ id }) => id === entity)) ?? []);
  if ("type" in line || institution === null || bodies.length > 0) return bodies;
  // Guests are sent away by the host.
  const isHosts = line.value === "diplomats_expelled" || line.value === "ambassador_summoned";
  const country = isHosts ? institution.in : institution.of;
  return country === null ? [] : [`${someGovernment} ${country}`];
}

function bodyOfDoer(entity: Entity | undefined): string | null {
  if (entity === undefined) return null;
  const inOffice = entity.kind === "person" && entity.roles.length > 0 && entity.country !== null;
  return inOffice ? `${someGovernment} ${entity.country}` : bodyOf(entity);
}
