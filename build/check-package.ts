import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/*
 * `npm run pack:check`: packs Sitrep as it is built, installs it in an empty folder with an empty cache, and reads, adds and briefs there, and uses it as a library. Fails where npm
 * warns, where a record is other than the one read here, and where it takes more room or time than is promised. Where the registry does not answer it
 * says so and fails nothing.
 */

const root = fileURLToPath(new URL("..", import.meta.url));
/** Texts and pages of one day. */
const examples = readdirSync(join(root, "examples"))
  .filter((name) => name.startsWith("2031-03-05"))
  .map((name) => join(root, "examples", name));
const mostMegabytes = 120;
const mostSeconds = 60;

/** A program that uses the package as a library. */
const consumer = `import { type ArticleRecord, openRecord, read, SitrepError } from "sitrep";
const record: ArticleRecord = await read("Orsen, March 4 - The port of Vell is closed, Mayor Ana Roth said.", { outlet: "Post" });
const crisis = await openRecord("packed.db");
const { items } = await crisis.postures({ limit: 3 });
await crisis.close();
const code = await openRecord("none.db").catch((error: unknown) => (error instanceof SitrepError ? error.code : null));
console.log(record.statements[0]?.speaker?.text, items.length, code);
`;

/** What is wrong with the package, nothing where all is well. */
function check(folder: string): readonly string[] {
  // What lies in dist/ is packed; `prepare` would build it once more.
  npm(folder, root, ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder]);
  const tarball = join(folder, only(readdirSync(folder).filter((file) => file.endsWith(".tgz"))));
  const home = join(folder, "home");
  mkdirSync(home);
  const started = performance.now();
  const said = npm(folder, home, ["install", tarball]);
  const seconds = (performance.now() - started) / 1000;
  const megabytes = bytesIn(join(home, "node_modules")) / 1e6;
  const packed = statSync(tarball).size / 1e6;
  process.stdout.write(
    `packed ${packed.toFixed(1)} MB, installed ${megabytes.toFixed(1)} MB in ${seconds.toFixed(1)} s on Node ${process.version}\n`,
  );
  const installed = join(home, "node_modules/.bin/sitrep");
  const wanted = sitrep(join(root, "bin/sitrep.js"), home, ["read", ...examples, "--jsonl"]);
  const found = sitrep(installed, home, ["read", ...examples, "--jsonl"]);
  sitrep(installed, home, ["add", ...examples, "--db", "packed.db"]);
  const brief = sitrep(installed, home, ["brief", "--since", "2031-03-03", "--db", "packed.db"]);
  writeFileSync(join(home, "consumer.ts"), consumer);
  writeFileSync(join(home, "package.json"), JSON.stringify({ type: "module", dependencies: { sitrep: "*" } }));
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const strict = ["--strict", "--module", "nodenext", "--target", "es2023"];
  const typed = spawnSync(process.execPath, [compiler, ...strict, "consumer.ts"], { cwd: home, encoding: "utf8" });
  const used = spawnSync(process.execPath, ["consumer.js"], { cwd: home, encoding: "utf8" });
  return [
    ...(typed.status === 0 ? [] : [`a program that uses the library has wrong types: ${typed.stdout}`]),
    ...(used.stdout === "Mayor Ana Roth 3 no_record\n"
      ? []
      : [`a program that uses the library prints ${used.stdout}${used.stderr}`]),
    ...(/warn/i.test(said) ? [`npm warns: ${said}`] : []),
    ...(megabytes < mostMegabytes ? [] : [`more than ${mostMegabytes} MB are installed`]),
    ...(seconds < mostSeconds ? [] : [`installing takes more than ${mostSeconds} s`]),
    ...(wanted !== "" && found === wanted ? [] : ["the installed program reads the examples otherwise than this one"]),
    ...(brief.includes("2031") ? [] : ["the installed program makes no brief of the examples"]),
  ];
}

/** What npm says, with a cache of its own and without the settings of the npm that runs this; throws what it says where it fails. */
function npm(folder: string, cwd: string, args: readonly string[]): string {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_(?!config_registry$)/i.test(name));
  const env = { ...Object.fromEntries(inherited), npm_config_cache: join(folder, "cache") };
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm ${args.join(" ")} failed:\n${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}

/** What the program prints; throws what it reports where it fails. */
function sitrep(program: string, cwd: string, args: readonly string[]): string {
  const options = { cwd, encoding: "utf8", maxBuffer: 2 ** 28 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], options);
  if (status !== 0) throw new Error(`sitrep ${args.join(" ")} failed:\n${stderr}`);
  return stdout;
}

/** Bytes of all files below a folder. */
function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function only(files: readonly string[]): string {
  const [file] = files;
  if (file === undefined) throw new Error("npm pack made no package.");
  return file;
}

function registryAnswers(folder: string): boolean {
  try {
    npm(folder, folder, ["view", "@libsql/linux-x64-gnu", "version", "--fetch-retries=1", "--fetch-timeout=20000"]);
    return true;
  } catch {
    return false;
  }
}

const folder = mkdtempSync(join(tmpdir(), "sitrep-package-"));
try {
  if (registryAnswers(folder)) {
    const wrong = check(folder);
    for (const what of wrong) process.stdout.write(`wrong: ${what}\n`);
    process.exitCode = wrong.length === 0 ? 0 : 1;
  } else process.stdout.write("skipped: the package registry does not answer\n");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
