import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateDtsBundle } from "dts-bundle-generator";
import ts from "typescript";

/*
 * Writes `dist/index.d.ts`, the types of the library in one file that needs no other package: what the program infers from its zod schemas is written
 * out.
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "dist/index.d.ts");

const [bundled = ""] = generateDtsBundle(
  [
    {
      filePath: join(root, "src/index.ts"),
      libraries: { importedLibraries: ["zod"], allowedTypesLibraries: [] },
      output: { exportReferencedTypes: false, noBanner: true },
    },
  ],
  { preferredConfigPath: join(root, "tsconfig.build.json") },
);
writeFileSync(target, bundled);
writeFileSync(target, `// The types of Sitrep as a library.\n${writtenOut(target)}`);
const wrong = problemsOf(target);
if (wrong.length > 0) throw new Error(`dist/index.d.ts does not hold by itself:\n${wrong.join("\n")}`);

/** The file without zod: its schemas left out, and what is inferred from them as plain types. */
function writtenOut(path: string): string {
  const program = programOf(path);
  const file = program.getSourceFile(path);
  if (file === undefined) throw new Error(`${path} cannot be read.`);
  const checker = program.getTypeChecker();
  const printer = ts.createPrinter();
  const flags = ts.NodeBuilderFlags.NoTruncation | ts.NodeBuilderFlags.InTypeAlias;
  const isOfZod = (node: ts.Node): boolean => /\bz\.|from ['"]zod['"]/.test(node.getText(file));
  return file.statements
    .flatMap((statement): readonly string[] => {
      if (!isOfZod(statement)) return [statement.getFullText(file).trim()];
      if (!ts.isTypeAliasDeclaration(statement)) return [];
      const plain = checker.typeToTypeNode(checker.getTypeAtLocation(statement.name), statement, flags);
      if (plain === undefined) throw new Error(`${statement.name.text} cannot be written out.`);
      const { modifiers, name, typeParameters } = statement;
      const told = ts.factory.createTypeAliasDeclaration(modifiers, name, typeParameters, plain);
      return [printer.printNode(ts.EmitHint.Unspecified, told, file)];
    })
    .join("\n")
    .concat("\n");
}

/** What the compiler says of the file where nothing else is known. */
function problemsOf(path: string): readonly string[] {
  const program = programOf(path);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(path))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

function programOf(path: string): ts.Program {
  return ts.createProgram([path], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });
}
