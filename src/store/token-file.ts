import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { sha256 } from "../text/hash.js";
import { StoreError } from "./store-error.js";

/** What lets somebody read over the network, or correct. Of the token itself only a hash is kept. */
export interface Token {
  /** Names it in lists. */
  readonly id: string;
  /** Who has it: corrections that it makes are by this name. */
  readonly name: string;
  readonly may: "read" | "correct";
  /** ISO 8601. */
  readonly created: string;
  readonly sha256: string;
}

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
 * revoked while another process writes.
 *
 * @throws {StoreError} where the file is none of ours.
 */
export function readTokens(path: string): readonly Token[] {
  const file = tokenFile(path);
  if (!existsSync(file)) return [];
  try {
    return tokensSchema.parse(JSON.parse(readFileSync(file, "utf8"))).tokens;
  } catch (cause) {
    throw new StoreError(`${file} is no list of tokens. Remove it, and make them again with \`sitrep token create\`.`, {
      cause,
    });
  }
}

/** Makes a token and keeps its hash. The token comes back this once. */
export function createToken(
  path: string,
  { name, may }: Pick<Token, "name" | "may">,
  now: Date,
): { readonly token: Token; readonly secret: string } {
  const secret = `sitrep_${randomBytes(32).toString("base64url")}`;
  const hash = sha256(secret);
  const token = { id: `tk_${hash.slice(0, 8)}`, name, may, created: now.toISOString(), sha256: hash };
  writeTokens(path, [...readTokens(path), token]);
  return { token, secret };
}

/** Revokes the tokens with that id or name; gives those that there were. */
export function revokeTokens(path: string, idOrName: string): readonly Token[] {
  const tokens = readTokens(path);
  const revoked = tokens.filter(({ id, name }) => id === idOrName || name === idOrName);
  if (revoked.length > 0) {
    writeTokens(
      path,
      tokens.filter((one) => !revoked.includes(one)),
    );
  }
  return revoked;
}

/** The token that this is the secret of, `null` where there is none. A secret has 256 random bits, so its bare hash tells nothing of it. */
export function tokenOf(tokens: readonly Token[], secret: string): Token | null {
  const hash = sha256(secret);
  return tokens.find((token) => token.sha256 === hash) ?? null;
}

/** Beside the file first, and for its owner's eyes alone. */
function writeTokens(path: string, tokens: readonly Token[]): void {
  const draft = `${tokenFile(path)}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify({ tokens }, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, tokenFile(path));
}

export function tokenFile(path: string): string {
  return `${path}-tokens.json`;
}
