import { expect, test } from "vitest";
import { Cookies } from "./cookies.js";

function sent(set: readonly string[], to: string, from = "https://www.mail.example/feed"): string | undefined {
  const cookies = new Cookies();
  cookies.take(set.join("\n"), from);
  return cookies.headerFor(to).cookie;
}

test.each([
  ["to the host that set it", "seen=1", "https://www.mail.example/other", "seen=1"],
  ["to no other host", "seen=1", "https://mail.example/", undefined],
  ["to the domain that it names", "seen=1; Domain=.mail.example", "https://img.mail.example/", "seen=1"],
  ["not where it names another's domain", "seen=1; domain=other.example", "https://other.example/", undefined],
  ["not beyond a domain's whole names", "seen=1; domain=mail.example", "https://hotmail.example/", undefined],
  ["to its host alone where the domain is one word", "seen=1; domain=example", "https://www.mail.example/", "seen=1"],
  ["below its path", "seen=1; Path=/a", "https://www.mail.example/a/b", "seen=1"],
  ["not beside its path", "seen=1; Path=/a", "https://www.mail.example/ab", undefined],
  ["not in the clear where it is secure", "seen=1; Secure", "http://www.mail.example/", undefined],
  ["not once it is taken back", "seen=1; Max-Age=0", "https://www.mail.example/", undefined],
  [
    "not with a date of long ago",
    "seen=; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
    "https://www.mail.example/",
    undefined,
  ],
  ["not without a name", "=1", "https://www.mail.example/", undefined],
  ["not with what no header can hold", "seen=a b", "https://www.mail.example/", undefined],
])("a cookie is sent %s", (_name, set, to, cookie) => {
  expect(sent([set], to)).toBe(cookie);
});

test("a later cookie of a name replaces the earlier", () => {
  expect(sent(["a=1; Path=/", "b=2", "a=3"], "https://www.mail.example/")).toBe("b=2; a=3");
});
