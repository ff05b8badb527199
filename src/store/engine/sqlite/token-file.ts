import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { StoreError } from "../../store-error.js";
import type { AccessToken, TokenTable } from "../engine.js";

const tokensSchema = z.strictObject({
  tokens: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      may: z.enum(["read", "correct"]),
      created: z.string(),
      sha256: z.string(),
    }),
  ),
});

/**
 * The tokens for the database at `path`. They lie in a file beside it, and not in it: so a database can be handed on without them, and a token can be
 * revoked while another process writes. The file is read anew only where it changed.
 */
export function openTokenFile(path: string): TokenTable {
  const file = `${path}-tokens.json`;
  let known: readonly AccessToken[] = [];
  let stamp: string | null = null;
  const read = (): readonly AccessToken[] => {
    const found = statSync(file, { throwIfNoEntry: false });
    const now = found === undefined ? "" : `${found.mtimeMs} ${found.size} ${found.ino}`;
    if (now !== stamp) {
      known = found === undefined ? [] : tokensIn(file);
      stamp = now;
    }
    return known;
  };
  return {
    read: async () => read(),
    add: async (token) => write(file, [...read(), token]),
    remove: async (ids) =>
      write(
        file,
        read().filter(({ id }) => !ids.includes(id)),
      ),
    close: async () => undefined,
  };
}

/** @throws {StoreError} where the file is none of ours */
function tokensIn(file: string): readonly AccessToken[] {
  try {
    return tokensSchema.parse(JSON.parse(readFileSync(file, "utf8"))).tokens;
  } catch (cause) {
    throw new StoreError(`${file} is no list of tokens. Remove it, and make them again with \`sitrep token create\`.`, {
      cause,
    });
  }
}

/** Beside the file first, and for its owner's eyes alone. */
function write(file: string, tokens: readonly AccessToken[]): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify({ tokens }, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
