/**
 * A string that carries what it names in its prefix and in its type, so that a place's id cannot stand where a statement's is asked for.
 */
export type Id<Prefix extends string> = `${Prefix}_${string}` & { readonly [brand]: Prefix };

declare const brand: unique symbol;

export type EntityId = Id<"en">;
export type PlaceId = Id<"pl">;
export type TimeId = Id<"ti">;
export type StatementId = Id<"st">;
export type ActionId = Id<"ac">;
export type PostureId = Id<"po">;
export type StanceId = Id<"sn">;

/**
 * A function that gives the ids of one record in order: `st_1`, `st_2`, …. They count within the record, so that the same text gives
 * the same ids wherever it is read.
 */
export function idCounter<Prefix extends string>(prefix: Prefix): () => Id<Prefix> {
  let count = 0;
  return () => {
    count += 1;
    return idOf(prefix, count);
  };
}

/** The id with that prefix and number: `idOf("st", 1)` is `st_1`. */
export function idOf<Prefix extends string>(prefix: Prefix, number: number): Id<Prefix> {
  // The brand exists for the compiler only; this and `idSchema` (id-schema.ts) are the places that put it on.
  return `${prefix}_${number}` as Id<Prefix>;
}
