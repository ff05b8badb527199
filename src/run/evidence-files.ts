import { fileURLToPath } from "node:url";
import type { Effects } from "./effects.js";

/** The script and the instructions that go into every evidence bundle. */
export async function readEvidenceFiles({
  readFile,
}: Pick<Effects, "readFile">): Promise<{ readonly script: string; readonly readme: string }> {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await readFile(fileURLToPath(new URL(`../../data/evidence/${name}`, import.meta.url))));
  return { script: await read("check.mjs"), readme: await read("README.md") };
}
