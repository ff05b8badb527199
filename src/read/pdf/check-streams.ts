import { createInflate } from "node:zlib";

/** 128 MiB: a stream of text or a font is far smaller, and pdf.js holds one whole. Pictures it leaves alone, unless a page takes one for its text. */
const largestStream = 128 * 1024 * 1024;
const largestPicture = 512 * 1024 * 1024;

/** Deflate packs no better than 1,032 to 1: what is shorter cannot unpack to more. */
const bestRatio = 1_032;

/** Whether a stream in the file unpacks to more than pdf.js should be given. Looks at the streams that are long enough for it, and at filters in a row. */
export async function hasBomb(bytes: Uint8Array): Promise<boolean> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = whole.indexOf("stream"); at >= 0; at = whole.indexOf("stream", at + 6)) {
    if (whole.toString("latin1", at - 3, at) === "end") continue;
    const before = whole.toString("latin1", Math.max(0, at - 400), at);
    const dictionary = before.slice(before.lastIndexOf(" obj") + 1);
    if (packedTwice.test(dictionary)) return true;
    const most = /\/Subtype\s*\/Image\b/.test(dictionary) ? largestPicture : largestStream;
    const end = whole.indexOf("endstream", at);
    const data = whole.subarray(at + 6 + (whole[at + 6] === 0x0d ? 2 : 1), end < 0 ? whole.length : end);
    if (data.length > most / bestRatio && (await unpacksBeyond(data, most))) return true;
    at += 6 + data.length;
  }
  return false;
}

const packedTwice =
  /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\s*\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/;

/** Counts what comes out, a chunk at a time; what is no deflate data counts as small. */
function unpacksBeyond(data: Uint8Array, most: number): Promise<boolean> {
  return new Promise((resolve) => {
    const inflate = createInflate();
    let size = 0;
    const finish = (is: boolean): void => {
      inflate.destroy();
      resolve(is);
    };
    inflate.on("data", (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > most) finish(true);
    });
    inflate.on("error", () => resolve(false));
    inflate.on("end", () => finish(false));
    inflate.end(data);
  });
}
