import type { Retrieval } from "../retrieval.js";
import { pageWords } from "./page-words.js";

const wallPaths: ReadonlySet<string> = new Set(pageWords["wall-path"]);

/** Says of a retrieval whether the address that was asked led on to one of a page that sells, asks to sign in or refuses: `/subscribe?from=/quay`. */
export function isLedToWall({ requested, address }: Pick<Retrieval, "requested" | "address">): boolean {
  if (address === null || requested === null || requested === address) return false;
  return hasWallPath(address) && !hasWallPath(requested);
}

function hasWallPath(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, pathname } = new URL(address);
  const parts = pathname
    .toLowerCase()
    .split("/")
    .filter((part) => part !== "");
  const names = parts.slice(0, deepest).map((part) => part.replace(/\.\w{2,5}$/, ""));
  return [hostname.split(".")[0] ?? "", ...names].some((name) => wallPaths.has(name));
}

/** Of the parts of a path; what stands deeper is the name of a story. */
const deepest = 2;
