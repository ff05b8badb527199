import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { isMailAddress, mailServer, sendMail } from "./send-mail.js";

/** A mail server on the loopback: what it answers to a command by its first word, and what it is told. */
type Answers = Readonly<Record<string, string>>;

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const obliging: Answers = {
  greeting: "220 mail.example",
  EHLO: "250 mail.example",
  MAIL: "250 ok",
  RCPT: "250 ok",
  DATA: "354 go on",
  ".": "250 taken",
  QUIT: "221 bye",
};

async function serverThat(answers: Answers) {
  const told: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const say = (name: string) => answers[name] !== undefined && socket.write(`${answers[name]}\r\n`);
    let [rest, inData] = ["", false];
    say("greeting");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        told.push(line);
        const word = line.split(" ")[0] ?? "";
        if (inData && line !== ".") continue;
        inData = word === "DATA";
        if (answers[word] === "hang up") socket.destroy();
        else if (answers[word] === "drip") drip(socket);
        else say(word);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { told, at: { host: "127.0.0.1", port, encrypted: false, user: null } };
}

/** Shows a sign of life every tenth of a second, and never an answer. */
function drip(socket: Socket): void {
  const drops = setInterval(() => socket.write("2"), 100);
  socket.on("close", () => clearInterval(drops));
}

const mail = { from: "sitrep@desk.example", to: "duty@desk.example", subject: "2 alerts", text: "Zoë’s line\n.\nlast" };
const impatient = { connection: 300, silence: 1_500, whole: 10_000 };

describe("handing a message to a mail server", () => {
  test("it gets sender, recipient, subject and the whole text, a line of one dot too", async () => {
    const { told, at } = await serverThat(obliging);
    expect(await sendMail(mail, at, null)).toBeNull();
    expect(told).toContain("MAIL FROM:<sitrep@desk.example>");
    expect(told).toContain("RCPT TO:<duty@desk.example>");
    expect(told).toContain("Subject: 2 alerts");
    const body = told.slice(told.indexOf("", told.indexOf("DATA")) + 1, told.lastIndexOf("."));
    expect(decodeQuotedPrintable(body.join("\n"))).toContain("Zoë’s line\n..\nlast");
  });

  test("a page goes with the text that says the same", async () => {
    const { told, at } = await serverThat(obliging);
    expect(await sendMail({ ...mail, html: "<p>the quay</p>" }, at, null)).toBeNull();
    const types = told.filter((line) => /^Content-Type:/.test(line)).map((line) => line.replace(/;.*/, ""));
    expect(types).toEqual(["multipart/alternative", "text/plain", "text/html"].map((type) => `Content-Type: ${type}`));
  });

  test("a subject with line ends in it makes no further header", async () => {
    const { told, at } = await serverThat(obliging);
    await sendMail({ ...mail, subject: "watch\r\nBcc: all@desk.example" }, at, null);
    expect(told.filter((line) => /^(?:Bcc|RCPT)/.test(line))).toEqual(["RCPT TO:<duty@desk.example>"]);
  });

  test.each([
    ["a recipient that it refuses", { RCPT: "550 5.1.1 nobody here" }, "550 5.1.1 nobody here"],
    ["a message that it refuses", { ".": "554 5.7.1 spam" }, "554 5.7.1 spam"],
    ["a connection that it cuts", { DATA: "hang up" }, "did not take it"],
    ["no greeting", { greeting: undefined }, "Greeting never received"],
    ["no answer", { MAIL: undefined }, "Timeout"],
    ["something that is no mail server", { greeting: "HTTP/1.1 400 Bad Request" }, "Invalid greeting"],
  ])("%s is told in words", async (_, answers, reason) => {
    const { at } = await serverThat({ ...obliging, ...answers } as Answers);
    const failure = await sendMail(mail, at, null, impatient);
    expect(failure).toContain(`the mail server 127.0.0.1:${at.port} did not take it`);
    expect(failure).toContain(reason);
  });

  test("a server that answers a letter at a time, without an end, is left after the time for all of it", async () => {
    const { at } = await serverThat({ ...obliging, MAIL: "drip" });
    const failure = await sendMail(mail, at, null, { ...impatient, whole: 800 });
    expect(failure).toContain("longer than 0.8 seconds");
  });

  test("a greeting without an end is cut off", async () => {
    const { at } = await serverThat({ ...obliging, greeting: `220-${"x".repeat(3_000_000)}` });
    expect((await sendMail(mail, at, null, impatient))?.length).toBeLessThan(400);
  });

  test("a password goes to no server that does not encrypt, and is in no message", async () => {
    const { told, at } = await serverThat({ ...obliging, EHLO: "250-mail.example\r\n250 AUTH PLAIN LOGIN" });
    const failure = await sendMail(mail, { ...at, user: "desk" }, "a secret", impatient);
    expect(failure).toContain("did not take it");
    expect(failure).not.toContain("secret");
    expect(told.filter((line) => line.startsWith("AUTH"))).toEqual([]);
    expect(await sendMail(mail, { ...at, user: "desk" }, null)).toContain("SITREP_MAIL_PASSWORD");
  });
});

test("a server is an address without a password", () => {
  expect(mailServer("smtp://mail.example")).toEqual({ host: "mail.example", port: 587, encrypted: false, user: null });
  expect(mailServer("smtps://desk%40desk.example@[::1]:4650")).toEqual({
    ...{ host: "::1", port: 4650, encrypted: true, user: "desk@desk.example" },
  });
  for (const wrong of [
    "mail.example",
    "smtp://",
    "smtp://desk:secret@mail.example",
    "smtp://mail.example/x",
    "http://a",
    "smtp://a%zz@mail.example",
  ]) {
    expect(mailServer(wrong)).toBeNull();
  }
});

test("an address names one person", () => {
  expect(isMailAddress("duty@desk.example")).toBe(true);
  for (const wrong of [
    "duty",
    "a@b,c@d",
    "Duty <duty@desk.example>",
    "a@b\r\nBcc: c@d",
    "a b@c",
    `${"a".repeat(250)}@b.example`,
  ]) {
    expect(isMailAddress(wrong)).toBe(false);
  }
});

function decodeQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number(`0x${hex}`)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
