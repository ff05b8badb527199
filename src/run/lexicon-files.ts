import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { adviceLexicon } from "../extract/advisories/advice-lexicon.js";
import { actionCodes } from "../extract/claims/action-codes.js";
import { confidenceBy } from "../extract/claims/confidence.js";
import { munitionsOf } from "../extract/claims/senders.js";
import { stanceLexicon } from "../extract/claims/stance-lexicon.js";
import { stateSubjects } from "../extract/claims/state-subjects.js";
import { unrealWords } from "../extract/claims/unreal-words.js";
import type { Lexicons } from "../extract/extract-record.js";
import { type EntityLexicons, entityLexicons } from "../extract/naming/entity-lexicons.js";
import { openGazetteer } from "../extract/places/gazetteer-file.js";
import { placeLexicon } from "../extract/places/place-lexicon.js";
import { weightsOf } from "../extract/ranking.js";
import { statementLexicon } from "../extract/statements/statement-lexicon.js";
import { timeLexicon } from "../extract/times/time-lexicon.js";
import type { Effects } from "./effects.js";
import { readOwnTable, withOwnRows, withPlacesOfOwnTables } from "./own-tables.js";

/** The folder of the tables that ship with the program. */
export const shippedData = fileURLToPath(new URL("../../data", import.meta.url));

/** The text of a table, by its name without the ending; before the rows of the program's own stand those of a person's ({@link ownTables}). */
export async function readTable(name: string, { readFile }: Pick<Effects, "readFile">): Promise<string> {
  const text = new TextDecoder().decode(await readFile(join(shippedData, `${name}.tsv`)));
  return withOwnRows(text, await readOwnTable(name, { readFile }));
}

/** The lexicons from the tables and the bytes of a gazetteer. Rejects where a table is missing or has a row that cannot be used. */
export async function readLexicons(effects: Pick<Effects, "readFile">, gazetteer: Uint8Array): Promise<Lexicons> {
  const texts = new Map(
    await Promise.all(tableNames.map(async (name) => [name, await readTable(name, effects)] as const)),
  );
  const table = (name: (typeof tableNames)[number]): string => texts.get(name) ?? "";
  return {
    statements: statementLexicon({
      cues: table("cues"),
      channels: table("channels"),
      hedges: table("hedges"),
    }),
    entities: entityLexiconsOf(table),
    stances: stanceLexicon(table("saying-nouns")),
    times: timeLexicon(table("times")),
    states: stateSubjects(table("state-subjects")),
    unreal: unrealWords(table("unreal-words")),
    munitions: munitionsOf(table("munitions")),
    actions: actionCodes(table("action-codes"), table("action-words")),
    advisories: adviceLexicon(table("advisories"), table("countries")),
    places: placeLexicon(
      await withPlacesOfOwnTables(openGazetteer(gazetteer), table("countries"), effects),
      table("countries"),
    ),
    nameTypes: weightsOf(table("name-weights")),
    circumstances: {
      time: weightsOf(table("time-weights")),
      place: weightsOf(table("place-weights")),
      party: weightsOf(table("party-weights")),
    },
    confidence: confidenceBy(weightsOf(table("confidence-weights"))),
  };
}

/** What tells names apart, from the same tables. Rejects as {@link readLexicons} does. */
export async function readEntityLexicons(effects: Pick<Effects, "readFile">): Promise<EntityLexicons> {
  const texts = new Map(
    await Promise.all(entityTableNames.map(async (name) => [name, await readTable(name, effects)] as const)),
  );
  return entityLexiconsOf((name) => texts.get(name) ?? "");
}

const entityTableNames = [
  "titles",
  "given-names",
  "countries",
  "metonyms",
  "organizations",
  "outlets",
  "collectives",
  "bearer-weights",
  "public-figures",
] as const;

type EntityTable = (typeof entityTableNames)[number];

function entityLexiconsOf(table: (name: EntityTable) => string): EntityLexicons {
  return entityLexicons({
    titles: table("titles"),
    givenNames: table("given-names"),
    countries: table("countries"),
    metonyms: table("metonyms"),
    organizations: table("organizations"),
    outlets: table("outlets"),
    collectives: table("collectives"),
    bearerWeights: table("bearer-weights"),
    publicFigures: table("public-figures"),
  });
}

const tableNames = [
  "action-codes",
  "action-words",
  "advisories",
  "bearer-weights",
  "channels",
  "collectives",
  "confidence-weights",
  "countries",
  "cues",
  "given-names",
  "hedges",
  "metonyms",
  "munitions",
  "name-weights",
  "organizations",
  "outlets",
  "place-weights",
  "party-weights",
  "public-figures",
  "saying-nouns",
  "state-subjects",
  "time-weights",
  "times",
  "titles",
  "unreal-words",
] as const;
