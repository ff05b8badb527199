import type { DraftEntity, Mentions } from "./draft-entity.js";
import type { EntityLexicons } from "./entity-lexicons.js";
import type { PhraseIndex } from "./phrases/noun-phrases.js";

/**
 * Gives bodies and people a country that only another mention tells, once all mentions are linked: "its foreign ministry" is that of the state
 * that "it" stands for, and a spokesman of a ministry is of its country. Of public figures no article tells it.
 */
export function settleCountries(mentions: Mentions, index: PhraseIndex, lexicons: EntityLexicons): void {
  const { entities } = mentions;
  const at: At = (head) => mentions.at(head);
  for (const body of entities) {
    if (body.country === null && /^(?:government|military|facility)$/.test(body.kind))
      body.country = ofOwners(body, at, index);
  }
  for (const person of entities) {
    if (person.country === null && person.kind === "person")
      person.country = ofOffices(person, at) ?? ofFame(person, lexicons);
  }
}

type At = Mentions["at"];

function ofOwners({ mentions }: DraftEntity, at: At, index: PhraseIndex): string | null {
  const owners = mentions.flatMap(({ head, form }) => {
    const owner = form === "pronoun" ? null : index.at(head)?.owner;
    const whose = owner && owner.end - owner.first === 1 ? at(owner.first)?.entity : undefined;
    return whose?.kind === "government" ? (whose.country ?? []) : [];
  });
  return owners[0] ?? null;
}

function ofOffices({ roles }: DraftEntity, at: At): string | null {
  const countries = roles.flatMap(({ title, owner }) => {
    const whose = owner !== null && /^(?:office|spokesperson)$/.test(title.kind) ? at(owner)?.entity : undefined;
    return whose !== undefined && whose.kind !== "person" && whose.kind !== "people" ? (whose.country ?? []) : [];
  });
  return countries[0] ?? null;
}

/** Known by the full name, or by a surname with an office: "President Obama". */
function ofFame({ named, personNames, roles }: DraftEntity, { publicFigures }: EntityLexicons): string | null {
  const inOffice = roles.some(({ title }) => title.kind === "office");
  const known = personNames.filter(({ words }) => named && (words.length > 1 || inOffice));
  return known.map(({ words }) => publicFigures.get(words.join(" "))).find((country) => country !== undefined) ?? null;
}
