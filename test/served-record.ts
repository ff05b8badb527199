import type { LinkInput } from "../src/link/link-input.js";
import { addArticles } from "../src/store/add-articles.js";
import { linkUnlinked } from "../src/store/links/link-unlinked.js";
import { openStoreForWriting } from "../src/store/store.js";
import { sha256 } from "../src/text/hash.js";
import { shippedLexicons } from "./link/shipped-tables.js";
import { toldArticle } from "./link/told-article.js";
import { wireStories } from "./link/wire-stories.js";

const [, , , , strike] = wireStories;
const embassy = { name: "Norland embassy", kind: "facility", country: "NO" } as const;
const claim = "the drones were launched from a Norland ship in the strait";
const denied = "that any drones had been launched from a Norland ship";

/** What an article must not be able to do: to open a tag, to turn the line round, to end a string or a stream. */
export const hostileTitle = `</script><script>alert("x")</script> \u202etxt.exe\u202c <img src=x onerror=alert(1)> \n\ndata: x\n\n`;

const sulk = { name: "Irena Sulk", kind: "person" } as const;

/** Articles with lines of every kind, a dispute, a history of two states, copies, and a hostile one. */
export const servedArticles: readonly LinkInput[] = [
  toldArticle("reduced", {
    text: "Families have left the Norland embassy in Oslovar, the courier wrote. Irena Sulk said the quay was safe.",
    ...{ outlet: "Vell Courier", published: "2031-05-04", url: "https://courier.example/reduced" },
    who: [embassy, sulk],
    states: [{ subject: "Norland embassy", aspect: "staffing", value: "reduced" }],
    said: [{ speaker: "Irena Sulk", content: "the quay was safe" }],
  }),
  toldArticle("evacuated", {
    text: "Everybody has left the Norland embassy in Oslovar, the gazette wrote. Norland shelled Orsen.",
    ...{ outlet: "Belmar Gazette", published: "2031-05-06" },
    who: [embassy, { name: "Norland", kind: "government", country: "NO" }, { name: "Orsen", kind: "government" }],
    states: [{ subject: "Norland embassy", aspect: "staffing", value: "evacuated" }],
    acts: [{ actor: "Norland", recipient: "Orsen", type: "ASSAULT", trigger: "shelled" }],
  }),
  toldArticle("claim", {
    text: `${strike?.paragraphs.join("\n\n")}\n\nIrena Sulk said ${claim}.`,
    ...{ outlet: "Orsen Mail", published: "2031-05-09", who: [sulk] },
    said: [{ speaker: "Irena Sulk", content: claim, act: "accuse" }],
  }),
  toldArticle("denial", {
    text: `${strike?.other.join("\n\n")}\n\nOwen Tarrant denied ${denied}.`,
    ...{ outlet: "Halver Post", published: "2031-05-10", who: [{ name: "Owen Tarrant", kind: "person" }] },
    said: [{ speaker: "Owen Tarrant", content: denied, act: "deny" }],
  }),
  toldArticle("hostile/../%2e%2e", {
    title: hostileTitle,
    text: `Irena Sulk said <b>the quay</b> was shut. ${"Long words. ".repeat(50)}`,
    ...{ outlet: `"><script>`, published: "2031-05-11", url: "javascript:alert(1)", who: [sulk] },
    said: [{ speaker: "Irena Sulk", content: "<b>the quay</b> was shut" }],
  }),
];

/** One more, for those who ask what a new one changes. */
export const laterArticle: LinkInput = toldArticle("later", {
  text: "Irena Sulk said the harbour opened again.",
  ...{ outlet: "Orsen Mail", published: "2031-05-12", who: [sulk] },
  said: [{ speaker: "Irena Sulk", content: "the harbour opened again" }],
});

/** Adds articles to the database at `path`, as another process would, and links them. */
export async function addToRecord(path: string, articles: readonly LinkInput[], now = "2031-05-20T12:00:00Z") {
  const store = await openStoreForWriting(path, { now: () => new Date(now) });
  try {
    const batch = articles.map(({ record }) => {
      const article = { ...record.article, sha256: sha256(record.article.text), messages: [] };
      const analysis = { kind: "record", record: { ...record, article } } as const;
      return { arrival: { article, input: "test", fetched: null }, analysis };
    });
    await addArticles(store, batch);
    for await (const _ of linkUnlinked(store, shippedLexicons));
  } finally {
    await store.close();
  }
}
