import { Command, Option } from "commander";
import { firstOf } from "../ask/first-of.js";
import { namedEntities } from "../ask/named-entities.js";
import { toldEntity } from "../ask/told-entity.js";
import type { Effects } from "../run/effects.js";
import type { Store } from "../store/store.js";
import type { EntityView, NamedEntityView } from "../view/entity-view.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { printById } from "./print-by-id.js";
import { limitOption } from "./question-options.js";
import { renderEntity, renderNamedEntity } from "./render-entity.js";
import type { Rendering } from "./rendering.js";

interface WhoOptions extends DatabaseOption {
  readonly limit: number;
  readonly json?: true;
}

/** `sitrep who`: shows a person or body across articles. */
export function whoCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("who")
    .summary("show a person or body: names, roles, what they said and did")
    .description(
      "Prints the names and roles of a person or body, with the dates of the articles that give them, why these are taken for one person or body, and what they said and did lately. If several match the name, they are listed.",
    )
    .argument("<name...>", "a name, part of a name, or an id as wh_28f3a0d5b1c94e67")
    .addOption(limitOption("lines, and people of one name,"))
    .addOption(new Option("--json", "print the answer as one JSON object"))
    .addOption(databaseOption())
    .action(async (name: string[], options: WhoOptions) => exit(await who(name.join(" "), options, effects)));
}

function who(name: string, options: WhoOptions, effects: Effects): Promise<ExitStatus> {
  const ask = async (store: Store) => {
    const known = await toldEntity(store, name, options.limit, effects);
    if (known !== null) return { data: { entities: [named(known)], more: false, entity: known }, page: pageOf(known) };
    const { limit } = options;
    const { items: entities, more } = firstOf(await namedEntities(store, name, { limit: limit + 1 }, effects), limit);
    const [only] = entities;
    if (only === undefined) return null;
    const entity = entities.length === 1 ? await toldEntity(store, only.id, limit, effects) : null;
    const page = entity === null ? (to: Rendering) => renderNamed(entities, more, to) : pageOf(entity);
    return { data: { entities, more, entity }, page };
  };
  return printById(options, ask, `The database knows nobody called “${name}”.`, effects);
}

function pageOf(entity: EntityView): (to: Rendering) => string {
  return (to) => renderEntity(entity, to);
}

function named({ id, name, kind, country, countryName, roles, articles }: EntityView): NamedEntityView {
  return { id, name, kind, country, countryName, roles: roles.map(({ title }) => title), articles };
}

function renderNamed(entities: readonly NamedEntityView[], more: boolean, rendering: Rendering): string {
  const rest = more ? `${rendering.style("dim", "… and more: a fuller name finds fewer")}\n` : "";
  return `${entities.map((one) => `${renderNamedEntity(one, rendering)}\n`).join("")}${rest}`;
}
