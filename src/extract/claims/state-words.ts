import type { Posture } from "../../record/posture.js";

export type State = Pick<Posture, "aspect" | "value">;

/** The words around a state. */
export interface StateWords {
  readonly trigger: string;
  /** For what is in the state. */
  readonly subject: string;
  readonly sentence: string;
  /** The headline, the two sentences before, and the sentence. */
  readonly around: string;
}

/** What the words of a state have to carry, or what they make of it. Each rule has examples that its test runs: the trigger in brackets, the subject in braces. */
export interface StateRule {
  readonly name: string;
  readonly of: RegExp;
  readonly in: keyof StateWords;
  /** The rule holds where these words are there, or, `lacks`, where none of them is. */
  readonly says?: RegExp;
  readonly lacks?: RegExp;
  /** `null`: it is no state. */
  readonly makes: State | null;
  readonly examples: readonly (readonly [state: string, sentence: string, makes: string | null])[];
}

const evacuated = { aspect: "staffing", value: "evacuated" } as const;
const expelled = { aspect: "relations", value: "diplomats_expelled" } as const;
const leave = { aspect: "travel_advice", value: "leave_now" } as const;
const ordered = { aspect: "staffing", value: "ordered_departure" } as const;

/** In the order in which they are asked, each of what those before it made. */
export const stateRules: readonly StateRule[] = [
  {
    name: "an ambassador who leaves with the others is not called home",
    of: /^relations\/ambassador_recalled$/,
    in: "trigger",
    says: /^(?!.*\b(?:re)?call|.*\b(?:summon|withdr|pull|home|consult|back|bring|brought)).*\b(?:left|leav|gone|go|went|depart|evacuat|fled|flee|flown|flew|fly)/i,
    makes: evacuated,
    examples: [
      ["relations/ambassador_recalled", "{The ambassador and her staff} [left early] on Monday.", "staffing/evacuated"],
      ["relations/ambassador_recalled", "Norland [called home] {its ambassador}.", "relations/ambassador_recalled"],
    ],
  },
  {
    name: "who is expelled is not ordered out by those who sent him",
    of: /^(?:staffing\/(?:ordered_departure|evacuated|reduced)|relations\/downgraded)$/,
    in: "trigger",
    says: /\bexp(?:el|uls)/i,
    makes: expelled,
    examples: [
      ["staffing/ordered_departure", "Karsk [orders expulsion] of {all embassy staff}", "relations/diplomats_expelled"],
    ],
  },
  {
    name: "only needless travel is advised against",
    of: /^travel_advice\/do_not_travel$/,
    in: "sentence",
    says: /\b(?:all but essential|all but necessary|non-?essential|unnecessary|needless|unless (?:it is |they are )?(?:essential|necessary))\b/i,
    makes: { aspect: "travel_advice", value: "reconsider_travel" },
    examples: [
      [
        "travel_advice/do_not_travel",
        "It [advised against all but essential travel] to {Karsk}.",
        "travel_advice/reconsider_travel",
      ],
      ["travel_advice/do_not_travel", "It [advised against all travel] to {Karsk}.", "travel_advice/do_not_travel"],
    ],
  },
  {
    name: "the highest level is not to travel",
    of: /^travel_advice\/(?:reconsider_travel|increased_caution|normal_precautions)$/,
    in: "sentence",
    says: /^(?!.*\blevel [123]\b(?! to)).*(?:\blevel (?:4|four)\b|\bfrom 3 to 4\b)/i,
    makes: { aspect: "travel_advice", value: "do_not_travel" },
    examples: [
      [
        "travel_advice/increased_caution",
        "Travel advice on {Karsk} [remains at Level 4], because of unrest.",
        "travel_advice/do_not_travel",
      ],
      [
        "travel_advice/reconsider_travel",
        "{Karsk} was [lowered to Level 3] from Level 4, on travel.",
        "travel_advice/reconsider_travel",
      ],
    ],
  },
  {
    name: "advice against all travel is not to travel",
    of: /^travel_advice\/(?:reconsider_travel|increased_caution|normal_precautions)$/,
    in: "trigger",
    says: /\b(?:against (?:all|any) travel|avoid (?:all|any) travel|(?:do|should|must) not travel)\b(?! but)/i,
    makes: { aspect: "travel_advice", value: "do_not_travel" },
    examples: [
      ["travel_advice/reconsider_travel", "[Avoid all travel] to {Karsk}.", "travel_advice/do_not_travel"],
      [
        "travel_advice/reconsider_travel",
        "It [advised against all but essential travel] to {Karsk}.",
        "travel_advice/reconsider_travel",
      ],
    ],
  },
  {
    name: "who should leave is advised to leave",
    of: /^travel_advice\/(?:reconsider_travel|increased_caution|normal_precautions)$/,
    in: "trigger",
    says: /\b(?:should|must) leave\b|\bleave (?:\p{L}+ )?(?:now|immediately|at once)\b/iu,
    makes: leave,
    examples: [
      ["travel_advice/reconsider_travel", "{Citizens} [should leave Karsk now], on travel.", "travel_advice/leave_now"],
    ],
  },
  {
    name: "who is advised to leave is told to go",
    of: /^travel_advice\/leave_now$/,
    in: "sentence",
    lacks:
      /\b(?:leav|left|depart|get (?:\p{L}+ )?out|go(?:ing)? home|out of|quit|exit|return|come (?:back|home)|evacuat|(?:fly|flights?) (?:out|home)|flee|board|way out)/iu,
    makes: null,
    examples: [
      ["travel_advice/leave_now", "{Travellers} were [told to stay home], on advice.", null],
      ["travel_advice/leave_now", "{Citizens} [should depart] at once.", "travel_advice/leave_now"],
    ],
  },
  {
    name: "normal precautions are said to be normal",
    of: /^travel_advice\/normal_precautions$/,
    in: "sentence",
    lacks:
      /\b(?:normal|usual|ordinary|regular|lift|eas(?:e|es|ed|ing)|lower|relax|drop|level (?:1|one)|safe|no longer|ended)/i,
    makes: null,
    examples: [
      ["travel_advice/normal_precautions", "{Travellers} to Karsk [face longer trips].", null],
      [
        "travel_advice/normal_precautions",
        "It [lifted its travel warning] for {Karsk}.",
        "travel_advice/normal_precautions",
      ],
    ],
  },
  {
    name: "advice on travel speaks of travel",
    of: /^travel_advice\/(?!leave_now)/,
    in: "sentence",
    lacks: /\b(?:travel|trips?\b|visit|advis|advice|caution|precaution)/i,
    makes: null,
    examples: [["travel_advice/do_not_travel", "The embassy [warned] {citizens} to take shelter.", null]],
  },
  {
    name: "what works as ever is in no state",
    of: /^(?:operations|consular|staffing)\//,
    in: "trigger",
    says: /\b(?:as usual|as normal|normally|unaffected|(?:remain|stay)(?:s|ed)?(?! (?:clos|shut|suspend))|cannot|can't|unable)\b/i,
    makes: null,
    examples: [
      ["operations/relocated", "{The embassy} [works as usual].", null],
      ["staffing/evacuated", "{Military staff} [remain in Karsk].", null],
      ["operations/closed", "{The embassy} will [remain closed].", "operations/closed"],
    ],
  },
  {
    name: "an envoy who is kept is not called home",
    of: /^relations\/(?:ambassador_recalled|downgraded)$/,
    in: "trigger",
    says: /^(?:to |will |would )?(?:keep|keeps|kept|keeping|stay|stays|stayed|remain|remains|remained)\b/i,
    makes: null,
    examples: [
      ["relations/downgraded", "Norland [keeps] {its ambassador} in Karsk.", null],
      ["relations/downgraded", "Norland [lowered] {its ties} with Karsk.", "relations/downgraded"],
    ],
  },
  {
    name: "closed work is said to be closed",
    of: /^operations\/(?:closed|suspended)$/,
    in: "sentence",
    lacks:
      /\b(?:clos|shut|suspen|halt|stop|ceas|paus|end|wound|wind|seal|abandon|cancel|evacuat|withdr|pull|empt|given up|give up|vacat|lock|desert|no longer|not (?:open|work|operat)|cut|discontinu|freez|froze|unstaffed|unmanned|desert)/i,
    makes: null,
    examples: [
      ["operations/suspended", "{The embassy} remains open and [its work] continues.", null],
      ["operations/closed", "{The embassy} was [shuttered] on Monday.", "operations/closed"],
    ],
  },
  {
    name: "what moves is said to move",
    of: /^operations\/relocated$/,
    in: "sentence",
    lacks: /\b(?:mov|relocat|transfer|shift|remote|elsewhere|from (?:home|another|abroad))/i,
    makes: null,
    examples: [
      ["operations/relocated", "Norland and Tarvenia [join] {other nations} that shut missions", null],
      ["operations/relocated", "{The embassy} [works remotely] for now.", "operations/relocated"],
    ],
  },
  {
    name: "what reopens is said to open or to work again",
    of: /^operations\/reopened$/,
    in: "trigger",
    lacks: /open|resum|return|restor|restart|again|\bwork/i,
    makes: null,
    examples: [["operations/reopened", "It is [to be done by commercial means], {an official} said.", null]],
  },
  {
    name: "consular work is named",
    of: /^consular\//,
    in: "sentence",
    lacks: /\b(?:consul|visa|passport|public|appointment|services?\b)/i,
    makes: null,
    examples: [["consular/suspended", "Embassy shake-up: [departure orders] and {army readiness}", null]],
  },
  {
    name: "consular work that goes on again is said to",
    of: /^consular\/resumed$/,
    in: "sentence",
    says: /^(?!.*\b(?:resum|re-?open|restart|restor|again|back)).*\b(?:cancel|postpon)/i,
    makes: { aspect: "consular", value: "suspended" },
    examples: [
      ["consular/resumed", "{Visa appointments} are cancelled and [will be rescheduled].", "consular/suspended"],
      ["consular/resumed", "{Visa appointments} that were cancelled [resumed].", "consular/resumed"],
    ],
  },
  {
    name: "work is a mission's",
    of: /^(?:operations|consular)\//,
    in: "around",
    lacks:
      /\b(?:embass|consul|mission|delegation|legation|diploma|ambassador|envoy|chanc[eo]|liaison|high commission|visa|passport|foreign (?:ministry|office|minister|affairs|secretary)|state department|department of state|field (?:work|office)|posts?\b|(?:UN|U\.N\.|UK|US|EU)\b (?:staff|office)|united nations)/i,
    makes: null,
    examples: [
      ["operations/suspended", "The operator of the port [has suspended] {all work}.", null],
      ["consular/suspended", "The charity [stopped] {its shipping service}.", null],
      ["operations/suspended", "The consulate [has suspended] {all work}.", "operations/suspended"],
    ],
  },
  {
    name: "forces that are somewhere are not on alert for that",
    of: /^forces\/on_alert$/,
    in: "trigger",
    says: /^(?!.*(?:alert|ready|readiness|stand)).*\b(?:in|at|off|near) the\b/i,
    makes: { aspect: "forces", value: "deployed" },
    examples: [
      ["forces/on_alert", "{Two frigates} were [in the Gulf of Karsk] in case they are needed.", "forces/deployed"],
    ],
  },
  {
    name: "who may not cross has not gone",
    of: /^forces\/withdrawn$/,
    in: "sentence",
    says: /\b(?:not|never|n['’]t) (?:allow|let|permit)\b.*\b(?:to )?(?:cross|enter|pass|go through)\b/i,
    makes: null,
    examples: [
      ["forces/withdrawn", "Norland would not allow {the fighters} [to cross] into Karsk.", null],
      ["forces/withdrawn", "Norland let {the fighters} [leave] for Karsk.", "forces/withdrawn"],
    ],
  },
  {
    name: "who gives up a position in a fight is in no other state",
    of: /^forces\/withdrawn$/,
    in: "sentence",
    says: /\b(?:withdr[ae]w(?:ing|n|s)?|retreat(?:ing|ed|s)?|pull(?:ing|ed|s)? back) from (?:their|its|the|a|some|several)? ?(?:\p{L}+ )?positions?\b/iu,
    makes: null,
    examples: [
      ["forces/withdrawn", "They saw {the fighters} [withdrawing] from their position.", null],
      ["forces/withdrawn", "{The fighters} [withdrew] from Karsk.", "forces/withdrawn"],
    ],
  },
  {
    name: "forces are named",
    of: /^forces\//,
    in: "subject",
    lacks:
      /\b(?:troop|force|soldier|marine|army|armies|military|navy|naval|fleet|flotilla|(?:war)?ship|destroyer|frigate|carrier|submarine|jet|aircraft|bomber|fighter|helicopter|missile|air defen|tank|battalion|brigade|regiment|division|squadron|unit|contingent|garrison|batter|reservist|guard|peacekeep|personnel|base|polic|officers\b|patrol|gunboat|compan(?:y|ies)\b|drone|it\b|they\b|them\b|which\b|that\b|theirs\b)/i,
    makes: null,
    examples: [
      ["forces/withdrawn", "{The Tarvenian one} [had] to return.", null],
      ["forces/withdrawn", "{The troops} [left] on Monday.", "forces/withdrawn"],
    ],
  },
  {
    name: "who only flies out of the air of a country was not stationed there",
    of: /^forces\/withdrawn$/,
    in: "sentence",
    says: /\b(?:left|leav(?:e|es|ing)|depart(?:s|ed|ing)?|exit(?:s|ed|ing)?|out of|clear(?:s|ed)?) (?:[\p{L}'’.]+ ){0,3}air ?space\b/iu,
    makes: null,
    examples: [
      ["forces/withdrawn", "{The crews who flew them out} [have left] Karsk's airspace.", null],
      ["forces/withdrawn", "{The troops} [have left] Karsk.", "forces/withdrawn"],
    ],
  },
  {
    name: "staff are staff and not whoever is abroad",
    of: /^staffing\//,
    in: "subject",
    says: /^(?!.*(?:staff|employee|personnel|diplomat|official|famil|dependa|dependent|embassy|mission|ambassador)).*\b(?:citizens?|nationals?|people|travell?ers?|tourists?|residents?|refugees?|civilians?|foreigners?|doctors?|guests?)\b/i,
    makes: null,
    examples: [
      ["staffing/evacuated", "{Over 4,000 people} [have left] since Saturday.", null],
      ["staffing/evacuated", "It [brought out] {its citizens and diplomats}.", "staffing/evacuated"],
    ],
  },
  {
    name: "who comes in has not left",
    of: /^staffing\/evacuated$/,
    in: "trigger",
    says: /\b(?:(?:brought|bring(?:s|ing)?|flew|fl(?:y|ies|own)|flying|moved?|sen[dt]s?|sending) (?:\p{L}+ )?in(?:to)?|incoming|arriv(?:e|es|ed|ing))\b/iu,
    makes: { aspect: "forces", value: "reinforced" },
    examples: [
      ["staffing/evacuated", "Helicopters [brought in] {more security personnel}.", "forces/reinforced"],
      ["staffing/evacuated", "The plane [brought in] {doctors}.", null],
    ],
  },
  {
    name: "what grows is not thinned out",
    of: /^staffing\/(?:evacuated|reduced)$/,
    in: "trigger",
    says: /\b(?:expand|deploy|increas|reinforc|strengthen|enlarg)/i,
    makes: null,
    examples: [
      ["staffing/evacuated", "Officials [have expanded] {the mission}.", null],
      ["staffing/evacuated", "{The staff} [were airlifted] on Monday.", "staffing/evacuated"],
    ],
  },
  {
    name: "who is ordered out is not let go, and has not gone yet",
    of: /^staffing\/(?:authorized_departure|evacuated)$/,
    in: "trigger",
    says: /^(?!.*evacuat).*\border(?:s|ed|ing)?\b.*\b(?:out|leave|depart|home)\b/i,
    makes: ordered,
    examples: [["staffing/evacuated", "It [ordered] {diplomats} [out]", "staffing/ordered_departure"]],
  },
  {
    name: "an order to depart says so",
    of: /^staffing\/(?:ordered|authorized)_departure$/,
    in: "sentence",
    lacks: /\b(?:leav|left|depart|evacuat|out\b|return|home\b(?<!from home)|withdraw|go\b)/i,
    makes: null,
    examples: [
      ["staffing/ordered_departure", "The embassy [orders] {staff} to stay indoors", null],
      ["staffing/authorized_departure", "It [let] {part of its staff} work from home.", null],
    ],
  },
  {
    name: "who is no staff is advised to leave and not ordered",
    of: /^staffing\/(?:ordered|authorized)_departure$/,
    in: "sentence",
    says: /^(?!.*\b(?:staff|employee|personnel|diplomat|famil|dependa|dependent|official|envoy|ambassador|worker|colleague)).*\b(?:citizens?|nationals?|travell?ers?|tourists?|visitors?)\b/i,
    makes: leave,
    examples: [
      ["staffing/ordered_departure", "{The embassy} has told its citizens [to leave].", "travel_advice/leave_now"],
      ["staffing/ordered_departure", "{The embassy} told its staff [to leave].", "staffing/ordered_departure"],
    ],
  },
  {
    name: "a reopening opens",
    of: /^border\/(?:closed|restricted)$/,
    in: "subject",
    says: /\bre-?opening\b/i,
    makes: { aspect: "border", value: "reopened" },
    examples: [
      ["border/restricted", "The army [ordered] {the reopening} of the crossing.", "border/reopened"],
      ["border/closed", "The army [shut] {the crossing}.", "border/closed"],
    ],
  },
  {
    name: "the air is named",
    of: /^airspace\//,
    in: "sentence",
    lacks: /\b(?:air|sky|skies|flight|plane|jet|aviation|overfl|fly|flown|flew|runway|no-?fly|route|link)|airport/i,
    makes: null,
    examples: [
      ["airspace/restricted", "The army [ordered] {the reopening}.", null],
      ["airspace/restricted", "{Night flights} [are barred].", "airspace/restricted"],
    ],
  },
  {
    name: "who travels and what else is lifted is no air",
    of: /^airspace\//,
    in: "subject",
    says: /^(?!.*(?:air|flight|plane|sk(?:y|ies)\b)).*\b(?:passengers?|travell?ers?|people|evacuees?|curfew|emergency)\b/i,
    makes: null,
    examples: [
      ["airspace/closed", "[No] {passengers} were inside the airport when flights had stopped.", null],
      ["airspace/reopened", "Norland reopens airspace, [lifts] {curfew}.", null],
    ],
  },
  {
    name: "closed air is said to be closed",
    of: /^airspace\/closed$/,
    in: "sentence",
    lacks: /clos|shut|suspen|halt|\bban|\bbar(?:s|red|ring)?\b|seal|forb[ai]d|no-?fly|stop/i,
    makes: null,
    examples: [["airspace/closed", "{100 flights} were [bound] for Karsk.", null]],
  },
  {
    name: "opened air is said to be open",
    of: /^airspace\/reopened$/,
    in: "sentence",
    lacks: /\bopen|reopen|resum|restor|restart|return|\blift|clear|again|normal|\bend/i,
    makes: null,
    examples: [
      ["airspace/reopened", "{A plane with 87 evacuees} [lands] in Karsk", null],
      ["airspace/reopened", "Norland [cleared] {its sky} for all flights.", "airspace/reopened"],
    ],
  },
  {
    name: "an airline's own flights are no airspace and no mission's work",
    of: /^(?:airspace|operations|consular)\//,
    in: "sentence",
    says: /^(?!.*(?:embass|consul|mission|visa|air ?space|\bsk(?:y|ies)\b|airports?\b|air (?:traffic|corridor|route|link|border)|aviation|overfl|no-?fly|ban)).*(?:\b[Aa]ir(?:lines?|ways|liners?)\b|\b[Cc]arriers?\b|Lufthansa|\bAir \p{Lu})/u,
    makes: null,
    examples: [
      ["airspace/restricted", "Karsk Airlines [halted] {its flights} to Norland until Friday.", null],
      ["airspace/closed", "Norland [barred] Karsk Airlines from {its airspace}.", "airspace/closed"],
      ["operations/suspended", "Karsk Airlines [suspended] {its services} to Norland.", null],
    ],
  },
  {
    name: "talks that open are no border",
    of: /^(?:airspace|border|operations)\/reopened$/,
    in: "subject",
    says: /^(?:the |new )?(?:talks|negotiations|meetings?|hearings?|summits?|conferences?)\b/i,
    makes: null,
    examples: [
      ["border/reopened", "{Talks on the strait} [open] in Karsk", null],
      ["border/reopened", "{The strait} [is open] again.", "border/reopened"],
    ],
  },
  {
    name: "a border is named",
    of: /^border\//,
    in: "sentence",
    lacks: /border|crossing|frontier|checkpoint|\bgate|bridge|channel|strait|canal|\bports? of entry/i,
    makes: null,
    examples: [["border/closed", "It raised questions about [closing] {the prison}.", null]],
  },
];

/** What the words make of a state; `null` where they do not carry it. */
export function stateAsWorded(state: State, words: StateWords): State | null {
  let now: State = stoppedAs(state, words.trigger);
  for (const { of, in: where, says, lacks, makes } of stateRules) {
    if (!of.test(`${now.aspect}/${now.value}`)) continue;
    const text = words[where];
    if (says !== undefined ? !says.test(text) : lacks?.test(text)) continue;
    if (makes === null) return null;
    now = makes;
  }
  return now;
}

/** "Closed" and "suspended" are two words for work that has stopped: the article's own is the one. */
function stoppedAs(state: State, word: string): State {
  if (state.aspect !== "operations" || !/^(?:closed|suspended)$/.test(state.value)) return state;
  if (/\bsuspen[ds]/i.test(word)) return { ...state, value: "suspended" };
  return /\b(?:clos(?:e|es|ed|ing|ure)|shut|shuts|shutting|shuttered)\b/i.test(word)
    ? { ...state, value: "closed" }
    : state;
}
