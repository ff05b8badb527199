import { setTimeout as pause } from "node:timers/promises";
import { type Exchange, type Network, openNetwork } from "../../read/fetch.js";
import { BytesNotKept, StoreError } from "../store-error.js";
import { type AccessKey, signedHeaders } from "./sign-request.js";

/** A place with an S3 interface where fetched bytes are kept, each under the name of their hash. */
export interface ObjectStore {
  /** As `--bytes` names it. */
  readonly name: string;
  /** Keeps bytes; where they are there already, that changes nothing. @throws {BytesNotKept} where they are not kept */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
  /** The bytes, `null` where there are none of that name. @throws {BytesNotKept} where the store cannot be asked */
  readonly get: (name: string) => Promise<Uint8Array | null>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Opens the store that `s3://BUCKET/PREFIX` names. Where it is and by which key it is asked stands in the environment, under the names that other programs use too.
 *
 * @throws {StoreError} where the name or the environment is not enough
 */
export function openObjectStore(place: string, environment: Environment): ObjectStore {
  const { bucket, prefix } = bucketIn(place);
  const key = keyIn(environment);
  const base = `${endpointIn(environment, key.region)}/${bucket}/${prefix}`;
  const network = openNetwork({ allowPrivate: true });
  const ask = async (method: "GET" | "PUT", name: string, body: Uint8Array): Promise<Exchange> => {
    const url = new URL(`${base}${name}`);
    const headers = () => signedHeaders({ method, url, body }, key, new Date());
    return askAgain(network, () => ({
      ...{ address: url.href, headers: headers(), largestBody: largest, method },
      ...(method === "PUT" ? { sent: body } : {}),
    }));
  };
  return {
    name: place,
    put: async (name, bytes) => {
      const answer = await ask("PUT", name, bytes);
      if (answer.kind === "none" || answer.status !== 200) throw refusal(place, base, answer);
    },
    get: async (name) => {
      const answer = await ask("GET", name, new Uint8Array());
      if (answer.kind === "answer" && answer.status === 200) return answer.body;
      if (answer.kind === "answer" && codeOf(answer) === "NoSuchKey") return null;
      throw refusal(place, base, answer);
    },
  };
}

function bucketIn(place: string): { readonly bucket: string; readonly prefix: string } {
  const [, bucket, path = ""] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)(?:\/([\w.-]+(?:\/[\w.-]+)*)?\/?)?$/.exec(place) ?? [];
  if (bucket === undefined)
    throw new StoreError(`Found ${place} as a place for bytes; expected s3://BUCKET or s3://BUCKET/PREFIX.`);
  return { bucket, prefix: path === "" ? "" : `${path}/` };
}

function keyIn({
  AWS_ACCESS_KEY_ID: id = "",
  AWS_SECRET_ACCESS_KEY: secret = "",
  AWS_SESSION_TOKEN: token,
  AWS_REGION: region,
}: Environment): AccessKey {
  if (id === "" || secret === "")
    throw new StoreError(
      "Found no key for the object store; AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY have to be in the environment.",
    );
  return { id, secret, token: token ?? null, region: region ?? "us-east-1" };
}

function endpointIn({ AWS_ENDPOINT_URL: endpoint }: Environment, region: string): string {
  const address = endpoint ?? `https://s3.${region}.amazonaws.com`;
  if (!/^https?:\/\/[^/?#]+\/?$/.test(address) || !URL.canParse(address))
    throw new StoreError(`Found ${address} in AWS_ENDPOINT_URL; expected an address such as https://s3.example.org.`);
  return address.replace(/\/$/, "");
}

/** 64 MiB: twice what one fetch takes. */
const largest = 64 * 1024 * 1024;

const tries = 3;

/** In milliseconds. */
const firstRest = 200;

/** Asks again where the store is away for a moment or overworked. */
async function askAgain(network: Network, request: () => Parameters<Network["exchange"]>[0]): Promise<Exchange> {
  for (let tried = 1; ; tried++) {
    const answer = await network.exchange(request());
    const isAway = answer.kind === "none" ? answer.cause !== "too-big" : answer.status >= 500;
    if (!isAway || tried === tries) return answer;
    await pause(firstRest * 2 ** tried);
  }
}

/** What the store calls its refusal, as `NoSuchBucket`. */
function codeOf(answer: Exchange & { readonly kind: "answer" }): string {
  return /<Code>(\w+)<\/Code>/.exec(new TextDecoder().decode(answer.body))?.[1] ?? "";
}

function refusal(place: string, address: string, answer: Exchange): BytesNotKept {
  const { origin } = new URL(address);
  if (answer.kind === "none") return new BytesNotKept(`${place} cannot be reached at ${origin}: ${answer.reason}.`);
  const code = codeOf(answer);
  if (code === "NoSuchBucket")
    return new BytesNotKept(`${place}: there is no such bucket at ${origin}; make it first.`);
  if (answer.status === 401 || answer.status === 403)
    return new BytesNotKept(
      `${place} refuses the key in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (${code === "" ? answer.status : code}).`,
    );
  return new BytesNotKept(`${place}: ${origin} answered ${answer.status}${code === "" ? "" : ` (${code})`}.`);
}
