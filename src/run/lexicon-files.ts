import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { actionLexicon } from "../extract/actions/action-lexicon.js";
import { entityLexicons } from "../extract/entities/entity-lexicons.js";
import type { Lexicons } from "../extract/extract-record.js";
import { openGazetteer } from "../extract/places/gazetteer-file.js";
import { placeLexicon } from "../extract/places/place-lexicon.js";
import { postureLexicon } from "../extract/postures/posture-lexicon.js";
import { stanceLexicon } from "../extract/stances/stance-lexicon.js";
import { statementLexicon } from "../extract/statements/statement-lexicon.js";
import { timeLexicon } from "../extract/times/time-lexicon.js";
import type { Effects } from "./effects.js";

/** The folder of the tables that ship with the program. */
export const shippedData = fileURLToPath(new URL("../../data", import.meta.url));

/** The lexicons from the tables of a folder and the bytes of a gazetteer. Rejects where a table is missing or has a row that cannot be used. */
export async function readLexicons(
  { readFile }: Pick<Effects, "readFile">,
  gazetteer: Uint8Array,
  folder = shippedData,
): Promise<Lexicons> {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await readFile(join(folder, `${name}.tsv`)));
  const outlets = await read("outlets");
  const countries = await read("countries");
  return {
    statements: statementLexicon({
      cues: await read("cues"),
      channels: await read("channels"),
      outlets,
      hedges: await read("hedges"),
    }),
    entities: entityLexicons({
      titles: await read("titles"),
      givenNames: await read("given-names"),
      countries,
      metonyms: await read("metonyms"),
      organizations: await read("organizations"),
      outlets,
      collectives: await read("collectives"),
    }),
    stances: stanceLexicon(await read("stances"), await read("saying-nouns")),
    times: timeLexicon(await read("times")),
    actions: actionLexicon({
      classes: await read("action-words"),
      verbs: await read("action-verbs"),
      nouns: await read("action-nouns"),
      frames: await read("action-frames"),
    }),
    postures: postureLexicon({ classes: await read("posture-words"), postures: await read("postures") }),
    places: placeLexicon(openGazetteer(gazetteer), countries),
  };
}
