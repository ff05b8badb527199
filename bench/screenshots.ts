import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

// `npm run screenshots`: pictures of the main pages, of the example crisis, for the README and docs. Needs a build and a Chromium.

const root = fileURLToPath(new URL("..", import.meta.url));
const program = join(root, "bin", "sitrep.js");
const pictures = join(root, "docs", "pictures");

interface Shot {
  readonly name: string;
  /** Of the page; the article is the agency's latest. */
  readonly path: string;
  readonly dark?: true;
}

/** Whose reports others print. */
const agency = "Meridian Wire";

const shots: readonly Shot[] = [
  { name: "brief", path: "/?since=2031-03-08" },
  { name: "brief-dark", path: "/?since=2031-03-08", dark: true },
  { name: "postures", path: "/postures" },
  { name: "article", path: "/articles/{article}?line=st_1" },
  { name: "line", path: "/lines/{article}/st_1" },
];

const folder = mkdtempSync(join(tmpdir(), "sitrep-pictures-"));
const database = join(folder, "examples.db");
// The invented countries stand in tables of the example's own, which the database remembers.
const env = { ...process.env, SITREP_TABLES: join(root, "examples", "tables") };
spawnSync(process.execPath, [program, "add", "examples", "--db", database], { cwd: root, env, stdio: "inherit" });
const server = spawn(process.execPath, [program, "serve", "--db", database, "--port", "0"], { cwd: root });
const address = await new Promise<string>((resolve) => {
  server.stdout.on("data", (data: Buffer) => {
    const [, said] = /at (http:\/\/[\w.:[\]]+)\//.exec(data.toString()) ?? [];
    if (said !== undefined) resolve(said);
  });
});
const executablePath = process.env.SITREP_CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(executablePath))
  throw new Error(`Found no Chromium at ${executablePath}; SITREP_CHROMIUM names another.`);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });
try {
  mkdirSync(pictures, { recursive: true });
  const listed = (await (await fetch(`${address}/api/articles?limit=100`)).json()) as {
    items: { id: string; outlet: string }[];
  };
  const article = listed.items.find(({ outlet }) => outlet === agency)?.id;
  if (article === undefined) throw new Error(`Found no article of ${agency} in the example.`);
  for (const { name, path, dark } of shots) {
    const context = await browser.newContext({
      viewport: { width: 1200, height: 700 },
      colorScheme: dark === true ? "dark" : "light",
    });
    const page = await context.newPage();
    await page.goto(address + path.replace("{article}", encodeURIComponent(article)));
    await page.locator("main h1").first().waitFor();
    await page.locator("main .waiting").waitFor({ state: "detached" });
    // Filters and maps come after the lines.
    await page.waitForLoadState("networkidle", { timeout: 1_000 }).catch(() => undefined);
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
