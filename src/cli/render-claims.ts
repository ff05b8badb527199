import type { Action } from "../record/action.js";
import type { Mention } from "../record/mention.js";
import type { Posture } from "../record/posture.js";
import type { ArticleRecord } from "../record/record.js";
import type { Stance } from "../record/stance.js";
import { paragraphNumbers } from "./paragraph-numbers.js";
import type { Rendering } from "./rendering.js";
import { type Style, styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/** The postures of a record, a line each: whose state, which, who settled it. Empty where there are none. */
export function renderPostures(record: ArticleRecord, rendering: Rendering): string {
  const { style } = rendering;
  return section("Postures", record.postures, record, rendering, (posture) => [
    named(posture.subject, style),
    style("yellow", `${posture.aspect}: ${posture.value}`.replaceAll("_", " ")),
    ...(posture.by === null || posture.by.text === posture.subject.text ? [] : [`by ${oneLine(posture.by.text)}`]),
  ]);
}

/** The actions of a record, a line each: who to whom, the type, the words that tell of it. Empty where there are none. */
export function renderActions(record: ArticleRecord, rendering: Rendering): string {
  const { style } = rendering;
  return section("Actions", record.actions, record, rendering, ({ actors, recipients, type, trigger }) => [
    [parties(actors, style), ...(recipients.length === 0 ? [] : [style("dim", "→"), parties(recipients, style)])].join(
      " ",
    ),
    `${style(hostile.test(type) ? "red" : "green", type.toLowerCase())} “${oneLine(trigger.text)}”`,
  ]);
}

/** The stances of a record, a line each: who, what of whom or of what words, how hedged. Empty where there are none. */
export function renderStances(record: ArticleRecord, rendering: Rendering): string {
  const { style } = rendering;
  return section("Stances", record.stances, record, rendering, ({ holder, relation, target, hedge }) => {
    const { speaker } = record.statements.find(({ id }) => id === target.statement) ?? { speaker: null };
    const about = target.mention ?? speaker;
    const colour =
      relation === "supports" || relation === "agrees" ? "green" : relation === "responds" ? "cyan" : "red";
    return [
      named(holder, style),
      style(colour, relation === "responds" ? "responds to" : relation.replace("_", " ")) +
        (about === null ? "" : ` ${oneLine(about.text)}`),
      ...(hedge === null ? [] : [style("yellow", `~ ${oneLine(hedge.text)}`)]),
    ];
  });
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
    const told = [...facts(claim), ...standing(claim, record, style)].join(style("dim", " · "));
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
    ...(status === "happened" ? [] : [style("magenta", status.replace("_", " "))]),
    ...(name === undefined ? [] : [style("dim", `says ${oneLine(name)}`)]),
  ];
}

function parties(mentions: readonly Mention[], style: Style): string {
  return mentions.length === 0 ? style("italic", "nobody named") : mentions.map((one) => named(one, style)).join(", ");
}

function named({ text }: Mention, style: Style): string {
  return styleWords(oneLine(text), "bold", style);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
