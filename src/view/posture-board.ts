import type { HistoryView, StateView } from "./history-view.js";
import { aspectsInOrder, plainAspect, plainState } from "./plain-words.js";

/** What one state has in a country, its mission, forces and advice; or what is the country's own, as its airspace. */
export interface BoardRow {
  readonly key: string;
  readonly name: string;
  /** The institution whose page tells of it, a mission before all else; `null` where none is known across the record. */
  readonly institution: string | null;
  /** The entity that the words for it name. */
  readonly id: string | null;
  readonly histories: readonly HistoryView[];
}

/** What is in one country, or its own. */
export interface BoardGroup {
  readonly country: string;
  readonly rows: readonly BoardRow[];
}

/** What a board can be narrowed down to, each by its name in the address. */
export interface BoardFilter {
  readonly aspect: string | null;
  /** An aspect and a value, or "contested". */
  readonly state: string | null;
  readonly host: string | null;
  readonly sender: string | null;
}

/** A value that a filter can take, and how many histories it leaves. */
export interface FilterChoice {
  readonly value: string;
  readonly words: string;
  readonly count: number;
}

/** What holds now, else what was told last. */
export function stateNow({ states }: HistoryView): StateView | null {
  return states.findLast((one) => holds(one) && one.until === null) ?? states.findLast(holds) ?? states.at(-1) ?? null;
}

function holds({ standing }: StateView): boolean {
  return standing === "in_force" || standing === "disputed";
}

/** Rows by country, then by whose they are; what is of no known country has none. */
export function boardOf(histories: readonly HistoryView[]): readonly BoardGroup[] {
  const rows = new Map<string, HistoryView[]>();
  for (const one of histories) {
    const key = rowKey(one);
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  const groups = new Map<string, BoardRow[]>();
  for (const [key, own] of rows) {
    const [first] = own;
    const host = first === undefined ? null : hostOf(first);
    if (first === undefined || host === null) continue;
    const row: BoardRow = {
      key,
      name: rowName(first),
      institution: (own.find(({ institution }) => institution?.kind === "mission") ?? first).institution?.key ?? null,
      id: own.find(({ subject }) => subject.id !== null)?.subject.id ?? null,
      histories: own,
    };
    groups.set(host, [...(groups.get(host) ?? []), row]);
  }
  return [...groups]
    .map(([country, own]) => ({ country, rows: own.toSorted((a, b) => a.name.localeCompare(b.name, "en")) }))
    .toSorted((a, b) => a.country.localeCompare(b.country, "en"));
}

/** What is in no known country, by aspect: no table has rows for it. */
export function unplacedOf(
  histories: readonly HistoryView[],
): readonly { readonly aspect: HistoryView["aspect"]; readonly histories: readonly HistoryView[] }[] {
  const unplaced = histories.filter((one) => hostOf(one) === null);
  return aspectsInOrder
    .map((aspect) => ({ aspect, histories: unplaced.filter((one) => one.aspect === aspect) }))
    .filter((group) => group.histories.length > 0);
}

/** Those that pass; with `but` all but that part of the filter is asked. */
export function passing(
  histories: readonly HistoryView[],
  filter: BoardFilter,
  but: keyof BoardFilter | null = null,
): readonly HistoryView[] {
  const names = (Object.keys(filter) as (keyof BoardFilter)[]).filter((name) => name !== but && filter[name] !== null);
  return histories.filter((one) => names.every((name) => valuesOf(one, name).includes(filter[name] ?? "")));
}

/** The values that a part of the filter can take with the other parts as they are, each with its count, and the one that is chosen. */
export function choicesOf(
  histories: readonly HistoryView[],
  filter: BoardFilter,
  name: keyof BoardFilter,
): readonly FilterChoice[] {
  const counts = new Map<string, number>(filter[name] === null ? [] : [[filter[name], 0]]);
  for (const one of passing(histories, filter, name))
    for (const value of valuesOf(one, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count, words: wordsOf(name, value) }))
    .toSorted((a, b) => a.words.localeCompare(b.words, "en"));
}

/** The first and the last day of the states, for strips on one axis, the first not before `least`; `null` where none is dated. */
export function daysOf(
  histories: readonly HistoryView[],
  least: string | null = null,
): { readonly first: string; readonly last: string } | null {
  const days = histories
    .flatMap(({ states }) =>
      states.flatMap(({ from, until }) => [from, until].flatMap((day) => day?.slice(0, 10) ?? [])),
    )
    .toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { first: least !== null && least > first && least < last ? least : first, last };
}

const contested = "contested";

function valuesOf(history: HistoryView, name: keyof BoardFilter): readonly string[] {
  switch (name) {
    case "aspect":
      return [history.aspect];
    case "state": {
      const now = stateNow(history);
      if (now === null) return [];
      return [`${history.aspect} ${now.value}`, ...(now.standing === "disputed" ? [contested] : [])];
    }
    case "host":
      return [hostOf(history) ?? nowhere];
    case "sender":
      return [senderOf(history) ?? nobody];
  }
}

const nowhere = "-";
const nobody = "-";

function wordsOf(name: keyof BoardFilter, value: string): string {
  switch (name) {
    case "aspect":
      return plainAspect(value);
    case "state": {
      if (value === contested) return "Contested";
      const [aspect = "", state = ""] = value.split(" ");
      return `${plainAspect(aspect)}: ${plainState(aspect, state)}`;
    }
    case "host":
      return value === nowhere ? "Not told" : value;
    case "sender":
      return value === nobody ? "None, or not told" : value;
  }
}

/** Airspace, a border and an alert are a country's own; all else stands in one. */
function hostOf({ institution }: HistoryView): string | null {
  if (institution === null) return null;
  return isOwn(institution.kind) ? institution.of : institution.in;
}

function senderOf({ institution }: HistoryView): string | null {
  return institution === null || isOwn(institution.kind) ? null : institution.of;
}

function isOwn(kind: string): boolean {
  return kind === "airspace" || kind === "border" || kind === "alert";
}

/** Countries and a town tell rows apart. */
function rowKey(history: HistoryView): string {
  const { institution, subject } = history;
  if (institution === null || institution.kind === "ties")
    return institution?.key ?? subject.id ?? subject.name.toLowerCase();
  return [hostOf(history) ?? subject.name, senderOf(history) ?? "", institution.town ?? ""].join(" ");
}

function rowName(history: HistoryView): string {
  const { institution, subject } = history;
  const sender = senderOf(history);
  if (institution === null || institution.kind === "ties") return subject.name;
  if (sender === null) return "Its own";
  return institution.town === null ? sender : `${sender}, ${institution.town}`;
}
