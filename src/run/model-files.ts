import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ModelFiles } from "../annotate/encoder/encoder-model.js";
import type { Effects } from "./effects.js";

/** The folder of the model that ships with the program. */
const shippedModel = fileURLToPath(new URL("../../models", import.meta.url));

/** The files of the model in a folder. Rejects with a sentence that says which is missing. */
export async function readModelFiles(effects: Pick<Effects, "readFile">, folder = shippedModel): Promise<ModelFiles> {
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const read = (file: string) => readModelFile(file, effects, folder);
  const [graph, about, vocabulary] = await Promise.all([read("reader.onnx"), read("reader.json"), read("vocab.txt")]);
  return { graph, about: decode(about), vocabulary: decode(vocabulary) };
}

/** One file of the model. Rejects with a sentence that says that it is missing. */
export async function readModelFile(
  file: string,
  effects: Pick<Effects, "readFile">,
  folder = shippedModel,
): Promise<Uint8Array> {
  try {
    return await effects.readFile(join(folder, file));
  } catch (error) {
    throw new ModelMissing(`Found no ${file} in ${folder}; the model belongs to the program, so install it again.`, {
      cause: error,
    });
  }
}

/** The weights, the labels or the vocabulary are not where they were installed. */
export class ModelMissing extends Error {
  override readonly name = "ModelMissing";
}
