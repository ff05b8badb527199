import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.js";

const path = temporaryFolder();
const program = fileURLToPath(new URL("../../test/thread-ended-while-asking.ts", import.meta.url));

test("a thread that is ended while it asks has ended its statement, begins no other, and the process goes on", () => {
  const words = ["--import", "tsx", program, path("asked.db")];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect([status, stdout, stderr]).toEqual([0, "asks, ThreadEnding\n", ""]);
}, 60_000);
