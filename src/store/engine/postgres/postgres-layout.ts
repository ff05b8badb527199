/**
 * Statements that lay out tables, written for SQLite, as PostgreSQL wants them. The layout of a record uses few forms, each on its own line or between
 * commas: columns of four types, keys, indexes, triggers. Texts are compared by their bytes and whole numbers have 64 bits, as in SQLite.
 */
export function postgresLayout(statements: string): string {
  const tables = columnsOf(statements);
  const laidOut = statements
    .replace(trigger, (_, name, time, change, table, condition, body) =>
      triggerOf({ name, time, change, table, condition, body }),
    )
    .replace(index, (_, unique, name, table, columns, rest) => {
      const ordered = splitColumns(columns).map((column) => indexed(column, tables.get(table)));
      return `create ${unique}index ${name} on ${table} (${ordered.join(", ")})${rest};`;
    })
    .replace(column, (_, before, type) => `${before}${types[type as keyof typeof types]}`)
    .replace(/\)(?: strict)?(?:, without rowid)?;/g, ");")
    .replace(/\) strict$/, ")");
  const numbered = Array.from(statements.matchAll(ownKey), ([, table]) => table);
  if (numbered.length === 0) return laidOut;
  const numbering = numbered.map((table) => `alter table ${table} alter key set default next_key('${table}');`);
  return [laidOut.replace(/[^;\s]\s*$/, "$&;"), nextKey, ...numbering].join("\n");
}

/**
 * A row's number is one more than the largest, as in SQLite. A sequence would leave gaps behind each transaction that was undone, and a record be another
 * than of the same articles elsewhere. Only one process writes.
 */
const nextKey = `
  create or replace function next_key(of regclass) returns bigint language plpgsql as $$
  declare free bigint;
  begin
    execute format('select coalesce(max(key), 0) + 1 from %s', of) into free;
    return free;
  end $$;
`;

const types = { integer: "bigint", text: `text collate "C"`, real: "double precision", blob: "bytea" } as const;

const column = /((?:^|[(,]|add column )\s*"?\w+"? )(integer|text|real|blob)\b/gm;
const ownKey = /create table (\w+) \(\s*key integer primary key\b/g;
const index = /create (unique |)index (\w+) on (\w+) \((.*?)\)((?:\s+where [^;]+)?);/g;
const trigger =
  /create trigger (\w+)\s+(before|after) (insert|update|delete) on (\w+)(?: when (.+?))?\s+begin\s+([\s\S]*?)\s*end;/g;

/** A column of a table: its type in PostgreSQL, and whether it may be NULL. */
export interface LayoutColumn {
  readonly type: string;
  readonly canBeNull: boolean;
}

/** The columns of each table in such statements. */
export function columnsOf(statements: string): ReadonlyMap<string, ReadonlyMap<string, LayoutColumn>> {
  const found = new Map<string, Map<string, LayoutColumn>>();
  const note = (table: string, definition: string): void => {
    const [, name, type] = /^\s*"?(\w+)"? (integer|text|real|blob)\b/.exec(definition) ?? [];
    if (name === undefined) return;
    const column = { type: types[type as keyof typeof types], canBeNull: !/ not null| primary key/.test(definition) };
    found.set(table, (found.get(table) ?? new Map<string, LayoutColumn>()).set(name, column));
  };
  for (const [, table = "", inner = ""] of statements.matchAll(/create table (\w+) \(([\s\S]*?)\) strict/g)) {
    for (const definition of splitColumns(inner)) note(table, definition);
  }
  for (const [, table = "", definition = ""] of statements.matchAll(/alter table (\w+) add column ([^;]+)/g)) {
    note(table, definition);
  }
  return found;
}

/** What stands between the commas that are in no brackets. */
function splitColumns(list: string): readonly string[] {
  return list.split(/,(?![^(]*\))/).map((one) => one.trim());
}

/** SQLite takes NULL for less than all else. */
function indexed(written: string, columns: ReadonlyMap<string, LayoutColumn> | undefined): string {
  const [, name = "", folded, order = ""] = /^"?(\w+)"?( collate nocase)?( desc)?$/.exec(written) ?? [];
  const quoted = folded === undefined ? `"${name}"` : `(lower("${name}"))`;
  if (columns?.get(name)?.canBeNull !== true) return `${quoted}${order}`;
  return `${quoted}${order}${order === "" ? " nulls first" : " nulls last"}`;
}

interface Trigger {
  readonly name: string;
  readonly time: string;
  readonly change: string;
  readonly table: string;
  readonly condition: string | undefined;
  readonly body: string;
}

function triggerOf({ name, time, change, table, condition, body }: Trigger): string {
  const work = body.replace(/select raise\(abort, ('[^']*')\);/g, "raise exception $1;");
  return `
    create or replace function ${name}() returns trigger language plpgsql as $$
    begin
      ${work}
      return null;
    end $$;
    create trigger ${name} ${time} ${change} on ${table} for each row ${condition === undefined ? "" : `when (${condition}) `}execute function ${name}();`;
}
