import { brotliDecompressSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { openS3Server, type S3Server, testKey } from "../../../test/s3-server.js";
import { simpleArticle, simpleRecord } from "../../../test/simple-record.js";
import { temporaryRecords } from "../../../test/temporary-records.js";
import { sha256 } from "../../text/hash.js";
import { addArticles } from "../add-articles.js";
import { openStoreForReading, openStoreForWriting, type WritableStore } from "../store.js";
import { BytesNotKept, StoreError } from "../store-error.js";
import { verifyStore } from "../verify.js";
import { type Environment, openObjectStore } from "./object-store.js";
import { signedHeaders } from "./sign-request.js";

describe("a signature", () => {
  // The first example of "Signature Calculations for the Authorization Header" in Amazon's reference of S3.
  test("is the one of the specification's example", () => {
    const key = { id: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", token: null };
    const { authorization } = signedHeaders(
      {
        method: "GET",
        url: new URL("https://examplebucket.s3.amazonaws.com/test.txt"),
        headers: { range: "bytes=0-9" },
        body: new Uint8Array(),
      },
      { ...key, region: "us-east-1" },
      new Date("2013-05-24T00:00:00Z"),
    );
    expect(authorization).toBe(
      "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    );
  });
});

describe("an object store", () => {
  let server: S3Server;
  beforeAll(async () => {
    server = await openS3Server("quay");
  });
  afterAll(() => server.close());
  afterEach(() => void vi.unstubAllEnvs());

  const environment = (): Environment => ({
    AWS_ACCESS_KEY_ID: testKey.id,
    AWS_SECRET_ACCESS_KEY: testKey.secret,
    AWS_ENDPOINT_URL: server.endpoint,
    AWS_REGION: "eu-orsen-1",
  });

  test("gives back what was put, and nothing for what was not", async () => {
    const store = openObjectStore("s3://quay/news/2031", environment());
    await store.put("a.br", Buffer.from("Pier 9 was shut."));
    expect(server.objects.get("quay/news/2031/a.br")?.toString()).toBe("Pier 9 was shut.");
    expect(Buffer.from((await store.get("a.br")) ?? []).toString()).toBe("Pier 9 was shut.");
    expect(await store.get("b.br")).toBeNull();
  });

  test("signs with the token of a key that holds for some time only", async () => {
    const store = openObjectStore("s3://quay", { ...environment(), AWS_SESSION_TOKEN: "for an hour" });
    await store.put("token.br", new Uint8Array());
    expect(server.objects.has("quay/token.br")).toBe(true);
  });

  test("is asked again where it is overworked for a moment", async () => {
    server.failures.push(503, 500);
    await openObjectStore("s3://quay", environment()).put("late.br", Uint8Array.of(1));
    expect(server.objects.has("quay/late.br")).toBe(true);
  });

  test.each<[name: string, place: string, changed: Environment, told: RegExp]>([
    [
      "a wrong key",
      "s3://quay",
      { AWS_SECRET_ACCESS_KEY: "wrong" },
      /refuses the key in AWS_ACCESS_KEY_ID.*SignatureDoesNotMatch/,
    ],
    ["a key that nobody has", "s3://quay", { AWS_ACCESS_KEY_ID: "NOBODY" }, /refuses the key.*InvalidAccessKeyId/],
    [
      "a bucket that is missing",
      "s3://pier/x",
      {},
      /s3:\/\/pier\/x: there is no such bucket at http.*; make it first\./,
    ],
    [
      "a store that is away",
      "s3://quay",
      { AWS_ENDPOINT_URL: "http://127.0.0.1:9" },
      /cannot be reached at http:\/\/127\.0\.0\.1:9: /,
    ],
  ])("says of %s what is wrong", async (_, place, changed, told) => {
    const store = openObjectStore(place, { ...environment(), ...changed });
    const putting = store.put("a.br", Uint8Array.of(1));
    await expect(putting).rejects.toThrow(BytesNotKept);
    await expect(putting).rejects.toThrow(told);
  });

  test.each<[name: string, place: string, changed: Environment, told: RegExp]>([
    ["no bucket", "s3://", {}, /expected s3:\/\/BUCKET/],
    ["another kind of place", "gs://quay", {}, /Found gs:\/\/quay as a place for bytes/],
    ["a prefix that would have to be encoded", "s3://quay/a b", {}, /expected s3:\/\/BUCKET/],
    ["no key", "s3://quay", { AWS_SECRET_ACCESS_KEY: "" }, /Found no key for the object store/],
    ["an endpoint that is no address", "s3://quay", { AWS_ENDPOINT_URL: "minio" }, /Found minio in AWS_ENDPOINT_URL/],
  ])("is not opened with %s", (_, place, changed, told) => {
    expect(() => openObjectStore(place, { ...environment(), ...changed })).toThrow(told);
  });

  describe("of a record", () => {
    const record = temporaryRecords();
    const now = () => new Date("2031-03-07T12:00:00Z");
    const page = Buffer.from("<p>Ada Lenz said that the quay was shut.</p>");

    function stubEnvironment(): void {
      for (const [name, value] of Object.entries(environment())) vi.stubEnv(name, value);
    }

    async function addFetched(store: WritableStore, id: string, bytes: Uint8Array): Promise<void> {
      const address = `https://mail.example/${id}`;
      const article = simpleArticle(`Ada Lenz said pier ${id} was shut.`, { id, url: address });
      const fetched = {
        requested: address,
        final: address,
        at: "2031-03-04T08:00:00Z",
        status: 200,
        headers: {},
        bytes,
      };
      const arrival = { article, input: address, fetched };
      await addArticles(store, [{ arrival, analysis: { kind: "record", record: simpleRecord(article) } }]);
    }

    async function faultsOf(path: string): Promise<readonly string[]> {
      const reading = await openStoreForReading(path);
      const faults: string[] = [];
      await verifyStore(reading, { fault: (sentence) => void faults.push(sentence), step: () => undefined });
      await reading.close();
      return faults;
    }

    test("keeps what is fetched from then on, also when it is opened again", async () => {
      stubEnvironment();
      const path = record("kept.db");
      const first = await openStoreForWriting(path, { now });
      await addFetched(first, "1", page);
      await first.close();
      const second = await openStoreForWriting(path, { now, bytes: "s3://quay/kept" });
      await addFetched(second, "2", Buffer.from("<p>Pier 2</p>"));
      await second.close();
      const third = await openStoreForWriting(path, { now });
      await addFetched(third, "3", Buffer.from("<p>Pier 3</p>"));
      const rows = await third.tables
        .selectFrom("fetched")
        .select(["sha256", "coding", "bytes"])
        .orderBy("key")
        .execute();
      await third.close();
      expect(rows.map(({ coding }) => coding)).toEqual([expect.not.stringMatching("object"), "object", "object"]);
      expect(rows.slice(1).every(({ bytes }) => bytes.length === 0)).toBe(true);
      const packed = server.objects.get(`quay/kept/${sha256("<p>Pier 3</p>")}.br`);
      expect(brotliDecompressSync(packed ?? "").toString()).toBe("<p>Pier 3</p>");
      expect(await faultsOf(path)).toEqual([]);
      server.objects.delete(`quay/kept/${sha256("<p>Pier 2</p>")}.br`);
      server.objects.set(`quay/kept/${sha256("<p>Pier 3</p>")}.br`, Buffer.from("something else"));
      const told = "the bytes fetched have another hash than was noted";
      expect(await faultsOf(path)).toEqual([2, 3].map((id) => `https://mail.example/${id}: ${told}`));
    });

    test("gets no row for what the store does not take", async () => {
      stubEnvironment();
      const store = await openStoreForWriting(record("refused.db"), { now, bytes: "s3://quay/refused" });
      server.failures.push(500, 500, 500);
      await expect(addFetched(store, "1", page)).rejects.toThrow(
        /s3:\/\/quay\/refused: http.* answered 500 \(SlowDown\)/,
      );
      expect(await store.tables.selectFrom("version").select("id").execute()).toEqual([]);
      await addFetched(store, "1", page);
      expect(await store.tables.selectFrom("version").select("id").execute()).toHaveLength(1);
      await store.close();
    });

    test("names its store for good, once it can be used", async () => {
      stubEnvironment();
      const path = record("named.db");
      await expect(openStoreForWriting(path, { now, bytes: "s3://pier" })).rejects.toThrow(/no such bucket/);
      await (await openStoreForWriting(path, { now, bytes: "s3://quay/named" })).close();
      const other = openStoreForWriting(path, { now, bytes: "s3://quay/other" });
      await expect(other).rejects.toThrow(StoreError);
      await expect(other).rejects.toThrow(/keeps what it fetches in s3:\/\/quay\/named, and not in s3:\/\/quay\/other/);
    });
  });
});
