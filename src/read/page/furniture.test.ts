import { describe, expect, test } from "vitest";
import { isInterruption, withoutHeading } from "./furniture.js";

describe("lines between paragraphs", () => {
  test.each([
    "Advertisement",
    "Read more: Quay closed again",
    "Sign up to Harbour Briefing, our weekly newsletter",
    "Your privacy matters to us.",
    "This site uses cookies to remember you.",
    "Reprinting only with a link to The Orsen Mail.",
    "Reproduction without our written permission is prohibited.",
    "Get our app",
    "Sign up for breaking news alerts",
    "Were you on the ferry? Call our newsdesk.",
    "Continue reading the main story",
    "Photo",
    "4 min read",
    "Image source, Cape Wire",
  ])("%s", (line) => expect(isInterruption(line)).toBe(true));

  test.each([
    "Sign up, the sergeant told the boys, or go home.",
    "Listen to what the harbour master says, she said.",
    "Read more than one report before you sail, Marn advised.",
    "We value your support, the minister said.",
    "Reproduction of the birds has fallen by half.",
    "Republicans gave the governor their consent on Monday.",
    "Republican senators say they see no link.",
    "Register with the embassy to receive alerts and updates.",
    "Get the boats out of the channel, the coastguard said.",
    "Photo of the wreck shows no damage, the port said.",
    `Read more: ${"the quay was closed, ".repeat(10)}and that was that.`,
  ])("but no sentence of an article: %s", (line) => expect(isInterruption(line)).toBe(false));
});

describe("lines above an article", () => {
  const told = { title: "Quay closed", authors: ["Tove Lind"], published: "2031-03-04" };

  test("that say title, writer and day again are left out", () => {
    const body = ["QUAY CLOSED", "Tove Lind, Port Editor", "4 March 2031", "The quay was closed on Monday."];
    expect(withoutHeading(body, told)).toEqual(["The quay was closed on Monday."]);
  });

  test("stay where they tell what nothing else does", () => {
    expect(withoutHeading(["4 March 2031", "The quay was closed."], { ...told, published: null })[0]).toBe(
      "4 March 2031",
    );
    const sentences = ["Tove Lind was the first to see it.", "Port news", "The quay was closed on 4 March 2031."];
    expect(withoutHeading(sentences, told)).toEqual(sentences);
  });

  test("are looked for at the head alone", () => {
    const body = ["One.", "Two.", "Three.", "Four.", "Quay closed"];
    expect(withoutHeading(body, told)).toEqual(body);
  });
});
