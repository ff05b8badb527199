import { sha256 } from "../../text/hash.js";
import type { StoreEngine } from "../engine/engine.js";
import { type PackedBytes, packAlways, packBytes, unpackBytes } from "../packed-bytes.js";
import { readSetting, writeSetting } from "../setting.js";
import type { Store } from "../store.js";
import { StoreError } from "../store-error.js";
import { type ObjectStore, openObjectStore } from "./object-store.js";

/** The setting that names the object store of a record's fetched bytes; where it has none they are in its own table. */
const bytesSetting = "bytes";

/** From now on the record's fetched bytes go to that place. @throws {StoreError} where they go to another already, or cannot be kept there */
export async function settleBytes(engine: StoreEngine, place: string): Promise<void> {
  const known = await readSetting(engine, bytesSetting);
  if (known === place) return;
  if (known !== null) throw new StoreError(`${engine.name} keeps what it fetches in ${known}, and not in ${place}.`);
  // Whatever is wrong there shows now, and not after an hour of reading.
  await opened(place).put(
    "sitrep.txt",
    Buffer.from("What a Sitrep record was read from, by its SHA-256, packed by Brotli.\n"),
  );
  await writeSetting(engine, bytesSetting, place);
}

/** One store for each place, since it keeps its connections. */
const stores = new Map<string, ObjectStore>();

function opened(place: string): ObjectStore {
  const store = stores.get(place) ?? openObjectStore(place, process.env);
  stores.set(place, store);
  return store;
}

/** Bytes that are in an object store, as a row of `fetched` has them. */
const outside: PackedBytes = { bytes: new Uint8Array(), coding: "object" };

/**
 * Keeps fetched bytes where they belong, as far as that is outside the database, and gives how a row has them. Whoever writes the rows does so afterwards: bytes without
 * a row harm nobody.
 *
 * @throws {BytesNotKept} where the object store does not take them
 */
export async function keepBytes(
  store: Pick<Store, "tables">,
  fetched: readonly Uint8Array[],
): Promise<(bytes: Uint8Array) => PackedBytes> {
  if (fetched.length === 0) return packBytes;
  const place = await readSetting(store, bytesSetting);
  if (place === null) return packBytes;
  const named = new Map(fetched.map((bytes) => [nameOf(sha256(bytes)), bytes]));
  const objects = opened(place);
  const waiting = [...named];
  const keepNext = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      await objects.put(next[0], packAlways(next[1]));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, keepNext));
  return () => outside;
}

const atOnce = 4;

function nameOf(hash: string): string {
  return `${hash}.br`;
}

/**
 * The hash of the bytes that a row of `fetched` has or points to; `null` where there are none, or broken ones.
 *
 * @throws {BytesNotKept} where the object store cannot be asked
 */
export async function hashOfKept(
  store: Pick<Store, "tables">,
  row: PackedBytes & { readonly sha256: string },
): Promise<string | null> {
  const packed = row.coding === outside.coding ? await packedObject(store, row.sha256) : row;
  try {
    return packed === null ? null : sha256(unpackBytes(packed));
  } catch {
    return null;
  }
}

async function packedObject(store: Pick<Store, "tables">, hash: string): Promise<PackedBytes | null> {
  const place = await readSetting(store, bytesSetting);
  const bytes = place === null ? null : await opened(place).get(nameOf(hash));
  return bytes === null ? null : { bytes, coding: "br" };
}
