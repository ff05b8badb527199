import type { DraftEntity, Mentions } from "./draft-entity.js";
import type { EntityContext } from "./entity-context.js";
import { portfolios } from "./people/find-titles.js";
import { plain, plainWords } from "./plain.js";

/** What tells whose a ministry or an official is that no word gives to a country; each sign counts once. */
const strengths = { dateline: 2, ownAct: 2, sameSentence: 0.7, first: 1, share: 1.5 } as const;

/** So much has to tell, and so much more than tells for any other country; more for an official, who may be another state's guest. */
const least = {
  government: { sum: 1.5, lead: 0.5 },
  military: { sum: 2, lead: 0.7 },
  official: { sum: 2, lead: 0.7 },
} as const;

/** How a name of what every country has is put together. */
const common: ReadonlySet<string> = new Set([
  ...portfolios,
  ..."affairs general command council high supreme national federal state presidential sovereignty constitutional central joint prosecution prosecutor intelligence border civil aviation protection emergency electoral election republican palace armed forces guard air force navy interim transitional home treasury".split(
    " ",
  ),
]);

/** Offices that states have and firms and towns do not. */
const ofState =
  /^(?!vice |deputy director)(?:.*\b(?:minister|ministry|government|premier|chancellor|foreign|defense|interior|secretary of state|attorney general|army|military|armed forces|navy|lawmaker|speaker|chief of staff)\b.*|president|deputy president|vice president)$/;

/** No article tells more of whose an office is by the thirteenth mention. */
const enough = 12;

/** The countries that an article tells of, and of which of them its ministries and officials are. */
export class CountriesTold {
  private readonly context: EntityContext;
  private readonly mentions: Mentions;
  private readonly counts = new Map<string, number>();
  private readonly dateline: string | null;
  private first: string | null = null;

  constructor(context: EntityContext, mentions: Mentions) {
    this.context = context;
    this.mentions = mentions;
    this.dateline = datelineOf(context);
    this.count();
  }

  /** Of a body whose name every country has: "Foreign Ministry". */
  ofBody(body: DraftEntity): string | null {
    const { kind, mentions } = body;
    if ((kind !== "government" && kind !== "military") || !this.isCommonName(body)) return null;
    return this.likeliest(mentions.slice(0, enough), least[kind]);
  }

  /** Whether every country has a body of that name. */
  isCommonName({ name }: DraftEntity): boolean {
    const isCommon = (word: string): boolean =>
      common.has(word) || this.context.lexicons.bodyNouns.has(word) || /^(?:of|the|for|and)$/.test(word);
    return /\p{Lu}/u.test(name) && plainWords(name).every(isCommon);
  }

  tellsOfAny(): boolean {
    return this.counts.size > 0;
  }

  /** Of somebody who holds an office of a state. An ambassador's state acts in the same sentence, for the others are his hosts. */
  ofOfficial({ roles, mentions: all, named }: DraftEntity): string | null {
    const mentions = all.slice(0, enough);
    const offices = named
      ? roles.filter(({ title, role }) => /^(?:office|spokesperson|rank)$/.test(title.kind) && this.isOpen(role.of))
      : [];
    const own = offices.length > 0 ? this.ofOwnBody(offices, mentions) : null;
    if (own !== null || offices.some(({ role }) => ofState.test(plain(role.title))))
      return own ?? this.likeliest(mentions, least.official);
    if (!offices.some(({ role }) => /\b(?:ambassador|envoy|consul)\b/.test(plain(role.title)))) return null;
    const acting = [...this.counts.keys()].filter((country) =>
      mentions.some((one) => this.beside(one, country) === strengths.ownAct),
    );
    return acting.length === 1 ? (acting[0] ?? null) : null;
  }

  /** Whether the words do not tell whose the office is: nothing, or what every country has. */
  private isOpen(of: string | null): boolean {
    return of === null || plainWords(of).every((word) => common.has(word) || this.context.lexicons.bodyNouns.has(word));
  }

  /** "Council spokesman", where the article tells of one council alone. */
  private ofOwnBody(roles: DraftEntity["roles"], own: DraftEntity["mentions"]): string | null {
    const nouns = roles
      .map(({ role }) => plainWords(role.title)[0] ?? "")
      .filter((noun) => this.context.lexicons.bodyNouns.has(noun));
    const owners = this.mentions.entities.filter(
      ({ kind, name, mentions }) =>
        /^(?:government|military)$/.test(kind) &&
        nouns.includes(plainWords(name).at(-1) ?? "") &&
        mentions
          .slice(0, enough)
          .some(({ head }) => own.some((one) => head < one.head && this.context.distance(head, one.head) <= 2)),
    );
    const countries = new Set(owners.map(({ country }) => country));
    const [only = null] = countries;
    return countries.size === 1 ? only : null;
  }

  /** Of these the one that the article tells of most, the first of those alike; `null` where it tells of none. */
  mostTold(countries: readonly string[]): string | null {
    const times = (country: string): number => this.counts.get(country) ?? 0;
    const [most] = countries.toSorted((a, b) => times(b) - times(a));
    return most !== undefined && times(most) > 0 ? most : null;
  }

  private likeliest(
    own: DraftEntity["mentions"],
    { sum, lead }: { readonly sum: number; readonly lead: number },
  ): string | null {
    const total = [...this.counts.values()].reduce((all, one) => all + one, 0);
    const sums = [...this.counts].map(([country, count]) => {
      const near =
        (country === this.dateline ? strengths.dateline : 0) +
        Math.max(0, ...own.map((mention) => this.beside(mention, country)));
      const about = (strengths.share * count) / total + (country === this.first ? strengths.first : 0);
      return { country, isTold: near > 0 || count >= 3, sum: near + about };
    });
    const [best, next] = sums.sort((a, b) => b.sum - a.sum);
    return best?.isTold && best.sum >= sum && best.sum - (next?.sum ?? 0) >= lead ? best.country : null;
  }

  /** "Norland asked its citizens to leave, Foreign Ministry spokesman Ruiz said": the state whose act on its own the sentence tells. */
  private beside({ head, form }: DraftEntity["mentions"][number], country: string): number {
    if (form === "pronoun") return 0;
    const { context, mentions } = this;
    const { first } = context.words.sentence(head);
    let strength = 0;
    let owns = false;
    for (let token = first; token < head; token++) {
      const mention = mentions.at(token);
      if (mention?.entity.country !== country || !/^(?:government|military)$/.test(mention.entity.kind)) continue;
      if (mention.form === "pronoun" || context.words.lower(mention.range.first) === "its") owns = true;
      else if (context.subject(token)) strength = strengths.sameSentence;
    }
    return owns ? strengths.ownAct : strength;
  }

  private count(): void {
    const { words, lexicons, plainAt } = this.context;
    const tables = [lexicons.countryNames, lexicons.countryAdjectives, lexicons.countryPeople];
    const note = (country: string): void => {
      this.first ??= country;
      this.counts.set(country, (this.counts.get(country) ?? 0) + 1);
    };
    for (let token = 0; token < words.length; token++) {
      if (!/^\p{Lu}/u.test(words.text(token)) || this.mentions.at(token)?.entity.kind === "person") continue;
      const [two, one] = [`${plainAt(token)} ${plainAt(token + 1)}`, plainAt(token)];
      const found = [two, one].flatMap((key) => tables.flatMap((table) => table.get(key) ?? []))[0];
      const seat = [two, one].flatMap((key) => lexicons.countrySeats.get(key) ?? [])[0];
      const town = this.context.townAt(token);
      if (found && (town === null || town === found.code)) note(found.code);
      else if (seat && town === seat.code) note(seat.code);
    }
  }
}

/** The country of the town in which the article was written: "KAMPALA (Wire) -", "London, 3 May - ". */
function datelineOf({ words, document, lexicons, townAt, plainAt }: EntityContext): string | null {
  for (const { first } of document.layers.sentences.paragraphs.slice(0, 3)) {
    const close = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find((step) => /^(?:--|[–—-])$/.test(words.text(first + step)));
    const short =
      close !== undefined &&
      words.span({ first: first + close - 1, end: first + close })[1] <
        words.span({ first: first + close, end: first + close + 1 })[0];
    if (!short) continue;
    const two = lexicons.countrySeats.get(`${plainAt(first)} ${plainAt(first + 1)}`);
    const country = townAt(first) ?? two?.code ?? lexicons.countrySeats.get(plainAt(first))?.code;
    if (country) return country;
  }
  return null;
}
