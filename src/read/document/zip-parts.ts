import { strFromU8, unzipSync } from "fflate";

/** The parts of a ZIP file that a document is packed in, each unpacked when it is asked for. Nothing is written anywhere, so names do no harm. */
export interface ZipParts {
  readonly names: readonly string[];
  /** `null` where there is no such part. @throws {ZipError} where it is too big or broken */
  readonly bytes: (name: string) => Uint8Array | null;
  /** The same as text; parts are XML, and that is UTF-8 or UTF-16. */
  readonly text: (name: string) => string | null;
}

/** Says in a few words why a document cannot be unpacked. */
export class ZipError extends Error {
  override readonly name = "ZipError";
}

/** 24 MiB of XML are a book of several thousand pages. */
const largestPart = 24 * 1024 * 1024;
/** Over all parts that are asked for. */
const largestTotal = 96 * 1024 * 1024;
const mostParts = 10_000;

/** The parts of the ZIP file. @throws {ZipError} where it is none, or has too many parts */
export function zipParts(bytes: Uint8Array): ZipParts {
  const names: string[] = [];
  walk(bytes, (name) => {
    names.push(name);
    return false;
  });
  let total = 0;
  const one = (name: string): Uint8Array | null => {
    const found = walk(bytes, (candidate, size) => {
      if (candidate !== name) return false;
      if (size > largestPart) throw new ZipError(`its part ${shown(name)} unpacks to ${size} bytes`);
      total += size;
      if (total > largestTotal) throw new ZipError(`its parts unpack to more than ${largestTotal} bytes`);
      return true;
    });
    return Object.hasOwn(found, name) ? (found[name] ?? null) : null;
  };
  const text = (name: string): string | null => {
    const part = one(name);
    return part === null ? null : decoded(part);
  };
  return { names, bytes: one, text };
}

type Wanted = (name: string, size: number) => boolean;

/** fflate makes room for the size that the directory tells and never more; a directory without end is stopped here. */
function walk(bytes: Uint8Array, wanted: Wanted): Readonly<Record<string, Uint8Array>> {
  let count = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        if (count > mostParts) throw new ZipError(`it has more than ${mostParts} parts`);
        return wanted(name, originalSize);
      },
    });
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError("its data are broken or cut off", { cause: error });
  }
}

function decoded(part: Uint8Array): string {
  if (part[0] === 0xff && part[1] === 0xfe) return new TextDecoder("utf-16le").decode(part);
  if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder("utf-16be").decode(part);
  return strFromU8(part).replace(/^\ufeff/, "");
}

function shown(name: string): string {
  return name.replace(/[^\w./-]/g, "?").slice(0, 60);
}
