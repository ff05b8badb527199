import type { Action } from "../record/action.js";
import type { Mention } from "../record/mention.js";
import type { Posture } from "../record/posture.js";
import type { ArticleRecord } from "../record/record.js";
import type { Stance } from "../record/stance.js";
import { plainTime, toldTime } from "../view/plain-dates.js";
import { plainAct, plainRelation, plainState, plainStatus } from "../view/plain-words.js";
import { paragraphNumbers } from "./paragraph-numbers.js";
import type { Rendering } from "./rendering.js";
import { type Style, styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/** The postures of a record, a line each: whose state, which, who settled it, since and until when. Empty where there are none. */
export function renderPostures(record: ArticleRecord, rendering: Rendering): string {
  const { style } = rendering;
  return section("Postures", record.postures, record, rendering, (posture) => [
    named(posture.subject, record, style),
    style("yellow", plainState(posture.aspect, posture.value)),
    ...(posture.by === null || posture.by.text === posture.subject.text ? [] : [`by ${calledIn(posture.by, record)}`]),
    ...record.times.flatMap((time) => [
      ...(time.id === posture.since ? [`since ${plainTime(time)}`] : []),
      ...(time.id === posture.until ? [`until ${plainTime(time)}`] : []),
    ]),
  ]);
}

/** The actions of a record, a line each: who to whom, the type, the words that tell of it, when and where. Empty where there are none. */
export function renderActions(record: ArticleRecord, rendering: Rendering): string {
  const { style } = rendering;
  return section("Actions", record.actions, record, rendering, ({ actors, recipients, type, trigger, time, place }) => [
    ...parties(actors, recipients, record, style),
    `${style(hostile.test(type) ? "red" : "green", plainAct(type))} “${oneLine(trigger.text)}”`,
    ...record.times.filter(({ id }) => id === time).map(toldTime),
    ...record.places.filter(({ id }) => id === place).map((one) => `in ${oneLine(one.name ?? one.text)}`),
  ]);
}

/** The stances of a record, a line each: who, what of whom or of what words, how hedged. Empty where there are none. */
export function renderStances(record: ArticleRecord, rendering: Rendering): string {
  const { style } = rendering;
  return section(
    "Who backs or contradicts whom",
    record.stances,
    record,
    rendering,
    ({ holder, relation, target, hedge }) => {
      const { speaker } = record.statements.find(({ id }) => id === target.statement) ?? { speaker: null };
      const about = target.mention ?? speaker;
      const colour =
        relation === "supports" || relation === "agrees" ? "green" : relation === "responds" ? "cyan" : "red";
      return [
        named(holder, record, style),
        style(colour, plainRelation(relation)) +
          (about === null
            ? ""
            : ` ${calledIn(about, record)}${target.statement === null ? "" : ` (${target.statement})`}`),
        ...(hedge === null ? [] : [style("yellow", `hedged “${oneLine(hedge.text)}”`)]),
      ];
    },
  );
}

const hostile = /^(?:ACCUSE|REJECT|THREATEN|PROTEST|SANCTION|MOBILIZE|COERCE|ASSAULT)$/;

function section<Claim extends Action | Posture | Stance>(
  title: string,
  claims: readonly Claim[],
  record: ArticleRecord,
  { style, width }: Rendering,
  facts: (claim: Claim) => readonly string[],
): string {
  if (claims.length === 0) return "";
  const paragraph = paragraphNumbers(record.article.text);
  const lines = claims.map((claim) => {
    const told = [...facts(claim), ...standing(claim, record, style), style("dim", claim.id)].join(style("dim", " · "));
    const number = style("dim", `¶${paragraph(claim.evidence[0])}`.padEnd(indent.length));
    return number + wrap(told, width, indent).slice(indent.length);
  });
  return [style("bold", title), ...lines].join("\n");
}

const indent = "     ";

/** How real it is, where it is not simply so, and who says it, where the article does not. */
function standing(claim: Action | Posture | Stance, record: ArticleRecord, style: Style): readonly string[] {
  const { accordingTo } = claim;
  const status = "status" in claim ? claim.status : "happened";
  const statement = record.statements.find(({ id }) => id === accordingTo);
  const speaker = statement?.speaker ?? null;
  const name = record.entities.find(({ id }) => id === speaker?.entity)?.name ?? speaker?.text;
  return [
    ...[plainStatus(status)].flatMap((words) => (words === null ? [] : style("magenta", words))),
    ...(name === undefined ? [] : [style("dim", `according to ${oneLine(name)}`)]),
  ];
}

/** "Norland → its staff", "→ its staff" where nobody is named as the actor; nothing where nobody is named at all. */
function parties(
  actors: readonly Mention[],
  recipients: readonly Mention[],
  record: ArticleRecord,
  style: Style,
): readonly string[] {
  const list = (mentions: readonly Mention[]) => mentions.map((one) => named(one, record, style)).join(", ");
  const told = [
    ...(actors.length === 0 ? [] : [list(actors)]),
    ...(recipients.length === 0 ? [] : [style("dim", "→"), list(recipients)]),
  ];
  return told.length === 0 ? [] : [told.join(" ")];
}

function named(mention: Mention, record: ArticleRecord, style: Style): string {
  return styleWords(calledIn(mention, record), "bold", style);
}

/** The words of a mention; for a pronoun the name of whom it stands for, where that is known. */
function calledIn({ text, entity }: Mention, { entities }: ArticleRecord): string {
  const words = oneLine(text).replace(/[\s,;]+$/, "");
  const known = pronoun.test(words) ? entities.find(({ id }) => id === entity) : undefined;
  return known === undefined ? words : `${known.name} (“${words}”)`;
}

const pronoun =
  /^(?:he|she|it|they|him|her|them|we|us|i|me|you|who|which|that|his|its|their|our|my|your|hers|theirs|ours)$/i;

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
