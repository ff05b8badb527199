import {
  type Feature,
  features,
  type Gazetteer,
  type KnownPlace,
  type NamedPlace,
  namings,
  type PlaceNaming,
} from "./gazetteer.js";

/** A place on its way into the file. */
export interface PlaceEntry extends Omit<KnownPlace, "index"> {
  /** The place that holds it, by its number in the list; it stands earlier in it. */
  readonly parent: number | null;
  /** By which keys it is found. */
  readonly keys: ReadonlyMap<string, PlaceNaming>;
}

/** "SITREPG1" as two numbers; the last figure is the layout's version. */
const magic = [0x52544953, 0x31475045] as const;
const none = 0xffffffff;

/** The numbers at the head of the file, after the magic ones. */
const headLength = 5;

interface Layout {
  readonly places: number;
  readonly keys: number;
  readonly postings: number;
  readonly nameBytes: number;
  readonly keyBytes: number;
}

/** Views on the bytes: one number for each place, key or posting; strings lie end to end, with where each starts. */
interface Columns {
  readonly lat: Float32Array;
  readonly lon: Float32Array;
  readonly population: Uint32Array;
  readonly geonames: Uint32Array;
  readonly parent: Uint32Array;
  /** The feature's number, and the two letters of the country above it. */
  readonly kind: Uint32Array;
  readonly nameStart: Uint32Array;
  readonly keyStart: Uint32Array;
  readonly postingStart: Uint32Array;
  /** The place's number, and that of the naming in its two lowest bits. */
  readonly postings: Uint32Array;
  readonly names: Uint8Array;
  readonly keyNames: Uint8Array;
}

/** The file of these places: numbers in columns, keys in order. The same list gives the same bytes. */
export function encodeGazetteer(entries: readonly PlaceEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const postings = new Map<string, number[]>();
  entries.forEach(({ keys }, index) => {
    for (const [key, naming] of keys) {
      const posting = index * 4 + namings.indexOf(naming);
      const list = postings.get(key);
      if (list) list.push(posting);
      else postings.set(key, [posting]);
    }
  });
  const keys = [...postings.keys()].sort();
  const names = entries.map(({ name }) => encoder.encode(name));
  const layout: Layout = {
    places: entries.length,
    keys: keys.length,
    postings: [...postings.values()].reduce((sum, list) => sum + list.length, 0),
    nameBytes: names.reduce((sum, { length }) => sum + length, 0),
    keyBytes: keys.reduce((sum, { length }) => sum + length, 0),
  };
  const bytes = new Uint8Array(sizeOf(layout));
  new Uint32Array(bytes.buffer, 0, 2 + headLength).set([...magic, ...Object.values(layout)]);
  const columns = columnsOf(bytes, layout);
  fillPlaces(columns, entries, names);
  fillKeys(
    columns,
    keys.map((key) => [encoder.encode(key), postings.get(key) ?? []]),
  );
  return bytes;
}

function fillPlaces(columns: Columns, entries: readonly PlaceEntry[], names: readonly Uint8Array[]): void {
  let at = 0;
  entries.forEach((entry, i) => {
    columns.lat[i] = entry.lat;
    columns.lon[i] = entry.lon;
    columns.population[i] = entry.population;
    columns.geonames[i] = entry.geonames ?? 0;
    columns.parent[i] = entry.parent ?? none;
    const [first = 0, second = 0] = [...(entry.country ?? "")].map((letter) => letter.charCodeAt(0));
    columns.kind[i] = features.indexOf(entry.feature) + first * 0x100 + second * 0x10000;
    columns.nameStart[i] = at;
    columns.names.set(names[i] ?? [], at);
    at += names[i]?.length ?? 0;
  });
  columns.nameStart[entries.length] = at;
}

function fillKeys(columns: Columns, keys: readonly (readonly [Uint8Array, readonly number[]])[]): void {
  let at = 0;
  let posting = 0;
  keys.forEach(([key, list], i) => {
    columns.keyStart[i] = at;
    columns.keyNames.set(key, at);
    at += key.length;
    columns.postingStart[i] = posting;
    columns.postings.set(list, posting);
    posting += list.length;
  });
  columns.keyStart[keys.length] = at;
  columns.postingStart[keys.length] = posting;
}

/**
 * The gazetteer in these bytes, which it reads in place: opening takes no time, and threads can share them.
 *
 * @throws {GazetteerBroken} where they are none that {@link encodeGazetteer} wrote.
 */
export function openGazetteer(given: Uint8Array): Gazetteer {
  // Numbers of four bytes can be read in place only where they start at a multiple of four.
  const bytes = given.byteOffset % 4 === 0 ? given : Uint8Array.from(given);
  const columns = columnsOf(bytes, layoutOf(bytes));
  const decoder = new TextDecoder();
  const text = (pool: Uint8Array, start: number, end: number): string => decoder.decode(pool.subarray(start, end));
  const placeAt = (index: number): KnownPlace => {
    const kind = columns.kind[index] ?? 0;
    return {
      index,
      name: text(columns.names, columns.nameStart[index] ?? 0, columns.nameStart[index + 1] ?? 0),
      feature: featureOf(kind),
      country: kind < 0x100 ? null : String.fromCharCode((kind >> 8) & 0xff, (kind >> 16) & 0xff),
      lat: degrees(columns.lat[index]),
      lon: degrees(columns.lon[index]),
      population: columns.population[index] ?? 0,
      geonames: columns.geonames[index] || null,
    };
  };
  const ancestors = function* (index: number): Generator<number> {
    for (let at = columns.parent[index] ?? none; at !== none; at = columns.parent[at] ?? none) yield at;
  };
  return {
    find(key) {
      const at = findKey(key, columns);
      if (at === null) return [];
      const list = columns.postings.subarray(columns.postingStart[at], columns.postingStart[at + 1]);
      return Array.from(
        list,
        (posting): NamedPlace => ({ place: placeAt(posting >>> 2), naming: namingOf(posting & 3) }),
      );
    },
    isWithin(inner, outer) {
      for (const index of ancestors(inner.index)) if (index === outer.index) return true;
      return false;
    },
    around: ({ index }) => [...ancestors(index)].map(placeAt),
  };
}

/** The file is not the one that the program was built with. */
export class GazetteerBroken extends Error {
  override readonly name = "GazetteerBroken";
}

function featureOf(kind: number): Feature {
  return features[kind & 0xff] ?? "area";
}

function namingOf(number: number): PlaceNaming {
  return namings[number] ?? "byname";
}

/** Four decimals are eleven metres; more would be the noise of a short float. */
function degrees(value: number | undefined): number {
  return Math.round((value ?? 0) * 1e4) / 1e4;
}

function findKey(key: string, { keyStart, keyNames }: Columns): number | null {
  let low = 0;
  let high = keyStart.length - 2;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareKey(key, keyNames, keyStart[middle] ?? 0, keyStart[middle + 1] ?? 0);
    if (order === 0) return middle;
    if (order < 0) high = middle - 1;
    else low = middle + 1;
  }
  return null;
}

/** Keys are ASCII, so that a unit is a byte and the order of strings is that of bytes. */
function compareKey(key: string, pool: Uint8Array, start: number, end: number): number {
  const shared = Math.min(key.length, end - start);
  for (let i = 0; i < shared; i++) {
    const difference = key.charCodeAt(i) - (pool[start + i] ?? 0);
    if (difference !== 0) return difference;
  }
  return key.length - (end - start);
}

function layoutOf(bytes: Uint8Array): Layout {
  const length = 2 + headLength;
  const head = bytes.length < length * 4 ? [] : new Uint32Array(bytes.buffer, bytes.byteOffset, length);
  const [first, second, places = 0, keys = 0, postings = 0, nameBytes = 0, keyBytes = 0] = head;
  const layout = { places, keys, postings, nameBytes, keyBytes };
  if (first !== magic[0] || second !== magic[1] || bytes.length !== sizeOf(layout)) {
    throw new GazetteerBroken(
      `Found ${bytes.length} bytes that are no gazetteer of this version; build the program again (npm run build).`,
    );
  }
  return layout;
}

function sizeOf({ places, keys, postings, nameBytes, keyBytes }: Layout): number {
  return 4 * (2 + headLength + 7 * places + 1 + 2 * (keys + 1) + postings) + nameBytes + keyBytes;
}

function columnsOf(bytes: Uint8Array, { places, keys, postings, nameBytes, keyBytes }: Layout): Columns {
  let at = bytes.byteOffset + 4 * (2 + headLength);
  const take = <View>(
    View: new (buffer: ArrayBufferLike, start: number, length: number) => View,
    length: number,
    size: number,
  ): View => {
    const view = new View(bytes.buffer, at, length);
    at += length * size;
    return view;
  };
  return {
    lat: take(Float32Array, places, 4),
    lon: take(Float32Array, places, 4),
    population: take(Uint32Array, places, 4),
    geonames: take(Uint32Array, places, 4),
    parent: take(Uint32Array, places, 4),
    kind: take(Uint32Array, places, 4),
    nameStart: take(Uint32Array, places + 1, 4),
    keyStart: take(Uint32Array, keys + 1, 4),
    postingStart: take(Uint32Array, keys + 1, 4),
    postings: take(Uint32Array, postings, 4),
    names: take(Uint8Array, nameBytes, 1),
    keyNames: take(Uint8Array, keyBytes, 1),
  };
}
