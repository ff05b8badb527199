import { expect, test } from "vitest";
import { forwardedIn } from "./forwarded-mail.js";

test("a head whose lines an HTML part ran together is one", () => {
  const text =
    "Look.\n\n---------- Forwarded message --------- From: Guard <g@guard.example> Date: Sun, Mar 2, 2031 at 6:05 PM Subject: Slip To: <x@y.example>\n\nShut.";
  expect(forwardedIn(text)).toEqual({
    above: "Look.\n\n",
    from: "Guard <g@guard.example>",
    date: "Sun, Mar 2, 2031 at 6:05 PM",
    subject: "Slip",
    text: "Shut.",
  });
});

test("a head without a line before it is one where its lines follow one another", () => {
  const found = forwardedIn("From: Guard\nSent: 2 March 2031 18:05\nTo: Desk\nSubject: Slip\n\nShut.");
  expect(found).toMatchObject({ from: "Guard", date: "2 March 2031 18:05", subject: "Slip", text: "Shut." });
});

test.each([
  "From: the harbour to the hills",
  "---- Forwarded message ----\n\nno head",
  "",
])("%j forwards nothing", (text) => {
  expect(forwardedIn(text)).toBeNull();
});
