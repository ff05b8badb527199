import type { EntityView, NamedEntityView, RoleView } from "../view/entity-view.js";
import type { LineView } from "../view/line-view.js";
import { shortDays } from "../view/plain-dates.js";
import { plainKind } from "../view/plain-words.js";
import { counted } from "./counted.js";
import { renderLines } from "./render-lines.js";
import type { Rendering } from "./rendering.js";
import { styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/** Somebody across articles: names, roles with dates, why articles are held to mean the same, and what they said and did lately. */
export function renderEntity(entity: EntityView, rendering: Rendering): string {
  const { style, width } = rendering;
  const { name, kind, country, articles, within, id, otherNames, roles, reasons } = entity;
  const facts = [styleWords(name, "bold", style), plainKind(kind), ...(country === null ? [] : [country])];
  const heading = [...facts, counted(articles, "article")].join(style("dim", " · "));
  const also = otherNames.length === 0 ? [] : [wrap(`also ${otherNames.join(", ")}`, width, "  ")];
  const parts = [
    [wrap(`${heading} ${style("dim", id)}`, width, ""), ...also].join("\n"),
    within === null ? "" : style("dim", `Names, roles and reasons by the latest ${counted(within, "article")}.`),
    titled(
      "Roles",
      roles.map((role) => renderRole(role, rendering)),
      rendering,
    ),
    titled(
      "Held to be one",
      reasons.map(({ reason, article, articles: count }) =>
        wrap(`${reason}: ${counted(count, "article")}, first ${style("dim", article)}`, width, "  "),
      ),
      rendering,
    ),
    ...latest("Said and did lately", entity.lines, entity.moreLines, rendering),
    ...latest("By others", entity.byOthers, entity.moreByOthers, rendering),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function latest(title: string, lines: readonly LineView[], isMore: boolean, rendering: Rendering): readonly string[] {
  if (lines.length === 0) return [];
  const { style } = rendering;
  return [
    `${style("bold", title)}\n\n${renderLines(lines, rendering).trimEnd()}`,
    isMore ? style("dim", "… and more before these") : "",
  ];
}

/** Somebody in a list, with the id at the end. */
export function renderNamedEntity(entity: NamedEntityView, { style, width }: Rendering): string {
  const { id, name, kind, country, roles, articles } = entity;
  const facts = [
    styleWords(name, "bold", style),
    plainKind(kind),
    ...(country === null ? [] : [country]),
    ...(roles.length === 0 ? [] : [roles.join(", ")]),
    counted(articles, "article"),
  ];
  return wrap(`${facts.join(style("dim", " · "))} ${style("dim", id)}`, width, "");
}

function renderRole({ title, of, former, from, to, articles, first }: RoleView, { style, width }: Rendering): string {
  const role = `${former ? "former " : ""}${of === null ? title : `${title} of ${of}`}`;
  const facts = [styleWords(role, "bold", style), `told ${shortDays(from, to)}`, counted(articles, "article")];
  return wrap(
    `${facts.join(style("dim", " · "))}${first === null ? "" : `, first ${style("dim", first)}`}`,
    width,
    "  ",
  );
}

function titled(title: string, lines: readonly string[], { style }: Rendering): string {
  return lines.length === 0 ? "" : [style("bold", title), "", ...lines].join("\n");
}
