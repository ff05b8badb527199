import { readFileSync } from "node:fs";

/** The version in the package's own `package.json`, which lies two folders above this file, built or not. */
export const version: string = readVersion(new URL("../../package.json", import.meta.url));

function readVersion(file: URL): string {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (typeof content === "object" && content !== null && "version" in content && typeof content.version === "string") {
    return content.version;
  }
  throw new Error(`Found no version in ${file.pathname}; expected the package.json that the program came with.`);
}
