import { sql } from "kysely";
import { expect, test } from "vitest";
import { allOf } from "../../test/all-of.js";
import { shippedLexicons } from "../../test/link/shipped-tables.js";
import { simpleArticle, simpleRecord } from "../../test/simple-record.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import type { ArticleRecord } from "../record/record.js";
import { addArticles } from "./add-articles.js";
import type { Analysis } from "./derived.js";
import { linkUnlinked } from "./links/link-unlinked.js";
import { encodeContent } from "./record-content.js";
import { openSqliteFile, type SqliteFile } from "./sqlite-file.js";
import { openStoreForReading, openStoreForWriting } from "./store.js";
import { type Verification, verifyStore } from "./verify.js";

const path = temporaryFolder();
const article = simpleArticle("Norland shelled Orsen. Ada Lenz said the quay was shut. The Vell embassy closed.", {
  url: "https://mail.example/quay",
});
const record = simpleRecord(article);

async function newStore(name: string, analysis: Analysis = { kind: "record", record }): Promise<void> {
  const store = openStoreForWriting(path(name), { now: () => new Date("2031-03-07T12:00:00Z") });
  const fetched = { requested: "https://mail.example/q", final: "https://mail.example/q", at: "2031-03-04T08:00:00Z" };
  const arrival = {
    article,
    input: "a.txt",
    fetched: { ...fetched, status: 200, headers: {}, bytes: Uint8Array.of(1) },
  };
  await addArticles(store, [{ arrival, analysis }]);
  await store.close();
}

async function verify(name: string): Promise<Verification & { readonly faults: readonly string[] }> {
  const store = openStoreForReading(path(name));
  const faults: string[] = [];
  const found = await verifyStore(store, { fault: (sentence) => faults.push(sentence), step: () => undefined });
  await store.close();
  return { ...found, faults };
}

function tamper(name: string, change: (file: SqliteFile) => void): void {
  const file = openSqliteFile(path(name), { patience: 0 });
  file.exec("drop trigger version_no_update; drop trigger fetched_no_update");
  change(file);
  file.close();
}

const [otherLinks, otherWeights] = ["the links are not those", "the weights of actions are not those"];
const otherStates = "the states of institutions are not those";

test.each<readonly [string, string, readonly string[]]>([
  ["a telling of another event", "update telling set event = 'ev_0'", [otherWeights, otherLinks]],
  ["an action with more voices", "update action_day set origins = origins + 1", [otherWeights]],
  ["a lost weight", "delete from action_day", [otherWeights]],
  [
    "a state that is kept wrong",
    "update history_day set content = replace(content, 'in_force', 'denied')",
    [otherStates],
  ],
  ["a lost day of a state", "delete from history_day", [otherStates]],
  ["a lost trace", "delete from trace", [otherLinks]],
  [
    "an invented copy",
    "insert into copy select version, day, 'cg_0', null, '', version, version, 'same', '[]', '[]', '[]', '' from linked",
    [otherLinks],
  ],
])("%s is a fault once days are linked again", async (what, change, faults) => {
  const name = `${what.replaceAll(" ", "-")}.db`;
  await newStore(name);
  const store = openStoreForWriting(path(name), { now: () => new Date() });
  await allOf(linkUnlinked(store, shippedLexicons));
  const check = async () => {
    const found: string[] = [];
    const lexicons = await shippedLexicons();
    await verifyStore(store, { fault: (sentence) => found.push(sentence), step: () => undefined, lexicons });
    return found;
  };
  expect(await check()).toEqual([]);
  await sql.raw(change).execute(store.tables);
  expect(await check()).toEqual(faults.map((fault) => expect.stringContaining(`2031-03-04: ${fault}`)));
  await store.close();
});

test("a sound database has no faults, and says what it holds", async () => {
  await newStore("sound.db");
  const found = await verify("sound.db");
  expect(found).toMatchObject({ faults: [], versions: 1, records: 1, lines: 3, spans: 13, failed: 0 });
  await newStore("same.db");
  expect((await verify("same.db")).digest).toBe(found.digest);
});

const withOtherContent = (change: (record: ArticleRecord) => unknown) => (file: SqliteFile) => {
  const content = encodeContent(change(structuredClone(record)) as ArticleRecord);
  file.prepare("update record set content = ?").run([content]);
};

test.each<readonly [string, (file: SqliteFile) => void, RegExp]>([
  [
    "a changed text",
    (file) => file.exec("update version set text = replace(text, 'shut', 'open')"),
    /the text has another hash/,
  ],
  ["other bytes", (file) => file.exec("update fetched set bytes = x'02'"), /the bytes fetched have another hash/],
  ["bytes that cannot be unpacked", (file) => file.exec("update fetched set coding = 'br'"), /have another hash/],
  ["a lost line", (file) => file.exec("delete from line where kind = 'action'"), /the rows of line are not those/],
  ["a changed line", (file) => file.exec("update line set who = 'Bo'"), /the rows of line are not those/],
  [
    "an added entity",
    (file) => file.exec("insert into entity values (1, 'en_9', 'x', 'person', null)"),
    /the rows of entity/,
  ],
  [
    "a lost record",
    (file) => file.exec("delete from line; delete from entity; delete from place; delete from record"),
    /no record yet/,
  ],
  [
    "words that are not those of their span",
    withOtherContent((one) => ({
      ...one,
      actions: one.actions.map((action) => ({ ...action, trigger: { ...action.trigger, span: [0, 7] } })),
    })),
    /ac_1: the span \[0,7\] covers "Norland" and not "shelled"/,
  ],
  [
    "a content that its spans do not give",
    withOtherContent((one) => ({
      ...one,
      statements: one.statements.map((statement) => ({ ...statement, content: { ...statement.content, text: "no" } })),
    })),
    /st_1: the content's text is not the words of its spans/,
  ],
  [
    "a claim without evidence",
    withOtherContent((one) => ({ ...one, postures: one.postures.map((posture) => ({ ...posture, evidence: [] })) })),
    /another form than docs\/record.md/,
  ],
])("%s is found", async (what, change, fault) => {
  const name = `${what.replaceAll(" ", "-")}.db`;
  await newStore(name);
  tamper(name, change);
  expect((await verify(name)).faults.join("\n")).toMatch(fault);
});

test("an article whose analysis failed is counted and is no fault", async () => {
  await newStore("failed.db", { kind: "failed", reason: "the worker stopped" });
  expect(await verify("failed.db")).toMatchObject({ faults: [], versions: 1, records: 0, failed: 1 });
});
