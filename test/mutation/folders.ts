/** A folder whose tests are tried by mutation, and the tests that are run for it: quick ones, without a model, a server or a thread. */
export interface MutatedFolder {
  readonly folder: string;
  readonly tests: readonly string[];
}

export const mutatedFolders: readonly MutatedFolder[] = [
  { folder: "src/extract", tests: ["src/extract/**", "test/golden/**", "test/rule-examples.test.ts"] },
  { folder: "src/link", tests: ["src/link/**"] },
  { folder: "src/store/queries", tests: ["src/store/queries/**", "src/ask/**"] },
  {
    folder: "src/view",
    tests: ["src/view/**", "src/ask/**", "src/cli/render-*.test.ts", "src/cli/brief-pages.test.ts"],
  },
  { folder: "src/read", tests: ["src/read/**", "test/pages/**", "test/documents/**", "test/formats/**"] },
];

/** The folder that a file counts to. Throws where it is in none. */
export function folderOf(file: string): string {
  const path = file.slice(file.lastIndexOf("src/"));
  const found = mutatedFolders.find(({ folder }) => path === folder || path.startsWith(`${folder}/`));
  if (found) return found.folder;
  const known = mutatedFolders.map(({ folder }) => folder).join(", ");
  throw new Error(`Found ${file}; mutation tests are for what is in ${known}.`);
}
