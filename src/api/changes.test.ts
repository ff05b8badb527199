import { expect, test } from "vitest";
import { openedServer, ownPage } from "../../test/opened-server.js";
import { addToRecord, laterArticle, servedArticles } from "../../test/served-record.js";
import { temporaryFolder } from "../../test/temporary-folder.js";

const path = temporaryFolder();

test("what comes in, and what is corrected, is told to whoever listens, also to those who were away", async () => {
  await addToRecord(path("a.db"), servedArticles);
  const { app } = await openedServer(path("a.db"));
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  const stream = await listenTo(`${address}/api/changes`);
  await stream.opened;

  await addToRecord(path("a.db"), [laterArticle], "2031-05-22T00:00:00Z");
  const added = await stream.next("added");
  expect(added.data).toMatchObject({ articles: [{ id: "later", outlet: "Orsen Mail" }], lines: 1 });

  await fetch(`${address}/api/corrections`, {
    method: "POST",
    headers: { ...ownPage, "content-type": "application/json" },
    body: JSON.stringify({ kind: "hide", id: "later/st_1" }),
  });
  expect((await stream.next("corrected")).data).toMatchObject({ corrections: [{ id: "co_1", kind: "hide" }] });
  await stream.next("changed");

  const back = await listenTo(`${address}/api/changes`, { "last-event-id": "5.0" });
  expect((await back.next("added")).data).toMatchObject({ articles: [{ id: "later" }] });
  expect(await back.next("corrected")).toMatchObject({ id: "6.1" });

  // Streams without end do not keep a server from ending.
  await app.close();
  expect(await stream.ended).toBe(true);
});

interface Heard {
  readonly event: string;
  readonly id: string | null;
  readonly data: unknown;
}

async function listenTo(address: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(address, { headers });
  const heard: Heard[] = [];
  let wake: () => void = () => undefined;
  let opened: (value: boolean) => void = () => undefined;
  const isOpen = new Promise<boolean>((resolve) => {
    opened = resolve;
  });
  const read = async (): Promise<boolean> => {
    let text = "";
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) {
      opened(true);
      text += decoder.decode(part, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const field = (name: string): string | null => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? null;
        const event = field("event");
        if (event !== null) heard.push({ event, id: field("id"), data: JSON.parse(field("data") ?? "null") });
      }
      wake();
    }
    return true;
  };
  const ended = read();
  const next = async (event: string): Promise<Heard> => {
    for (;;) {
      const at = heard.findIndex((one) => one.event === event);
      if (at >= 0) return heard.splice(at, 1)[0] as Heard;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { opened: isOpen, ended, next };
}
