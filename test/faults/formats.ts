import type { Article } from "../../src/doc/article.js";
import { type Check, readFault } from "./fault.js";

type Known = Pick<Article, "text" | "outlet" | "published" | "title">;

/** Faults of formats that were once read as prose: mail, subtitles, JSON, tables. */
export const checks: Readonly<Record<string, Check>> = {
  F01: read(([mail]) => /Quay Dispatch/.test(mail?.outlet ?? "") && mail?.published?.startsWith("2031-03-03") === true),
  F03: read(([talk]) => /The pier will stay closed until the wreck is lifted\./.test(talk?.text ?? "")),
  F05: read((messages) => messages.length > 0 && messages.every(({ text }) => !/"type"/.test(text))),
  F07: read(
    ([article]) => article?.title === "Pier stays closed" && article.text.includes("Harbour master Odile Brandt"),
  ),
  F10: read((rows) => rows.map(({ title }) => title).join() === "Pier,Ferry"),
};

/** Whether the articles of an input are right. */
function read(isRight: (articles: readonly Known[]) => boolean): Check {
  return async (fault) => {
    const { records } = await readFault(fault);
    return isRight(records.map(({ article }) => article));
  };
}
