/** Triggers by which the database itself refuses to change or delete a row of the table. */
export function appendOnly(table: string): string {
  return ["update", "delete"]
    .map(
      (change) => `
    create trigger ${table}_no_${change} before ${change} on ${table}
    begin select raise(abort, 'rows of ${table} are never changed'); end;`,
    )
    .join("");
}
