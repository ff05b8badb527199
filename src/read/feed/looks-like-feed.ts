/** Says of bytes whether they begin as a feed does. */
export function looksLikeFeed(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString("latin1").replaceAll("\0", "");
  if (/^(?:\xef\xbb\xbf)?\s*\{[^{}[\]]*"version"\s*:\s*"https?:(?:\\?\/){2}jsonfeed\.org\\?\//.test(head)) return true;
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<!--[\s\S]*?-->|<\?[^>]*>|<!doctype\s+(?:rss|feed|rdf)[^>[]*(?:\[[^\]]*\]\s*)?>)*<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>]/i.test(
    head,
  );
}
