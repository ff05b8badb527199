import { createHmac } from "node:crypto";
import { sha256 } from "../../text/hash.js";

/** Who asks an object store. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  /** Of a key that holds for some time only. */
  readonly token: string | null;
  readonly region: string;
}

export interface RequestToSign {
  readonly method: "GET" | "PUT";
  /** Without a query; its path is signed as it stands. */
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The request's headers with a signature by AWS Signature Version 4, which all stores with an S3 interface take. */
export function signedHeaders(
  { method, url, headers = {}, body }: RequestToSign,
  { id, secret, token, region }: AccessKey,
  at: Date,
): Readonly<Record<string, string>> {
  const moment = at.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const own = {
    ...headers,
    "x-amz-content-sha256": sha256(body),
    "x-amz-date": moment,
    ...(token === null ? {} : { "x-amz-security-token": token }),
  };
  const signed = Object.entries({ ...own, host: url.host }).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = signed.map(([name]) => name).join(";");
  const lines = signed.map(([name, value]) => `${name}:${value}\n`).join("");
  const request = [method, url.pathname, "", lines, names, own["x-amz-content-sha256"]].join("\n");
  const scope = [moment.slice(0, 8), region, "s3", "aws4_request"];
  const told = ["AWS4-HMAC-SHA256", moment, scope.join("/"), sha256(request)].join("\n");
  const key = scope.reduce<string | Buffer>((by, part) => hmac(by, part), `AWS4${secret}`);
  const signature = hmac(key, told).toString("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${id}/${scope.join("/")}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...own, authorization };
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
