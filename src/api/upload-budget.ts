import { Refusal } from "./refusal.js";

/** In bytes: the largest file that is taken. */
export const largestFile = 32 * 1024 * 1024;

/** In bytes: what files that come in, or wait to be read, may take of memory together. */
const mostWaiting = 4 * largestFile;

/** Room in memory for files that were handed over. */
export interface UploadBudget {
  /** Takes room for a file. @returns what gives it back, once or more often. @throws {Refusal} where the file is too large or there is no room now */
  readonly take: (length: string | undefined) => () => void;
}

export function openUploadBudget(): UploadBudget {
  let taken = 0;
  return {
    take: (length) => {
      if (length === undefined || !/^\d{1,12}$/.test(length)) {
        throw new Refusal("bad_request", "A file has to say how long it is: Content-Length is missing.");
      }
      const size = Number(length);
      if (size > largestFile) {
        throw new Refusal(
          "too_large",
          `A file may have ${largestFile / 1024 / 1024} MB; larger ones are read by \`sitrep add\`.`,
        );
      }
      if (taken + size > mostWaiting)
        throw new Refusal("busy", "Other files are being read; this one can come after them.");
      taken += size;
      let given = false;
      return () => {
        if (!given) taken -= size;
        given = true;
      };
    },
  };
}
