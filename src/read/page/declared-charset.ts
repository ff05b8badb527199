/** The encoding that a page's `meta` element declares in its first 4,096 bytes, in lower case, or `null`. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString("latin1");
  const match =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ?? /<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(head);
  const charset = match?.[1]?.toLowerCase() ?? null;
  // The HTML standard reads both as Windows-1252, and a `meta` that was readable as ASCII cannot be in UTF-16.
  if (charset === "iso-8859-1" || charset === "us-ascii" || charset === "latin1") return "windows-1252";
  return charset?.startsWith("utf-16") ? "utf-8" : charset;
}
