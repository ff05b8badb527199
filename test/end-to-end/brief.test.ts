import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.js";
import type { BriefLine } from "../../src/view/brief-line.js";
import type { BriefView } from "../../src/view/brief-view.js";
import type { DueLine, DueView } from "../../src/view/due-view.js";
import type { TimelineView } from "../../src/view/timeline-view.js";
import { recordedEffects, type World } from "../recorded-effects.js";
import { temporaryFolder } from "../temporary-folder.js";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 480_000 });
vi.mock("../../src/run/worker-pool.js", () => import("../shared-engine.js"));

const path = temporaryFolder();
const database = "brief.db";

async function sitrep(words: readonly string[], world: World = {}) {
  const recording = recordedEffects(world);
  const status = await runCommandLine([...words, "--db", path(database)], recording.effects);
  return { status, printed: recording.printed(), reported: recording.reported(), written: recording.written };
}

/** Some of the example articles, as files of a folder. */
function examples(names: readonly string[]): Readonly<Record<string, string>> {
  const folder = fileURLToPath(new URL("../../examples/", import.meta.url));
  const files = [...names, "sitrep.json"].map((name) => [`examples/${name}`, readFileSync(`${folder}${name}`, "utf8")]);
  return Object.fromEntries(files);
}

const early = [
  "2031-03-03-meridian-wire.txt",
  "2031-03-03-oslovar-today.txt",
  "2031-03-04-ardland-tribune.txt",
  "2031-03-04-halverstad-courier.txt",
];
const late = ["2031-03-05-belmar-gazette.html", "2031-03-05-meridian-wire.txt", "2031-03-06-halverstad-courier.txt"];

const refusing = vi.fn<NonNullable<World["postJson"]>>(async () => ({
  kind: "answer",
  status: 503,
  headers: new Map(),
  body: new Uint8Array(),
}));
const hook = "webhook:https://hooks.example/news";
const toHook = ["alerts", "--to", hook];

describe("the example articles, as an analyst reads them", () => {
  beforeAll(async () => {
    expect((await sitrep(["add", "examples"], { files: examples(early) })).status).toBe(0);
    expect((await sitrep(["watchlist", "add", "belmara", "--country", "Belmara", "--kind", "posture"])).status).toBe(0);
    expect((await sitrep(["add", "examples"], { files: examples(late) })).status).toBe(0);
  });

  test("without a period the brief is of the last day that there are articles of", async () => {
    const { printed, status } = await sitrep(["brief"]);
    expect(status).toBe(0);
    expect(printed).toContain("6 March 2031, the last day with articles");
  });

  test("every line has an id of its own kind, each event is there once, and the same question gives the same bytes", async () => {
    const ask = ["brief", "--since", "2031-03-03", "--json"];
    const { printed } = await sitrep(ask);
    expect((await sitrep(ask)).printed).toBe(printed);
    const view = JSON.parse(printed) as BriefView;
    expect(view.size).toMatchObject({ articles: 7, outlets: 5, first: "2031-03-03", last: "2031-03-06" });
    const lines = linesOf(view);
    expect(lines.length).toBeGreaterThan(20);
    for (const { id } of lines) expect(id).toMatch(/^(?:ev|hi|di)_[0-9a-f]{16}$|\/(?:st|ac|po)_\d+$/);
    const states = [...view.changes.lines, ...view.postures.lines].map(({ mark }) => mark);
    expect(states).toContain("ambassador recalled");
    expect(states).toContain("non-emergency staff ordered out");
    expect(view.actions.lines.map(({ id }) => id)).toHaveLength(new Set(view.actions.lines.map(({ id }) => id)).size);
    for (const { sides } of view.disputes.lines) expect(sides.length).toBeGreaterThan(1);
  });

  test("the page is the same in a terminal, in Markdown and in HTML", async () => {
    const view = JSON.parse((await sitrep(["brief", "--since", "2031-03-03", "--json"])).printed) as BriefView;
    const pages = await Promise.all(
      ["terminal", "markdown", "html"].map((format) => sitrep(["brief", "--since", "2031-03-03", "--format", format])),
    );
    for (const { printed } of pages) for (const { id } of linesOf(view)) expect(printed).toContain(id);
    const html = pages[2]?.printed ?? "";
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
    expect(pages[1]?.printed).toMatch(/^## .+\n\n\*\d+ articles?\*\n\n\*\*In what state\*\*$/m);
  });

  test("narrowed down to a country, each line of what is done names it", async () => {
    const { printed } = await sitrep(["brief", "--since", "2031-03-03", "--country", "Belmara", "--json"]);
    const view = JSON.parse(printed) as BriefView;
    expect(view.about).toEqual(["Belmara"]);
    const acts = [...view.changes.lines, ...view.actions.lines].filter(({ id }) => id.startsWith("ev_"));
    expect(acts.length).toBeGreaterThan(0);
    for (const line of acts) expect(JSON.stringify(line)).toContain("Belmar");
  });

  test("what cannot be asked is said, and nothing is printed", async () => {
    for (const [words, reason] of [
      [["brief", "--country", "?!"], "has no word in it"],
      [["brief", "--story", "sy_0"], "there is no story sy_0"],
      [["timeline", "--watch", "nobody"], "there is no watch “nobody”"],
      [["brief", "--since", "2031-03-04", "--until", "2031-03-04"], "has no day in it"],
    ] as const) {
      const { status, reported, printed } = await sitrep(words);
      expect({ status, printed }).toEqual({ status: 2, printed: "" });
      expect(reported).toContain(reason);
    }
  });

  test("the timeline has each day once, in order, and each event on one day", async () => {
    const { printed } = await sitrep(["timeline", "--json"]);
    const { days } = JSON.parse(printed) as {
      readonly days: readonly { readonly day: string; readonly lines: readonly BriefLine[] }[];
    };
    expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted());
    // A history may come back to a state that was over.
    const key = ({ id, mark, day }: BriefLine): string =>
      id.startsWith("hi_") ? `${id} ${mark} ${day}` : `${id} ${mark}`;
    const ids = days.flatMap(({ lines }) => lines.map(key));
    expect(new Set(ids).size).toBe(ids.length);
    expect((await sitrep(["timeline", "--since", "2031-03-05"])).printed).toContain("5 March 2031\n");
  });

  test("whatever takes a first day takes so long before the last article too", async () => {
    const printed = async (...words: readonly string[]) => (await sitrep([...words])).printed;
    const { period } = JSON.parse(await printed("brief", "--json")) as BriefView;
    const day = period.since ?? "";
    const daysBefore = (days: number) => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
    for (const words of [
      ["statements", "--json"],
      ["postures", "--history", "--json"],
      ["disputes", "--json"],
      ["export"],
    ])
      expect(await printed(...words, "--since", "3d"), words.join(" ")).toBe(
        await printed(...words, "--since", daysBefore(2)),
      );
    const [hours, days] = [
      await printed("export", "--since", "24h"),
      await printed("export", "--since", daysBefore(1)),
    ];
    expect(hours.split("\n").filter((line) => !days.includes(line))).toEqual([]);
    expect(hours.length).toBeLessThan(days.length);
    expect((await sitrep(["statements", "--since", "soon"])).reported).toContain(
      "or a period up to the last article like 24h",
    );
  });

  test("what is due is listed from the day asked for, passes without a report, and stands in brief and timeline", async () => {
    const due = async (...options: readonly string[]) =>
      (JSON.parse((await sitrep(["due", "--json", ...options])).printed) as DueView).lines;
    const consulate = (lines: readonly DueLine[]) =>
      lines.find(({ words: told }) => told?.text.includes("Port Veshti is to close"));
    const before = consulate(await due("--on", "2031-03-04"));
    expect(before).toMatchObject({ mark: "to close", day: "2031-03-06", dated: "on", state: "due", outcome: null });
    expect(before?.facts).toContain("due in 2 days");
    expect(consulate(await due("--on", "2031-03-05"))?.facts).toContain("due tomorrow");
    const closed = { state: "done", announced: "2031-03-04", outcome: { day: "2031-03-06" } };
    expect(consulate(await due("--on", "2031-03-08"))).toMatchObject(closed);
    const passed = (await due("--on", "2031-03-10")).filter(({ state }) => state === "passed");
    expect(passed.map(({ day }) => day)).toContain("2031-03-09");
    for (const { outcome, facts } of passed) {
      expect(outcome).toBeNull();
      expect(facts).toContain("passed, no report of it");
    }
    expect(consulate(await due("--on", "2031-03-03"))).toBeUndefined();
    const page = await sitrep(["due"]);
    expect(page.status).toBe(0);
    expect(page.printed).toMatch(/^Due\nas of 6 March 2031\n\nDUE\n/);
    expect(page.printed).toContain("by 9 Mar");
    expect((await sitrep(["brief"])).printed).toContain("\nWhat is due\n");
    const { days } = JSON.parse((await sitrep(["timeline", "--json"])).printed) as TimelineView;
    expect(days.find(({ day }) => day === "2031-03-09")?.lines.flatMap(({ facts }) => facts)).toContain(
      "due in 3 days",
    );
    expect((await sitrep(["due", "--on", "6 March"])).status).toBe(2);
    expect((await sitrep(["due", "--story", "sy_0"])).status).toBe(2);
  });

  test("a watch tells what came in after it, with the words that it was watched for", async () => {
    const { printed } = await sitrep(["alerts"]);
    expect(printed).toContain("belmara · watched for Belmara: the line names “Belmara”");
    expect(printed).toMatch(/ambassador\s+recalled/);
    expect((await sitrep(["alerts"])).printed).toBe(printed);
  });

  test("what a target does not take is delivered the next time, and then never again", async () => {
    const first = await sitrep(toHook, { postJson: refusing });
    expect(first.status).toBe(1);
    expect(first.reported).toContain("not delivered, the server answered 503");
    const second = await sitrep(toHook);
    expect(second.status).toBe(0);
    const sent = JSON.parse(refusing.mock.calls[0]?.[1] ?? "{}") as { readonly alerts: readonly unknown[] };
    expect(second.reported).toBe(
      `sitrep: ${hook}: ${sent.alerts.length} alert${sent.alerts.length === 1 ? "" : "s"} delivered\n`,
    );
    refusing.mockClear();
    expect((await sitrep(toHook, { postJson: refusing })).reported).toBe(`sitrep: ${hook}: 0 alerts delivered\n`);
    expect(refusing).not.toHaveBeenCalled();
  });

  test("mail says in its subject how much is new for which watch, and in its text why", async () => {
    const words = ["alerts", "--to", "mail:duty@desk.example"];
    expect((await sitrep(words)).reported).toContain("not delivered, no mail server is named; give --mail-server and");
    const sendMail = vi.fn<NonNullable<World["sendMail"]>>(async () => null);
    const server = ["--mail-server", "smtps://sitrep%40desk.example@mail.example"];
    const { status, reported } = await sitrep([...words, ...server], { sendMail });
    expect({ status, reported }).toMatchObject({ status: 0, reported: expect.stringContaining(" delivered\n") });
    const [mail, at] = sendMail.mock.calls[0] ?? [];
    expect(mail).toMatchObject({ from: "sitrep@desk.example", to: "duty@desk.example" });
    expect(mail?.subject).toMatch(/^Sitrep: \d+ alerts? \(belmara\)$/);
    expect(mail?.text).toContain("belmara · watched for Belmara: the line names “Belmara”");
    expect(at).toEqual({ host: "mail.example", port: 465, encrypted: true, user: "sitrep@desk.example" });
    await sitrep([...words, ...server], { sendMail });
    expect(sendMail).toHaveBeenCalledOnce();
    const withPassword = await sitrep([...words, "--mail-server", "smtp://desk:secret@mail.example"]);
    expect(withPassword).toMatchObject({ status: 2, reported: expect.stringContaining("SITREP_MAIL_PASSWORD") });
  });

  test("a brief is sent by mail as text and as a page, to each person alone", async () => {
    const words = ["brief", "--since", "2031-03-03", "--mail-to", "duty@desk.example", "night@desk.example"];
    expect(await sitrep(words)).toMatchObject({
      status: 1,
      printed: "",
      reported: expect.stringContaining("not sent"),
    });
    const sendMail = vi.fn<NonNullable<World["sendMail"]>>(async ({ to }) => (to.startsWith("duty") ? null : "full"));
    const server = ["--mail-server", "smtp://mail.example", "--mail-from", "sitrep@desk.example"];
    const { status, reported, printed } = await sitrep([...words, ...server], { sendMail });
    expect({ status, printed }).toEqual({ status: 1, printed: "" });
    expect(reported).toContain("mail:duty@desk.example: sent\nsitrep: mail:night@desk.example: not sent, full\n");
    const [mail] = sendMail.mock.calls[0] ?? [];
    expect(mail).toMatchObject({ from: "sitrep@desk.example", to: "duty@desk.example" });
    expect(mail?.subject).toMatch(/^Brief · 3 March 2031 to \d+ March 2031$/);
    expect(mail?.html).toBe((await sitrep(["brief", "--since", "2031-03-03", "--format", "html"])).printed);
    expect(mail?.text).toContain("What is due\n");
    expect(Math.max(...(mail?.text ?? "").split("\n").map((line) => line.length))).toBeLessThanOrEqual(76);
  });

  test("a feed file keeps what it had, and a command gets the alerts as JSON", async () => {
    const { written } = await sitrep(["alerts", "--to", "atom:alerts.xml"]);
    const feed = Buffer.from(written.get("alerts.xml") ?? []).toString("utf8");
    expect(feed).toContain('<category term="belmara"/>');
    expect(feed.match(/<entry>/g)?.length).toBe(feed.match(/<id>urn:sitrep:alert:/g)?.length);
    expect((await sitrep(["alerts", "--to", "atom:alerts.xml"])).written.size).toBe(0);
    const runCommand = vi.fn<NonNullable<World["runCommand"]>>(async () => ({ status: 3, errors: "no post" }));
    const failed = await sitrep(["alerts", "--to", "command:send-post"], { runCommand });
    expect(failed.reported).toContain("the command ended with status 3: no post");
    expect(JSON.parse(runCommand.mock.calls[0]?.[1] ?? "{}")).toHaveProperty("alerts");
  });

  test("--since-last prints an alert once; a watch that is removed tells nothing", async () => {
    expect((await sitrep(["alerts", "--since-last"])).printed).toContain("belmara");
    expect((await sitrep(["alerts", "--since-last"])).printed).toBe("Nothing new.\n");
    expect((await sitrep(["watchlist", "list"])).printed).toContain("belmara · Belmara · postures");
    expect((await sitrep(["watchlist", "remove", "belmara"])).printed).toBe("removed belmara\n");
    expect((await sitrep(["watchlist", "remove", "belmara"])).status).toBe(2);
    expect((await sitrep(["alerts"])).printed).toBe("Nothing new.\n");
  });
});

function linesOf({ changes, postures, actions, statements, disputes, due }: BriefView): readonly BriefLine[] {
  return [changes, postures, actions, statements, disputes, due].flatMap(({ lines }) => lines);
}
