import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Plugin, rolldown } from "rolldown";

/*
 * Writes the program to `dist/`: each file of `src/` as JavaScript in its place, what it uses of other packages in `dist/vendor/`, a file a package, and the
 * model's runtime for one platform in `dist/runtime/`. So whoever installs Sitrep gets neither 200 packages nor a runtime for every platform, and no
 * package runs a script while it is installed. The platform is that of this machine, or the one that SITREP_PLATFORM names, as in `linux-arm64`.
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const runtimes = join(root, "node_modules/onnxruntime-node/bin/napi-v6");

/** The line in which the runtime looks for its files for every platform, all of them beside it. */
const everyPlatform = `\`../bin/napi-v6/\${process.platform}/\${process.arch}/onnxruntime_binding.node\``;
const onePlatform = `\`../runtime/\${process.platform}-\${process.arch}/onnxruntime_binding.node\``;

const runtimeBeside: Plugin = {
  name: "runtime-beside",
  transform: {
    filter: { id: /onnxruntime-node[\\/]dist[\\/]binding\.js$/ },
    handler(code) {
      if (!code.includes(everyPlatform)) throw new Error(`onnxruntime-node no longer loads ${everyPlatform}.`);
      return code.replace(everyPlatform, onePlatform);
    },
  },
};

/** What the program takes of other packages: the names, by what it imports them from. */
type Taken = Map<string, Set<string>>;

const importOfPackage = /^import (?:(\w+)(?:, \{\})?|\{ ([^}]+) \}|(\* as \w+)) from "((?!node:)[^."][^"]*)";$/gm;
const laterImportOfPackage = /\{ ([^}]+) \} = await import\("((?!node:)[^."][^"]*)"\)/g;

/** Makes each file of the program import from `dist/vendor/`. */
function importFromVendor(): Taken {
  const taken: Taken = new Map();
  const take = (from: string, names: readonly string[]): void => {
    taken.set(from, new Set([...(taken.get(from) ?? []), ...names]));
  };
  for (const file of programFiles()) {
    const path = join(dist, file);
    const toVendor = relative(dirname(path), join(dist, "vendor")).replaceAll("\\", "/");
    const code = readFileSync(path, "utf8");
    const moved = code
      .replace(importOfPackage, (line, all, names, star, from) => {
        if (star !== undefined) throw new Error(`${file} imports all of ${from}; name what it takes.`);
        take(from, all === undefined ? namesIn(names) : ["default"]);
        return line.replace(`"${from}"`, `"${toVendor}/${vendorFile(from)}"`);
      })
      .replace(laterImportOfPackage, (line, names, from) => {
        take(from, namesIn(names));
        return line.replace(`"${from}"`, `"${toVendor}/${vendorFile(from)}"`);
      });
    if (moved !== code) writeFileSync(path, moved);
  }
  return taken;
}

/** All but what makes the data of `dist/`, which is run before this and does not ship. */
function programFiles(): readonly string[] {
  return readdirSync(dist, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".js") && !/^(?:web|vendor|runtime)[\\/]|[\\/](?:write-\w+|lemma-entries)\.js$/.test(file),
  );
}

function namesIn(list: string): readonly string[] {
  return list.split(",").flatMap((name) => name.trim().replace(/ as .*| ?:.*/, "") || []);
}

function vendorFile(from: string): string {
  return `${from.replaceAll("/", "-")}.js`;
}

/** Writes what is taken of each package, and of those that it needs itself, into `dist/vendor/`. */
async function writeVendor(taken: Taken): Promise<void> {
  const entryOf = (from: string): string => join(root, `entry of ${from}`);
  const entries = new Map(
    [...taken].map(([from, names]) => [entryOf(from), `export { ${[...names].join(", ")} } from "${from}";`]),
  );
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(
      [...taken.keys()].map((from) => [vendorFile(from).slice(0, -".js".length), entryOf(from)]),
    ),
    platform: "node",
    plugins: [
      { name: "entries", resolveId: (id) => (entries.has(id) ? id : null), load: (id) => entries.get(id) ?? null },
      runtimeBeside,
    ],
    checks: { pluginTimings: false },
  });
  const { output } = await bundle.write({
    dir: join(dist, "vendor"),
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
  });
  const used = output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  writeLicences([...new Set(used.flatMap((file) => packageFolder(file) ?? []))].sort());
}

/** Where the package lies that a file belongs to. */
function packageFolder(file: string): string | null {
  return /.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0] ?? null;
}

/** The licences of all that lies in `dist/vendor/`, as they ask for. */
function writeLicences(folders: readonly string[]): void {
  const licences = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
    const all = texts.map((file) => readFileSync(join(folder, file), "utf8").trim());
    return [`${name} ${version} (${license})`, ...all].join("\n\n");
  });
  writeFileSync(join(dist, "vendor/LICENCES.txt"), `${licences.join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
}

/** Puts the runtime for a platform where the program looks for it. */
function writeRuntime(platform: string): void {
  const from = join(runtimes, platform.replace("-", "/"));
  if (!existsSync(from)) throw new Error(`No runtime for ${platform}; there are those of ${runtimes}.`);
  const to = join(dist, "runtime", platform);
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from)) {
    // macOS has the library twice, and loads the one with the short name.
    if (!/\.\d+\.\d+\.\d+\.dylib$/.test(file)) cpSync(join(from, file), join(to, file));
  }
}

const taken = importFromVendor();
if (taken.size === 0) throw new Error("dist/ is bundled already; `npm run build` makes it anew.");
for (const folder of ["vendor", "runtime"]) rmSync(join(dist, folder), { recursive: true, force: true });
await writeVendor(taken);
writeRuntime(process.env.SITREP_PLATFORM ?? `${process.platform}-${process.arch}`);
