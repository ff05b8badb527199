import { type UnzipFileInfo, unzipSync } from "fflate";

/** A web archive within a WACZ file, or why one cannot be had. */
export type ArchiveInWacz =
  | { readonly kind: "archive"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "broken"; readonly name: string | null; readonly reason: string };

/** 512 MiB, and as much again while one of its archives is read. */
const largestWacz = 512 * 1024 * 1024;

/** WARC files are packed by themselves, and no better for being packed again. */
const mostTimes = 20;

/** The WARC files in a WACZ file (a ZIP of them with lists of their pages), one at a time in the order of their names. Never throws on what the bytes hold. */
export function* archivesInWacz(bytes: Uint8Array): Generator<ArchiveInWacz> {
  if (bytes.length > largestWacz) {
    const reason = `it has ${bytes.length} bytes; up to ${largestWacz} are read, and any number as the WARC files in it`;
    return yield { kind: "broken", name: null, reason };
  }
  const files = directoryOf(bytes);
  if (files === null)
    return yield { kind: "broken", name: null, reason: "its directory is missing or broken: it may be cut off" };
  if (files.length === 0) return yield { kind: "broken", name: null, reason: "it holds no WARC file" };
  for (const { name, originalSize } of files) {
    if (originalSize > Math.min(largestWacz, bytes.length * mostTimes)) {
      yield { kind: "broken", name, reason: `it unpacks to ${originalSize} bytes, which is too much for its size` };
      continue;
    }
    const archive = unpacked(bytes, name);
    yield archive === null
      ? { kind: "broken", name, reason: "its bytes are broken" }
      : { kind: "archive", name, bytes: archive };
  }
}

function directoryOf(bytes: Uint8Array): readonly UnzipFileInfo[] | null {
  const files: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (file) => {
        if (/\.warc(?:\.gz)?$/i.test(file.name)) files.push(file);
        return false;
      },
    });
  } catch {
    return null;
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function unpacked(bytes: Uint8Array, wanted: string): Uint8Array | null {
  try {
    return unzipSync(bytes, { filter: ({ name }) => name === wanted })[wanted] ?? null;
  } catch {
    return null;
  }
}
