import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, openDesk } from "../browser/opened-desk.js";
import { recordsIn, root, runBuilt } from "../end-to-end/built-program.js";
import type { Check } from "./fault.js";

/** Faults of the machine, and of inputs that are made to do harm. */
export const checks: Readonly<Record<string, Check>> = {
  C03: inFolder(async (folder, { folder: faults, input }) => {
    const file = join(faults, input);
    const db = ["--db", join(folder, "a.db")];
    const commands = [
      ["add", file, ...db],
      ["brief", ...db],
      ["statements", ...db],
      ["search", "embassy", ...db],
      ["read", file],
    ];
    for (const command of commands) {
      const { printed, reported } = await runBuilt(command);
      if (/[\x00-\x08\x0b-\x1f\x7f-\x9f]/.test(printed + reported)) return false;
    }
    return true;
  }),
  C05: inFolder(async (folder, { folder: faults, input }) => {
    const database = join(folder, "zero.db");
    copyFileSync(join(faults, input), database);
    const { status, reported } = await runBuilt(["statements", "--db", database]);
    return status === 1 && /There is no database|is empty/.test(reported) && !/^\s+at /m.test(reported);
  }),
  C07: inFolder(async (folder) => {
    mkdirSync(join(folder, "disk"));
    const script = `mount -t tmpfs -o size=3m none ${folder}/disk; sitrep() { ${process.execPath} bin/sitrep.js "$@"; }
      i=0; while [ $i -lt 12 ]; do sitrep add examples --outlet "Mail $i" --published 2031-03-0$((i % 9 + 1)) --db ${folder}/disk/a.db || break; cat /dev/zero > ${folder}/disk/fill; i=$((i + 1)); done
      sitrep verify --db ${folder}/disk/a.db && echo holds`;
    const { stdout } = spawnSync("unshare", ["-rm", "sh", "-c", `exec 2>&1\n${script}`], {
      cwd: root,
      encoding: "utf8",
    });
    const told = stdout.match(/^added /gm)?.length ?? 0;
    const kept = Number(/^(\d+) texts/m.exec(stdout)?.[1] ?? 0);
    return (
      stdout.includes("the disk is full") &&
      !stdout.includes("rollback") &&
      (told === 0 || (stdout.includes("holds") && kept >= told))
    );
  }),
  C08: inFolder(async (folder, { folder: faults }) => {
    const file = join(folder, "commas.txt");
    writeFileSync(file, readFileSync(join(faults, "C-hostile/commas-4k.txt"), "utf8").repeat(250));
    const started = performance.now();
    const { printed, memory } = await runBuilt(["read", file, "--jsonl"]);
    const [record] = recordsIn(printed);
    const isCut = record?.messages.some(({ code, span }) => code === "text-cut" && span !== null) ?? false;
    return isCut && memory < 1000 && performance.now() - started < 60_000;
  }),
  C29: inFolder(async (folder) => {
    const database = join(folder, "a.db");
    await runBuilt(["add", "examples", "--db", database]);
    const desk = await openDesk(database);
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      const { items } = (await (await fetch(`${desk.address}/api/articles`)).json()) as { items: { id: string }[] };
      await page.goto(`${desk.address}/things/${items[0]?.id}`);
      await page.waitForURL(/\/articles\//);
      await page.locator("main h1").first().waitFor();
      return complaints.length === 0;
    } finally {
      await browser.close();
      await desk.close();
    }
  }),
};

/** A check with a folder of its own, which is gone afterwards. */
function inFolder(check: (folder: string, fault: Parameters<Check>[0]) => Promise<boolean>): Check {
  return async (fault) => {
    const folder = mkdtempSync(join(tmpdir(), "sitrep-fault-"));
    try {
      return await check(folder, fault);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
