import type { HeadlineView } from "../view/headline-view.js";
import { shortDays } from "../view/plain-dates.js";
import type { Rendering } from "./rendering.js";
import { styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/** Who, where and when, a line each; empty where the record tells none of them. */
export function renderHeadline({ who, where, when }: HeadlineView, { style, width }: Rendering): string {
  const people = who.map(({ name, roles }) => {
    const role = roles.find(({ title }) => !name.toLowerCase().includes(title.toLowerCase()));
    return `${styleWords(name, "bold", style)}${role === undefined ? "" : style("dim", ` (${role.title})`)}`;
  });
  const places = where.map(({ name, country }) => `${name}${country === null ? "" : style("dim", ` (${country})`)}`);
  const days = when === null ? [] : [shortDays(when.first, when.last)];
  const line = (label: string, told: readonly string[]): readonly string[] => {
    if (told.length === 0) return [];
    return [
      style("dim", label.padEnd(indent.length)) +
        wrap(told.join(style("dim", " · ")), width, indent).slice(indent.length),
    ];
  };
  return [...line("who", people), ...line("where", places), ...line("when", days)].join("\n");
}

const indent = " ".repeat(7);
