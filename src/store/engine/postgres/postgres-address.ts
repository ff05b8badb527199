import { StoreError } from "../../store-error.js";

/** Where a record in PostgreSQL is. */
export interface PostgresAddress {
  /** What the driver connects to: the address without what is ours. */
  readonly server: string;
  /** The schema that holds the tables of the record. */
  readonly schema: string;
  /** What messages call it: the address without its password. */
  readonly name: string;
}

const usualSchema = "sitrep";

/**
 * Reads `postgres://user@host:port/database`, with `?schema=` behind it where a record is not in the schema `sitrep`, and with whatever else the driver knows.
 *
 * @throws {StoreError} where it is no address
 */
export function readPostgresAddress(place: string): PostgresAddress {
  if (!URL.canParse(place)) throw new StoreError(`${withoutPassword(place)} is no address of a database. ${example}`);
  const address = new URL(place);
  const schema = address.searchParams.get("schema") ?? usualSchema;
  if (!/^[a-z_][a-z0-9_]{0,50}$/.test(schema) || schema.startsWith("pg_")) {
    throw new StoreError(
      `A record cannot be in a schema “${schema}”. A name has small letters, digits and _, as in news_2031.`,
    );
  }
  const name = withoutPassword(place);
  address.searchParams.delete("schema");
  return { server: address.href, schema, name };
}

const example = "Expected one as in postgres://user@host/database.";

/** The address as it may be shown. */
function withoutPassword(place: string): string {
  return place
    .replace(/^(\w+:\/\/[^:@/?#]*):[^@]*@/, "$1@")
    .replace(/([?&])(?:password|sslkey|sslpassword)=[^&]*&?/g, "$1")
    .replace(/[?&]$/, "");
}
