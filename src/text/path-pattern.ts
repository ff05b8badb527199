/** What a path names by a pattern, in which `:name` stands for one part (`/stories/:id`); `null` where it is of another form. Slashes at its ends do not count. */
export function namedInPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const [wanted, given] = [pattern, path].map((written) => written.split("/").filter((part) => part !== ""));
  if (wanted === undefined || given === undefined || wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = decoded(given[at] ?? "");
    if (value === null) return null;
    if (part.startsWith(":")) params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
}

/** `null` for what no browser would write. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
