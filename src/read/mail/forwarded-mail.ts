/** A mail within the text of another, with what its head there tells. */
export interface ForwardedMail {
  /** What whoever forwarded it wrote above it. */
  readonly above: string;
  /** As written: a name, an address or both. */
  readonly from: string;
  readonly date: string | null;
  readonly subject: string | null;
  readonly text: string;
}

/** The mail that is forwarded in a text, by the heads that Gmail, Apple's Mail, Outlook and Thunderbird write; `null` where there is none. */
export function forwardedIn(text: string): ForwardedMail | null {
  const mark = marks.exec(text);
  if (mark === null) return null;
  const rest = unquoted(text.slice(mark.index + mark[0].length).replace(/^\s+/, ""));
  const [head = "", ...paragraphs] = rest.split(/\n\s*\n/);
  const fields = new Map(
    head
      .slice(0, longestHead)
      .split(labels)
      .flatMap((field) => {
        const [, name = "", value = ""] = /^(\w+(?:-\w+)?):\**\s*([\s\S]*?)\**\s*$/.exec(field) ?? [];
        return name === "" ? [] : [[name.toLowerCase(), value.replace(/\s+/g, " ")] as const];
      }),
  );
  const from = fields.get("from") ?? "";
  if (from === "") return null;
  const date = fields.get("date") ?? fields.get("sent") ?? null;
  return {
    above: text.slice(0, mark.index),
    from,
    date,
    subject: fields.get("subject") ?? null,
    text: paragraphs.join("\n\n"),
  };
}

/** More than any head has, so that no hostile one takes long. */
const longestHead = 4_000;

const marks =
  /^[ \t]*(?:-{2,} ?Forwarded message ?-{2,}|Begin forwarded message:|-{2,} ?(?:Original|Forwarded) Message ?-{2,}|_{20,}\s*(?=\**From:)|(?=\**From:.*\n\**(?:Sent|Date):))/im;

const labels = /(?:^|\s)\**(?=(?:From|Date|Sent|Subject|To|Cc|Reply-To):)/;

function unquoted(text: string): string {
  return text.startsWith(">") ? text.replace(/^> ?/gm, "") : text;
}
