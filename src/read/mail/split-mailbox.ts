/** The mails of a mailbox (MBOX), one after the other, without the lines that part them; a line `>From ` within a mail loses its mark. */
export function* splitMailbox(bytes: Uint8Array): Generator<Uint8Array> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 0; start < whole.length; ) {
    const next = nextSeparator(whole, start + 1);
    const headers = whole.indexOf(0x0a, start) + 1;
    if (headers > 0 && headers < next) yield unescaped(whole.subarray(headers, next));
    start = next;
  }
}

/** Where the next mail begins: behind a blank line, a line that starts with `From ` and ends with a year; else the end. */
function nextSeparator(whole: Buffer, from: number): number {
  for (let at = whole.indexOf("\nFrom ", from); at >= 0; at = whole.indexOf("\nFrom ", at + 1)) {
    const before = whole.toString("latin1", Math.max(0, at - 2), at);
    const line = whole.toString("latin1", at + 1, at + 200).split("\n", 1)[0] ?? "";
    if (/\n\r?$/.test(before) && /^From \S+ .*\d{4}(?: [+-]\d{4})?\s*$/.test(line)) return at + 1;
  }
  return whole.length;
}

function unescaped(mail: Buffer): Uint8Array {
  if (!mail.includes("\n>From ")) return mail;
  return Buffer.from(mail.toString("latin1").replace(/^>(>*From )/gm, "$1"), "latin1");
}
