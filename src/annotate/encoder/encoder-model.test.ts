import { expect, test } from "vitest";
import { openEncoder } from "./encoder-model.js";

test("labels of another version are refused before the weights are looked at", async () => {
  const lists = { upos: [], feats: [], lemma: [], deprel: [], names: [], cue: [] };
  for (const about of [
    "{}",
    '{"name": "reader", "sha256": "0"}',
    JSON.stringify({ name: "", sha256: "", labels: lists }),
  ]) {
    const files = { graph: new Uint8Array(), about, vocabulary: "" };
    await expect(openEncoder(files, { threads: 1 })).rejects.toThrow(
      "reader.json without name, sha256 or lists of labels",
    );
  }
});
