import { join } from "node:path";
import { readArchive } from "../../read/archive/read-archive.js";
import type { Effects } from "../effects.js";
import { GoldMissing } from "./gold.js";

/** What each archive of `archives/` gives: pages, records passed over, and records that are broken, each with its place and the reason. */
export async function countArchives(gold: string, effects: Effects): Promise<string> {
  const folder = join(gold, "archives");
  const names = await effects.listFolder(folder);
  if (names === null || names.length === 0) throw new GoldMissing(folder);
  const lines = [`${"Archives".padEnd(44)}   pages  passed  broken`];
  const all = { page: 0, passed: 0, broken: 0 };
  for (const name of names) {
    const counts = { page: 0, passed: 0, broken: 0 };
    const faults: string[] = [];
    for await (const entry of readArchive(effects.streamFile(join(folder, name)))) {
      counts[entry.kind] += 1;
      all[entry.kind] += 1;
      if (entry.kind === "broken")
        faults.push(`  record ${entry.place.record} at byte ${entry.place.offset}: ${entry.reason}`);
    }
    lines.push(row(name, counts), ...faults);
  }
  return `${[...lines, row(`${names.length} files`, all)].join("\n")}\n`;
}

function row(name: string, { page, passed, broken }: Readonly<Record<"page" | "passed" | "broken", number>>): string {
  return `${name.padEnd(44)}${[page, passed, broken].map((count) => String(count).padStart(8)).join("")}`;
}
