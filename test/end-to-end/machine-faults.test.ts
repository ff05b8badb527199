import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { root, runBuilt } from "./built-program.js";

const path = temporaryFolder();

/** Whether a shell may have a disk of its own, as it may not in some containers. */
const mayMount = spawnSync("unshare", ["-rm", "true"]).status === 0;

/** Runs `script` with the program as `sitrep` and a disk of so many KiB as `$DISK`, which nobody else sees. */
function onSmallDisk(size: number, script: string): { readonly output: string } {
  mkdirSync(path("disk"), { recursive: true });
  const before = `DISK=${path("disk")}; mount -t tmpfs -o size=${size}k none $DISK; sitrep() { ${process.execPath} bin/sitrep.js "$@"; }`;
  const { stdout } = spawnSync("unshare", ["-rm", "sh", "-c", `exec 2>&1\n${before}\n${script}`], {
    cwd: root,
    encoding: "utf8",
  });
  return { output: stdout };
}

function articles(count: number): string {
  const file = path("articles.jsonl");
  const lines = Array.from({ length: count }, (_, i) => {
    const text = `Quay ${i} shut\n\nMayor Ada Lenz said on Monday that quay ${i} in Lem had fallen. “It is gone,” she said. Norland closed its embassy in Tarvenia.`;
    return JSON.stringify({ id: `a${i}`, text, published: "2031-03-03" });
  });
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

describe.skipIf(!mayMount)("disks", () => {
  test("a full one is said in those words, all that was told is kept and can be read", () => {
    const { output } = onSmallDisk(
      3000,
      `sitrep add ${articles(40)} --db $DISK/a.db; echo "add $?"; sitrep verify --db $DISK/a.db; echo "verify $?"; sitrep statements --json --limit 1 --db $DISK/a.db > /dev/null; echo "statements $?"; sitrep brief --db $DISK/a.db; echo "brief $?"`,
    );
    const told = output.match(/^added a\d+/gm)?.length ?? 0;
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(40);
    expect(output.match(/the disk is full/g)).toHaveLength(1);
    expect(output).toMatch(/^add 1$/m);
    // More may have got in than was told, and nothing less.
    expect(Number(/^(\d+) texts/m.exec(output)?.[1])).toBeGreaterThanOrEqual(told);
    expect(output).toMatch(/^verify 0$/m);
    expect(output).toMatch(/^statements 0$/m);
    expect(output).toContain("what came in on 1 day is not linked yet and not told here");
    expect(output).toMatch(/^brief 0$/m);
  }, 180_000);

  test("a record on a read-only one can be read, and what would write says why it cannot", () => {
    const { output } = onSmallDisk(
      20_000,
      `sitrep add ${articles(2)} --db $DISK/a.db; rm -f $DISK/a.db-shm $DISK/a.db-wal; mount -o remount,ro $DISK; sitrep statements --db $DISK/a.db; echo "statements $?"; sitrep add ${articles(3)} --db $DISK/a.db; echo "add $?"; mount -o remount,rw $DISK; rm $DISK/a.db-writer; mount -o remount,ro $DISK; sitrep add ${articles(3)} --db $DISK/a.db; echo "add $?"`,
    );
    expect(output).toContain("It is gone,");
    expect(output).toMatch(/^statements 0$/m);
    // With the file beside it that a writer has locked before, and without.
    expect(output.match(/a\.db cannot be written, only read/g)).toHaveLength(2);
    expect(output.match(/^add 1$/gm)).toHaveLength(2);
  }, 180_000);
});

const controls = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

test("no control character of an article, a name or an address reaches a terminal, and JSON stays JSON", async () => {
  const hostile = (words: string) => `\x1b]0;owned\x07\x1b[31m${words}\x1b[2J\u202e\x9b5m\x7f\x00`;
  const article = {
    id: `esc${hostile("id")}`,
    title: hostile("Norland shuts its embassy"),
    text: `Norland closed its embassy in ${hostile("Tarvenia")}, Ada ${hostile("Lenz")} said on Monday.\n\n“${hostile("We go")},” said Ada Lenz.`,
    ...{ outlet: hostile("Lem Mail"), url: `https://lem.example/${hostile("a")}`, published: "2031-03-03" },
  };
  const file = path("hostile.jsonl");
  writeFileSync(file, `${JSON.stringify(article)}\n{"id": "\\u001b[31m"}\n`);
  const db = ["--db", path("hostile.db")];
  const commands = [
    ...[
      ["add", file, ...db],
      ["read", file],
      ["show", file],
      ["show", file, "--conllu"],
      ["read", path("no\x1b[31m.txt")],
    ],
    ...[
      ["brief", ...db],
      ["brief", "--markdown", ...db],
      ["timeline", ...db],
      ["statements", ...db],
      ["actions", ...db],
      ["postures", ...db],
    ],
    ...[
      ["postures", "--history", ...db],
      ["story", ...db],
      ["who", "Ada", ...db],
      ["who", "\x1b[31m", ...db],
      ["search", "embassy", ...db],
    ],
    ...[["sources", ...db], ["origins", ...db], ["due", ...db], ["\x1b[31m"], ["export", ...db]],
  ];
  for (const command of commands) {
    const { printed, reported } = await runBuilt(command);
    expect(controls.exec(printed + reported), command.join(" ")).toBeNull();
  }
  const { printed } = await runBuilt(["read", file, "--jsonl"]);
  expect(controls.exec(printed)).toBeNull();
  expect(JSON.parse(printed).article.text).toBe(article.text);
}, 240_000);
