import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/** Who may import whom: a file imports from a folder of a lower rank, or from its own. */
const ranks: ReadonlyMap<string, number> = new Map([
  ["text", 0],
  ["doc", 1],
  ["record", 1],
  ["read", 2],
  ["annotate", 2],
  ["extract", 3],
  ["link", 4],
  ["store", 5],
  ["view", 6],
  ["run", 6],
  ["ask", 7],
  ["api", 8],
  ["mcp", 9],
  ["library", 9],
  ["cli", 10],
  ["main", 11],
  ["index", 11],
]);

/** Folders whose results depend on their arguments alone. `node:crypto` is arithmetic, and stays below them in `text/`. */
const pureFolders = new Set(["doc", "record", "annotate", "extract", "link", "view"]);

/** The only files that open sockets, one for the web and one for mail; no other may import what does. */
const socketFiles = new Set(["read/fetch.ts", "run/send-mail.ts"]);
const socketModules = new Set([
  "node:net",
  "node:tls",
  "node:http",
  "node:https",
  "node:http2",
  "node:dgram",
  "undici",
  "nodemailer",
]);

/** The only files that know the drivers of databases: libsql ends the process at some values, and its file keeps them away. */
const databaseFiles = [
  ["libsql", "store/engine/sqlite/sqlite-file.ts"],
  ["pg", "store/engine/postgres/postgres-connection.ts"],
] as const;

/** The only folders that know HTTP, besides the file above. */
const httpFolders = new Set(["api"]);

/** Globals that reach the world without an import. */
const worldlyGlobals = new Set(["process", "fetch", "WebSocket", "setTimeout", "setInterval", "console"]);

const source = fileURLToPath(new URL("../src/", import.meta.url));

interface SourceFile {
  /** Relative to `src/`, with `/`. */
  readonly path: string;
  readonly folder: string;
  readonly imports: readonly string[];
  readonly globals: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readSource(path))
  .sort((a, b) => a.path.localeCompare(b.path, "en"));

describe("imports run down the rank table", () => {
  test("every folder of src/ has a rank", () => {
    expect(files.filter(({ folder }) => !ranks.has(folder)).map(({ path }) => path)).toEqual([]);
  });

  test("no file imports from above, nor from another folder of its own rank", () => {
    const wrong = files.flatMap((file) =>
      importedFolders(file)
        .filter((folder) => folder !== file.folder && rankOf(folder) >= rankOf(file.folder))
        .map((folder) => `${file.path} imports from ${folder}/`),
    );
    expect(wrong).toEqual([]);
  });

  test("no stage of annotate/ imports another stage", () => {
    const stageOf = (path: string): string => path.split("/").slice(0, 2).join("/");
    const isStage = (path: string): boolean => path.split("/").length > 2;
    const wrong = files
      .filter(({ folder, path }) => folder === "annotate" && isStage(path) && !path.endsWith(".test.ts"))
      .flatMap((file) =>
        importedFiles(file)
          .filter((to) => to.startsWith("annotate/") && isStage(to) && stageOf(to) !== stageOf(file.path))
          .map((to) => `${file.path} imports ${to}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe("effects stay at the rim", () => {
  const isProgram = ({ path }: SourceFile): boolean => !path.endsWith(".test.ts");

  test("pure folders import nothing of Node's and touch no clock, stream or socket", () => {
    const wrong = files
      .filter((file) => isProgram(file) && pureFolders.has(file.folder))
      .flatMap((file) => [
        ...file.imports.filter(isNodeModule).map((name) => `${file.path} imports ${name}`),
        ...file.globals.map((name) => `${file.path} uses ${name}`),
      ]);
    expect(wrong).toEqual([]);
  });

  test.each(databaseFiles)("only one file knows %s", (driver, file) => {
    const knowing = files.filter(({ imports }) => imports.includes(driver)).map(({ path }) => path);
    expect(knowing).toEqual([file]);
  });

  test("only one file opens sockets", () => {
    const wrong = files
      .filter((file) => isProgram(file) && !socketFiles.has(file.path) && !httpFolders.has(file.folder))
      .filter(({ imports, globals }) => imports.some((name) => socketModules.has(name)) || globals.includes("fetch"));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

function readSource(path: string): SourceFile {
  const tree = ts.createSourceFile(path, readFileSync(join(source, path), "utf8"), ts.ScriptTarget.Latest, true);
  const imports: string[] = [];
  const globals: string[] = [];
  const visit = (node: ts.Node): void => {
    const module = moduleOf(node);
    if (module !== null) imports.push(module);
    const global = globalOf(node);
    if (global !== null) globals.push(global);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  const portable = path.split(sep).join("/");
  return { path: portable, folder: folderOf(portable), imports, globals };
}

/** What an import, an export from elsewhere, an `import()` or an import type names. */
function moduleOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal);
  const called = ts.isCallExpression(node) ? node.expression : null;
  const imports = called?.kind === ts.SyntaxKind.ImportKeyword || called?.getText() === "require";
  return imports && ts.isCallExpression(node) ? literal(node.arguments[0]) : null;
}

/** `fetch(…)`, `process.env`, `Date.now()`, `new Date()`, `Math.random()`: the world, reached without an import. */
function globalOf(node: ts.Node): string | null {
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && (node.arguments ?? []).length === 0)
    return "new Date()";
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (text === "Date.now" || text === "Math.random" || text === "performance.now") return text;
    return ts.isIdentifier(node.expression) && worldlyGlobals.has(node.expression.text) ? node.expression.text : null;
  }
  const called = ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node.expression.text : "";
  return worldlyGlobals.has(called) ? called : null;
}

function literal(node: ts.Node | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}

function importedFiles(file: SourceFile): readonly string[] {
  const from = dirname(resolve(source, file.path));
  return file.imports
    .filter((name) => name.startsWith("."))
    .map((name) => relative(source, resolve(from, name)).split(sep).join("/"));
}

function importedFolders(file: SourceFile): readonly string[] {
  return importedFiles(file)
    .filter((path) => !path.startsWith(".."))
    .map(folderOf);
}

function folderOf(path: string): string {
  const [first = ""] = path.split("/");
  return first.replace(/\.[jt]s$/, "");
}

function rankOf(folder: string): number {
  return ranks.get(folder) ?? Number.POSITIVE_INFINITY;
}

function isNodeModule(name: string): boolean {
  return name.startsWith("node:") || builtinModules.includes(name);
}
