import { randomBytes } from "node:crypto";
import { sha256 } from "../text/hash.js";
import type { AccessToken, TokenTable } from "./engine/engine.js";
import { engineOf } from "./engine/engine-of.js";

/** The tokens for the record that `--db` names, for whoever looks at them again and again. @throws {StoreError} where they cannot be reached */
export async function openTokens(place: string): Promise<TokenTable> {
  return (await engineOf(place)).openTokens(place);
}

/** The tokens that there are for a record. */
export function readTokens(place: string): Promise<readonly AccessToken[]> {
  return withTokens(place, (tokens) => tokens.read());
}

/** Makes a token and keeps its hash. The token comes back this once. */
export async function createToken(
  place: string,
  { name, may }: Pick<AccessToken, "name" | "may">,
  now: Date,
): Promise<{ readonly token: AccessToken; readonly secret: string }> {
  const secret = `sitrep_${randomBytes(32).toString("base64url")}`;
  const hash = sha256(secret);
  const token = { id: `tk_${hash.slice(0, 8)}`, name, may, created: now.toISOString(), sha256: hash };
  await withTokens(place, (tokens) => tokens.add(token));
  return { token, secret };
}

/** Revokes the tokens with that id or name; gives those that there were. */
export function revokeTokens(place: string, idOrName: string): Promise<readonly AccessToken[]> {
  return withTokens(place, async (tokens) => {
    const revoked = (await tokens.read()).filter(({ id, name }) => id === idOrName || name === idOrName);
    if (revoked.length > 0) await tokens.remove(revoked.map(({ id }) => id));
    return revoked;
  });
}

/** The token that this is the secret of, `null` where there is none. A secret has 256 random bits, so its bare hash tells nothing of it. */
export function tokenOf(tokens: readonly AccessToken[], secret: string): AccessToken | null {
  const hash = sha256(secret);
  return tokens.find((token) => token.sha256 === hash) ?? null;
}

async function withTokens<Result>(place: string, work: (tokens: TokenTable) => Promise<Result>): Promise<Result> {
  const tokens = await openTokens(place);
  try {
    return await work(tokens);
  } finally {
    await tokens.close();
  }
}
