import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on the loopback that keeps objects as stores with an S3 interface do, as far as this program asks for it, and holds each request against its signature. */
export interface S3Server {
  readonly endpoint: string;
  /** By bucket and name, as `bucket/name`. */
  readonly objects: Map<string, Buffer>;
  /** What is answered in place of the next requests, one after another. */
  readonly failures: number[];
  readonly close: () => Promise<void>;
}

export const testKey = { id: "ORSENKEY", secret: "quay+secret/of tests" };

/** @param bucket the only one that there is */
export async function openS3Server(bucket: string): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const failures: number[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const refuse = (status: number, code: string): void => {
      response.writeHead(status, { "content-type": "application/xml" });
      response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
    };
    const failure = failures.shift();
    if (failure !== undefined) return refuse(failure, "SlowDown");
    const fault = signatureFault(request, body);
    if (fault !== null) return refuse(403, fault);
    const name = (request.url ?? "").slice(1);
    if (!name.startsWith(`${bucket}/`)) return refuse(404, "NoSuchBucket");
    if (request.method === "PUT") {
      objects.set(name, body);
      return void response.end();
    }
    const found = objects.get(name);
    return found === undefined ? refuse(404, "NoSuchKey") : void response.end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    failures,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What is wrong with a request's signature, as S3 calls it; `null` for nothing. */
function signatureFault({ method, url, headers }: IncomingMessage, body: Buffer): string | null {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w{64})$/;
  const [, id, day = "", region = "", names = "", signature] = pattern.exec(headers.authorization ?? "") ?? [];
  if (signature === undefined) return "AccessDenied";
  if (id !== testKey.id) return "InvalidAccessKeyId";
  const told = headers["x-amz-content-sha256"];
  if (told !== createHash("sha256").update(body).digest("hex")) return "XAmzContentSHA256Mismatch";
  if (!["host", "x-amz-content-sha256", "x-amz-date"].every((name) => names.split(";").includes(name)))
    return "AccessDenied";
  const lines = names.split(";").map((name) => `${name}:${headers[name]}`);
  const canonical = `${method}\n${url}\n\n${lines.join("\n")}\n\n${names}\n${told}`;
  const hash = createHash("sha256").update(canonical).digest("hex");
  const moment = String(headers["x-amz-date"]);
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
  const key = hmac(hmac(hmac(hmac(`AWS4${testKey.secret}`, day), region), "s3"), "aws4_request");
  const text = `AWS4-HMAC-SHA256\n${moment}\n${day}/${region}/s3/aws4_request\n${hash}`;
  return hmac(key, text).toString("hex") === signature ? null : "SignatureDoesNotMatch";
}
