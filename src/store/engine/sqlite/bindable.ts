/** What libsql can be handed as a parameter. */
export type Bindable = string | number | bigint | Uint8Array | null;

/**
 * The value as libsql may have it: true and false as 1 and 0, whole numbers as integers. libsql 0.5 ends the whole process at a boolean
 * and at other values that it does not know, so nothing reaches it that has not been through here.
 *
 * @throws {NotBindable} for any other value, `undefined` among them.
 */
export function bindable(value: unknown): Bindable {
  switch (typeof value) {
    case "string":
    case "bigint":
      return value;
    case "boolean":
      return value ? 1n : 0n;
    case "number":
      // A number is bound as a float otherwise, and shows as one wherever the column does not say what it holds.
      if (Number.isSafeInteger(value)) return BigInt(value);
      if (Number.isFinite(value)) return value;
      break;
    case "object":
      if (value === null) return null;
      if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      break;
  }
  throw new NotBindable(value);
}

/** A query was given a value that the database has no type for. */
export class NotBindable extends TypeError {
  override readonly name = "NotBindable";

  constructor(value: unknown) {
    const found = value instanceof Date ? "a Date" : `${typeof value} ${String(value)}`;
    super(`Found ${found} as a parameter; expected a string, a finite number, a bigint, a boolean, bytes or null.`);
  }
}
