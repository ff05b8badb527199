import { z } from "zod";
import type { LanesView } from "../../view/lanes-view.js";
import type { MapView, PlacedLine } from "../../view/map-view.js";
import { edgeKinds, type NetworkView } from "../../view/network-view.js";
import type { StatementsByPartyView } from "../../view/statements-by-party-view.js";
import { briefLineSchema } from "./brief.js";
import { lineSchema } from "./line.js";

const known = z.string().nullable();

const drawn = z
  .strictObject({
    asked: z.strictObject({ since: known, until: known }),
    since: known.describe("The first day that is drawn; null where there is nothing to draw."),
    until: known.describe("The day behind the last."),
    last: known.describe("The last day drawn that an article tells to be its own: undated ones stand behind it."),
    articles: z.int(),
    earlier: z.int().describe("Articles of earlier days that were asked for too, and are too many to draw."),
    about: z.array(z.string()).readonly(),
    gaps: z
      .array(z.strictObject({ since: z.string(), until: z.string(), days: z.int() }))
      .readonly()
      .describe("Days in between on which the record has no article."),
  })
  .meta({ id: "DrawnView", description: "Of which days a picture is drawn, and what is left out of it." });

const partyFields = {
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  country: known,
  role: known.describe("A title that articles give and do not call former."),
};
const party = z.strictObject(partyFields).meta({ id: "Party", description: "Somebody known." });

const laneFields = {
  origins: z.int(),
  marks: z
    .array(
      briefLineSchema.extend({
        kind: z.enum(["action", "statement", "posture"]),
        from: z.string().describe("A day or a moment; a moment without a zone is in the place's own time."),
        to: known.describe("The end of the time that is told, or of the state."),
      }),
    )
    .readonly(),
};

export const lanesSchema = z
  .strictObject({
    drawn,
    lanes: z.array(z.strictObject({ party, ...laneFields })).readonly(),
    others: z.strictObject(laneFields),
    more: z.strictObject({ actions: z.int(), statements: z.int(), postures: z.int(), marks: z.int() }),
  })
  .meta({ id: "LanesView", description: "Actions, statements and postures by party." }) satisfies z.ZodType<LanesView>;

export const placedLineSchema = z
  .strictObject({ line: lineSchema, phrase: z.string().describe("The words that placed it.") })
  .meta({
    id: "PlacedLine",
    description: "A line with where it is told to have been.",
  }) satisfies z.ZodType<PlacedLine>;

const placeFields = {
  name: z.string(),
  origins: z.int(),
  articles: z.int(),
  lines: z.int(),
  shown: z.array(placedLineSchema).readonly(),
};

export const mapSchema = z
  .strictObject({
    drawn,
    marks: z
      .array(
        z.strictObject({
          ...placeFields,
          ...{ lat: z.number(), lon: z.number(), kind: z.string(), country: known, geonames: z.int().nullable() },
          precision: z.string().describe("What the coordinates stand for: country, region, city or site."),
        }),
      )
      .readonly(),
    moreMarks: z.int(),
    unknown: z.array(z.strictObject(placeFields)).readonly().describe("Names that no gazetteer has."),
    moreUnknown: z.int(),
    nowhere: z.int().describe("Lines that name no place."),
    lines: z.int(),
  })
  .meta({ id: "MapView", description: "Where things are told to have been." }) satisfies z.ZodType<MapView>;

const speakerFields = { ...partyFields, statements: z.int(), outlets: z.int() };

export const statementsByPartySchema = z
  .strictObject({
    drawn,
    columns: z.array(z.strictObject({ ...speakerFields, more: z.int() })).readonly(),
    cells: z
      .array(
        z.strictObject({
          ...{ id: z.string(), party: z.string(), kind: z.enum(["statement", "stance"]), at: z.string() },
          chain: z.array(z.string()).readonly().describe("Who told whom, without the speaker."),
          ...{ story: known, line: briefLineSchema },
        }),
      )
      .readonly(),
    ties: z
      .array(
        z.strictObject({
          from: z.string(),
          to: known.describe("The other cell; null where only the party is known."),
          toParty: z.string(),
          kind: z.enum(["supports", "disputes", "responds"]),
          relation: z.string(),
          by: z.string().describe("The stance or dispute that says so."),
        }),
      )
      .readonly(),
    others: z.array(z.strictObject(speakerFields)).readonly(),
    moreOthers: z.int(),
  })
  .meta({
    id: "StatementsByPartyView",
    description: "Statements by party, party by party.",
  }) satisfies z.ZodType<StatementsByPartyView>;

export const networkSchema = z
  .strictObject({
    drawn,
    nodes: z.array(z.strictObject({ ...partyFields, origins: z.int() })).readonly(),
    edges: z
      .array(
        z.strictObject({
          ...{ from: z.string(), to: z.string(), kind: z.enum(edgeKinds), origins: z.int(), lines: z.int() },
          ...{ what: z.array(z.string()).readonly(), first: z.string(), last: z.string() },
        }),
      )
      .readonly(),
    ...{ moreNodes: z.int(), moreEdges: z.int() },
    unsure: z.int().describe("Acts that are only possible, or denied: they are no edges."),
  })
  .meta({
    id: "NetworkView",
    description: "Who acts on, backs and contradicts whom.",
  }) satisfies z.ZodType<NetworkView>;
