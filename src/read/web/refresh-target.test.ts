import { expect, test } from "vitest";
import { refreshTarget } from "./refresh-target.js";

function page(head: string, body = "<p>One moment.</p>"): string {
  return `<!doctype html><html><head><title>Quay</title>${head}</head><body>${body}</body></html>`;
}

test.each([
  [`<meta http-equiv="refresh" content="0; url=/quay">`, "/quay"],
  [
    `<META HTTP-EQUIV='Refresh' CONTENT="3;URL='https://mail.example/quay?a=1&amp;b=2'">`,
    "https://mail.example/quay?a=1&b=2",
  ],
  [`<meta content="0;/quay" http-equiv="refresh">`, "/quay"],
])("%s leads on", (head, target) => {
  expect(refreshTarget(page(head))).toBe(target);
});

test.each([
  ["a page that renews itself", page(`<meta http-equiv="refresh" content="5">`)],
  ["a page that waits", page(`<meta http-equiv="refresh" content="300; url=/quay">`)],
  [
    "a page with a text",
    page(`<meta http-equiv="refresh" content="0; url=/next">`, `<p>${"The quay is shut. ".repeat(60)}</p>`),
  ],
  [
    "what is for browsers without scripts",
    page(`<noscript><meta http-equiv="refresh" content="0; url=/plain"></noscript>`),
  ],
  ["a page like any other", page("")],
])("%s leads nowhere", (_what, html) => {
  expect(refreshTarget(html)).toBeNull();
});
