import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { endAll, type Member, recordOf, startMember, waitUntilDone } from "../fleet.js";
import { killFleet } from "../killed-fleet.js";
import { type PostgresServer, startPostgres } from "../postgres-server.js";

/*
 * The processes that `deploy/` runs in containers, as they are: two linkers, two readers, the desk.
 */

let server: PostgresServer;
beforeAll(() => {
  server = startPostgres();
}, 60_000);
afterAll(() => server.stop(), 60_000);

async function run(words: readonly string[], place: string): Promise<Member> {
  const member = startMember(words, place);
  await member.ended;
  return member;
}

test("two readers, two linkers and a server make the same record of the examples as `sitrep add`", {
  timeout: 300_000,
}, async () => {
  const queued = `${server.address()}&schema=queued`;
  const reader = ["reader", "--threads", "1", "--log", "json", "--metrics", "0"];
  const linker = ["linker", "--log", "json"];
  const first = [startMember(linker, queued), startMember(reader, queued), startMember(reader, queued)];
  const added = await run(["add", "--queue", "examples"], queued);
  expect(added.printed()).toBe("50 given out, 0 failed\n");
  const members = [...first, startMember(linker, queued), startMember(["serve", "--port", "0"], queued)];
  expect(await waitUntilDone(queued)).toMatchObject({ dead: 0 });
  const address = /at (\S+) \(/.exec(members.at(-1)?.printed() ?? "")?.[1];
  const metrics = await (await fetch(`${address}metrics`)).text();
  expect(metrics).toContain("sitrep_queue_waiting 0");
  expect((await fetch(`${address}ready`)).status).toBe(200);
  expect(await endAll(members)).toEqual([0, 0, 0, 0, 0]);
  const reads = first.slice(1).map((member) => member.reported().match(/"event":"read"/g)?.length ?? 0);
  expect(reads.reduce((sum, count) => sum + count, 0)).toBe(50);
  expect(await recordOf(queued)).toEqual(await recordOf(inject("exampleRecord")));
});

test("processes and connections are killed at random: nothing is lost or there twice, and poison is set aside", {
  timeout: 300_000,
}, async () => {
  const say = (): void => undefined;
  const killing = { server: server.address(), kills: 10, articles: 120, milliseconds: 150, seed: 3, say };
  const { killed, dead, statuses, record, whole } = await killFleet(killing);
  expect(Math.min(...Object.values(killed))).toBeGreaterThan(0);
  expect(dead).toEqual(["poison: the reader that worked on it came to an end"]);
  expect(statuses).toEqual([0, 0, 0, 0]);
  expect(record).toEqual(whole);
  expect(whole.texts).toHaveLength(120);
});
