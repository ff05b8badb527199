import type { Effects } from "../run/effects.js";
import { type OfficialSource, officialSources } from "../run/official-sources.js";
import type { ExitStatus } from "./exit-status.js";

/** Prints the official sources that are ready made, a line each. */
export async function listOfficial(
  { json }: { readonly json: boolean },
  effects: Pick<Effects, "readFile" | "print">,
): Promise<ExitStatus> {
  const official = await officialSources(effects);
  await effects.print(json ? `${JSON.stringify({ official }, null, 2)}\n` : `${official.map(lineOf).join("\n")}\n`);
  return 0;
}

function lineOf({ id, issuer, what, address }: OfficialSource): string {
  return [`official:${id}`, issuer, what, address].join(" · ");
}
