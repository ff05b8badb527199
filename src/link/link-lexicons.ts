import type { EntityLexicons } from "../extract/naming/entity-lexicons.js";
import type { Agencies } from "./copies/agencies.js";
import type { DisputeLexicons } from "./disputes/find-disputes.js";
import type { CountryNames } from "./postures/institution-key.js";

/** What linking knows besides the articles. */
export interface LinkLexicons extends DisputeLexicons {
  readonly agencies: Agencies;
  readonly names: EntityLexicons;
  readonly countries: CountryNames;
}
