/**
 * The closed lists of the record, apart from the schemas that hold records against them: a process that only makes records does not load the library
 * that checks them.
 */
export const entityKinds = [
  "person",
  "government",
  "military",
  "armed_group",
  "organization",
  "outlet",
  "facility",
  "people",
  "other",
] as const;

export const speechActs = [
  "say",
  "claim",
  "deny",
  "confirm",
  "accuse",
  "warn",
  "demand",
  "request",
  "threaten",
  "promise",
  "order",
  "propose",
  "believe",
  "ask",
  "praise",
  "condemn",
  "other",
] as const;

export const channelKinds = ["outlet", "document", "event", "broadcast", "other"] as const;

/** PLOVER's event types, from the friendliest to the most hostile. */
export const actionTypes = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;

/** How far the article takes an action or a posture to be real, the surest first. */
export const factualities = [
  "happened",
  "ongoing",
  "announced",
  "possible",
  "conditional",
  "denied",
  "not_done",
] as const;

export const hedgeKinds = ["appearance", "hearsay", "likelihood"] as const;

export const stanceRelations = ["supports", "disputes", "agrees", "rebukes", "plays_down", "responds"] as const;

/** What can be in a state. */
export const institutionKinds = ["mission", "force", "airspace", "border", "advice", "alert", "relations"] as const;

/** The values that each aspect of an institution can take. */
export const postureValues = {
  staffing: ["authorized_departure", "ordered_departure", "evacuated", "reduced", "restored"],
  consular: ["suspended", "limited", "resumed"],
  operations: ["closed", "suspended", "relocated", "limited", "reopened"],
  travel_advice: ["do_not_travel", "reconsider_travel", "increased_caution", "normal_precautions", "leave_now"],
  relations: ["ambassador_recalled", "ambassador_summoned", "diplomats_expelled", "severed", "restored", "downgraded"],
  airspace: ["closed", "restricted", "reopened"],
  border: ["closed", "restricted", "reopened"],
  alert: ["raised", "lowered"],
  forces: ["deployed", "reinforced", "withdrawn", "on_alert"],
} as const;
