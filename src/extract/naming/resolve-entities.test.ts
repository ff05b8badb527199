import { describe, expect, test } from "vitest";
import { annotatedText } from "../../../test/annotated-text.js";
import { entityTables } from "../../../test/entity-tables.js";
import { entityLexicons } from "./entity-lexicons.js";
import { resolveEntities } from "./resolve-entities.js";

const lexicons = entityLexicons(entityTables);

/** The sources of a marked text in reading order, each with whom it stands for and how it is named. */
function sources(marked: string): readonly string[] {
  const { document, sayings } = annotatedText(marked);
  const { entities, resolve } = resolveEntities(document, sayings, lexicons, { outlet: null });
  const { start, end } = document.layers.tokens;
  return sayings
    .flatMap(({ source }) => (source ? [source] : []))
    .sort((a, b) => a.first - b.first)
    .map((source) => {
      const { entity, naming } = resolve(source);
      const name = entities.find(({ id }) => id === entity)?.name ?? "nobody";
      return `${document.text.slice(start[source.first], end[source.end - 1])} = ${name}, ${naming}`;
    });
}

/** The entities of a marked text: kind, name, country and roles, then the words that stand for them. */
function entities(marked: string): readonly string[] {
  const { document, sayings } = annotatedText(marked);
  return resolveEntities(document, sayings, lexicons, { outlet: "Harbour Gazette" }).entities.map((entity) => {
    const roles = entity.roles.map(({ title, of }) => ` (${title}${of ? ` of ${of}` : ""})`).join("");
    const words = entity.mentions.map(([start, end]) => document.text.slice(start, end)).join(" | ");
    return `${entity.kind} ${entity.name}${entity.country ? ` ${entity.country}` : ""}${roles}: ${words}`;
  });
}

describe("the country of a body that many states have", () => {
  const office = "The [ORG Foreign Office] said no.";

  test("is the one that the tables tell", () => {
    expect(entities(office)).toEqual(["government Foreign Office GB: The Foreign Office"]);
  });

  test("is not known where the article tells of a state that no table knows, and never of that country", () => {
    const norland = "The [GPE Norland]'s foreign secretary left. ";
    expect(entities(`${norland}${office}`)).toContain("government Foreign Office: The Foreign Office");
    expect(entities(`${norland}${office} [GPE Britain] will wait.`)).toContain(
      "government Foreign Office GB: The Foreign Office",
    );
    expect(entities(`The [NORP French] foreign minister left. ${office}`)).toContain(
      "government Foreign Office GB: The Foreign Office",
    );
  });
});

test("an embassy of a state is that state's, whatever other mission is told of", () => {
  const marked =
    "The [ORG Embassy of Peru] opened. The [NORP French] embassy_NOUN said no. The embassy_NOUN of [GPE Chad] shut.";
  const found = entities(marked);
  expect(found).toContainEqual(expect.stringMatching(/^facility Peruvian embassy PE/));
  expect(found).toContainEqual(expect.stringMatching(/^facility Chadian embassy TD/));
});

describe("the country of a ministry or an official of which no word tells it", () => {
  test("is that of the town where the article was written", () => {
    const marked =
      "[GPE NAIROBI] (Wire) - [ORG Foreign Ministry] spokesman [PERSON Bo Kimani] met envoys of [GPE Chad]. [GPE Kenya] votes.";
    expect(entities(marked)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^government Foreign Ministry KE/),
        expect.stringMatching(/^person Bo Kimani KE/),
      ]),
    );
  });

  test("is that of the state whose own the sentence tells of", () => {
    const marked =
      "[GPE Chad] and [GPE Kenya] met. [GPE Peru] recalled its citizens, [ORG Foreign Ministry] spokesman [PERSON Bo Lima] said.";
    expect(entities(marked)).toEqual(expect.arrayContaining([expect.stringMatching(/^person Bo Lima PE/)]));
  });

  test("is unknown where two could be meant, and for what a town or a firm has", () => {
    const two = "[GPE Chad] met [GPE Kenya]. [ORG Interior Ministry] spokesman [PERSON Bo Kimani] left.";
    expect(entities(two)).toEqual(expect.arrayContaining([expect.stringMatching(/^person Bo Kimani \(/)]));
    const station = "[GPE NAIROBI] - [PERSON Bo Kimani], the vice president of the station, left.";
    expect(entities(station)[0]).toMatch(/^person Bo Kimani \(/);
  });

  test("is that of the House of Commons which the article tells of", () => {
    expect(entities("[GPE Canada] votes. The [ORG House of Commons] is shut.")).toEqual(
      expect.arrayContaining([expect.stringMatching(/^government House of Commons CA/)]),
    );
  });
});

describe("people of one family", () => {
  test("father and son are called by what stands before their fathers' names", () => {
    const marked = "[PERSON Hamad bin Jassem] spoke with [PERSON Nasser bin Hamad]. {a: [PERSON Hamad]} said no.";
    expect(sources(marked)).toEqual(["Hamad = Hamad bin Jassem, named"]);
  });

  test("two kings of one name are two", () => {
    const found = entities(
      "King [PERSON Osric II] met the heirs of King [PERSON Osric I], and [PERSON Osric II] left.",
    );
    expect(found.map((one) => one.split(":")[1]?.trim())).toEqual(["King Osric II | Osric II", "King Osric I"]);
  });
});

describe("a word that is taken for a person once", () => {
  const twice = "[GPE Tarvenia] is calm. [GPE Tarvenia] votes.";

  test("is what it is elsewhere in the article", () => {
    expect(entities(`${twice} {a: [PERSON Tarvenia]} denied it.`)).toEqual(["government Tarvenia: Tarvenia | it"]);
  });

  test("is a state where the article treats it as one", () => {
    expect(
      entities("[PERSON Tarvenia]'s navy left. {a: [PERSON Tarvenia]} said no. Nobody is in [PERSON Tarvenia]."),
    ).toEqual(expect.not.arrayContaining([expect.stringMatching(/^person Tarvenia/)]));
    expect(
      entities(
        "People have faith in [PERSON Ana Moor]. {a: [PERSON Moor]} left. There is a split in [PERSON Moor].",
      )[0],
    ).toMatch(/^person Ana Moor/);
  });

  test("stays a person where it is part of somebody's name, or mostly a person", () => {
    const named = "[PERSON Ana Tarvenia] spoke.";
    expect(entities(`${named} ${twice} [PERSON Tarvenia] denied it.`)[0]).toMatch(
      /^person Ana Tarvenia: Ana Tarvenia \| .*Tarvenia/,
    );
    expect(entities("[PERSON Rasoun] left. [PERSON Rasoun] wept. [GPE Rasoun] slept.")[0]).toMatch(/^person Rasoun/);
  });
});

describe("people by name", () => {
  test("a name goes on over a hyphen, but not into the mark of a desk", () => {
    expect(entities("EXCLUSIVE-[PERSON Hale] will resign.")).toEqual(["person Hale: Hale"]);
    expect(entities("Park Geun-[PERSON hye] will resign.")).toEqual(["person Geun-hye: Park Geun-hye"]);
  });

  test("a full name, a surname and a form of address are one person", () => {
    expect(
      sources(
        "{a: [PERSON Marta Quell]} said it was over. {b: [PERSON Quell]} said no more. {c: Ms [PERSON Quell]} then left.",
      ),
    ).toEqual(["Marta Quell = Marta Quell, named", "Quell = Marta Quell, named", "Ms Quell = Marta Quell, named"]);
  });

  test("a surname in the headline is the person named in full below", () => {
    expect(sources("{a: [PERSON Quell]} rejects plan\n\n{b: [PERSON Marta Quell]} said no.")).toEqual([
      "Quell = Marta Quell, named",
      "Marta Quell = Marta Quell, named",
    ]);
  });

  test("two of one surname are kept apart by their titles", () => {
    expect(
      sources(
        "[PERSON Ivo Tarr] and [PERSON Lena Tarr] met reporters. {a: Mr [PERSON Tarr]} said yes. {b: Ms [PERSON Tarr]} said no.",
      ),
    ).toEqual(["Mr Tarr = Ivo Tarr, named", "Ms Tarr = Lena Tarr, named"]);
  });

  test("a short given name, an initial and a nickname in quote marks stand for the same", () => {
    expect(
      entities(
        "[PERSON Joseph P. Orne] spoke. [PERSON Joe Orne] left. [PERSON Walter “Buck” Orne] stayed, and [PERSON Buck] sang_VERB.",
      ),
    ).toEqual(["person Joseph P. Orne: Joseph P. Orne | Joe Orne", "person Walter Orne: Walter “Buck” Orne | Buck"]);
  });

  test("a name that the tagger cut at the nickname's marks is one name", () => {
    expect(entities("[PERSON Walter] “[PERSON Buck]” [PERSON Orne] spoke.")).toEqual([
      "person Walter Orne: Walter “Buck” Orne",
    ]);
  });

  test("the whole name stands for a family name that comes first", () => {
    expect(sources("[PERSON Han Jae Won] arrived. {a: [PERSON Han]} said he was glad.")).toEqual([
      "Han = Han Jae Won, named",
    ]);
  });

  test("a surname that the tagger took for a firm is the person's", () => {
    expect(sources("[PERSON Marta Quell] arrived. {a: [ORG Quell]} said so.")).toEqual(["Quell = Marta Quell, named"]);
  });
});

describe("roles", () => {
  test("before the name, behind it and before a comma", () => {
    expect(
      entities(
        "[GPE US] Secretary of State [PERSON Dana Rowe] met [PERSON Otto Lindh], the foreign minister of [GPE Norway], and [GPE Peru]'s ambassador, [PERSON Ines Solar], on Monday.",
      ),
    ).toEqual([
      "person Dana Rowe US (Secretary of State of US): US Secretary of State Dana Rowe",
      "person Otto Lindh NO (foreign minister of Norway): Otto Lindh | the foreign minister",
      "government Norway NO: Norway",
      "government Peru PE: Peru",
      "person Ines Solar PE (ambassador of Peru): Peru's ambassador | Ines Solar",
    ]);
  });

  test("a rank, a spokesman of a body, an age in between", () => {
    expect(
      entities(
        "Gen. [PERSON Rui Prado] spoke. A [ORG Harbour Board] spokesman, [PERSON Lew Ott], listened. [PERSON Pia Ek], 27, a teacher from [GPE Malmö], left.",
      ),
    ).toEqual([
      "person Rui Prado (Gen.): Gen. Rui Prado",
      "organization Harbour Board: Harbour Board",
      "person Lew Ott (spokesman of Harbour Board): A Harbour Board spokesman | Lew Ott",
      "person Pia Ek (teacher): Pia Ek | a teacher",
    ]);
  });

  test("tell a nationality, which is the country of somebody without an office too", () => {
    expect(
      entities("The [NORP Peruvian] journalist [PERSON Eva Roth] met a [GPE Peru] expert, [PERSON Bo Reyes]."),
    ).toEqual([
      "person Eva Roth PE (journalist of Peruvian): The Peruvian journalist Eva Roth",
      "person Bo Reyes (expert of Peru): a Peru expert | Bo Reyes",
    ]);
  });

  test("tell what an office is about as part of its title, and no date before it", () => {
    expect(
      entities(
        "On May 22 President [PERSON Ana Gil] met [PERSON Cole Rand], the undersecretary of state for management.",
      ),
    ).toEqual([
      "person Ana Gil (President): 22 President Ana Gil",
      "person Cole Rand US (undersecretary of state for management): Cole Rand | the undersecretary of state",
    ]);
  });

  test("need tell nothing of people of whom every reader knows where they are from", () => {
    expect(entities("[PERSON Nelson Mandela] spoke. President [PERSON Boric] left. [PERSON Merkel] stayed.")).toEqual([
      "person Nelson Mandela ZA: Nelson Mandela",
      "person Boric CL (President): President Boric",
      "person Merkel: Merkel",
    ]);
  });

  test("hold what they are about before a name too", () => {
    expect(entities("Undersecretary of State for Public Health [PERSON Cole Rand] left.")).toEqual([
      "person Cole Rand US (Undersecretary of State for Public Health): Undersecretary of State for Public Health Cole Rand | Undersecretary of State",
    ]);
  });

  test("of a body are of its country, though only another mention tells it", () => {
    expect(
      entities(
        "The [ORG Norwegian Fisheries Agency] waits. “No,” said [PERSON Ulla Berg], spokeswoman for the agency.",
      ),
    ).toContainEqual(expect.stringMatching(/^person Ulla Berg NO /));
  });

  test("told with a country once are of that country, unless somebody else was named last", () => {
    const marked = "President [PERSON Ana Gil] spoke. The [NORP Chilean] president left.";
    expect(entities(marked)[0]).toMatch(/^person Ana Gil CL /);
    const other = "President [PERSON Ana Gil] met [PERSON Bo Reyes]. The [NORP Chilean] president left.";
    expect(entities(other)[0]).toMatch(/^person Ana Gil \(/);
  });

  test("take up the person who has them", () => {
    expect(
      sources(
        "Maj-Gen [PERSON Rui Prado] met Foreign Secretary [PERSON Ann Vail] and Sen. [PERSON Bo Reyes]. {a: The general} said little. {b: The foreign secretary} said more. {c: The senator} wrote a letter. {d: The lawmaker} said so.",
      ),
    ).toEqual([
      "The general = Rui Prado, named",
      "The foreign secretary = Ann Vail, named",
      "The senator = Bo Reyes, named",
      "The lawmaker = Bo Reyes, named",
    ]);
  });

  test("of two ministers the one whose office or country the words name", () => {
    expect(
      sources(
        "[GPE Peru]'s defense minister, [PERSON Ana Gil], met [GPE Chile]'s defense minister, [PERSON Eva Roth]. {a: The [NORP Peruvian] minister} said yes. {b: The [NORP Chilean] defense minister} said no.",
      ),
    ).toEqual(["The Peruvian minister = Ana Gil, named", "The Chilean defense minister = Eva Roth, named"]);
  });

  test("a role told before the name is known from what follows", () => {
    expect(
      sources(
        "{a: [GPE Peru]'s defense minister} said the border was closed_ADJ. In the capital, [PERSON Ana Gil], the [NORP Peruvian] defense minister, held_VERB a parade.",
      ),
    ).toEqual(["Peru's defense minister = Ana Gil, named"]);
  });

  test("a place before a comma is no one's name", () => {
    expect(sources("In [PERSON Quell], {a: the mayor} also said that. Mayor [PERSON Ulla Berg] left.")).toEqual(
      ["the mayor = nobody, unnamed"].map(() => "the mayor = mayor, unnamed"),
    );
  });
});

describe("a mission and a ministry", () => {
  test("a state's own mission is its, by whatever word the text has it", () => {
    expect(entities("[GPE Norway] closed_VERB its embassy in [GPE Peru].")).toContain(
      "facility Norwegian embassy NO: its embassy",
    );
  });

  test("a ministry in a capital is of that country", () => {
    expect(sources("{a: The foreign ministry} in [GPE Oslo] said no.")).toEqual([
      "The foreign ministry = Norwegian foreign ministry, named",
    ]);
    expect(entities("The [ORG Chilean Foreign Ministry] and the [ORG Foreign Ministry] in [GPE Oslo] met.")).toEqual([
      "government Chilean Foreign Ministry CL: The Chilean Foreign Ministry",
      "government Norwegian Foreign Ministry NO: the Foreign Ministry",
    ]);
  });

  test("a mission in a capital is not that country's", () => {
    const marked = "The [ORG Norwegian Embassy] waits. The embassy in [GPE Lima] is safe.";
    expect(entities(marked).join()).toMatch(/^facility Norwegian Embassy NO: .*Norwegian Embassy \| The embassy$/);
  });

  test("of which none is named is that of the official who speaks", () => {
    expect(sources("[GPE Peru] waited. {b: A [NORP Chilean] official} said_VERB {a: the navy} said so.")).toContain(
      "the navy = Chilean navy, named",
    );
  });

  test("told of in passing is not the one that a text comes back to", () => {
    const marked =
      "[ORG Norwegian Embassy] Shuts\n\nThe staff may ask the [ORG Chilean Embassy] for help. {a: The embassy} said so.";
    expect(sources(marked)).toEqual(["The embassy = Norwegian Embassy, named"]);
  });
});

describe("what bears a name", () => {
  test("is nobody where its last word or a table tells of a treaty, a feast or the like", () => {
    expect(entities("The [ORG Corwin Convention] ends before [PERSON Ramadan].")).toEqual([
      "other Corwin Convention: Corwin Convention",
      "other Ramadan: Ramadan",
    ]);
  });
});

describe("speakers without a name", () => {
  test("are unnamed, and the same when they speak again", () => {
    expect(
      sources(
        "{a: A senior [NORP Chilean] diplomat} said it was late. “No comment,” {b: the diplomat} said. {c: The prime minister's spokesman} said less. “Later,” {d: he} said.",
      ),
    ).toEqual([
      "A senior Chilean diplomat = senior Chilean diplomat, unnamed",
      "the diplomat = senior Chilean diplomat, unnamed",
      "The prime minister's spokesman = prime minister's spokesman, unnamed",
      "he = prime minister's spokesman, pronoun",
    ]);
  });

  test("counted ones are unnamed, a group as such is collective", () => {
    expect(
      sources(
        "{a: Two officials} said so. {b: Residents} said no. {c: Officials} said yes. {d: Many voters} said nothing. {e: People familiar with the talks} said more. {f: One of them} left.",
      ),
    ).toEqual([
      "Two officials = Two officials, unnamed",
      "Residents = Residents, collective",
      "Officials = Officials, collective",
      "Many voters = Many voters, collective",
      "People familiar with the talks = People, unnamed",
      "One of them = nobody, unnamed",
    ]);
  });

  test("two persons joined are no one entity", () => {
    expect(sources("{a: [PERSON Marta Quell] and [PERSON Ivo Tarr]} said so.")).toEqual([
      "Marta Quell and Ivo Tarr = nobody, named",
    ]);
  });
});

describe("bodies and governments", () => {
  test("an acronym, a short form and the noun stand for the long name", () => {
    expect(
      sources(
        "The [ORG United Harbour Movement] ([ORG UHM]) met. {a: The [ORG UHM]} said yes. {b: The movement} said no. The [ORG UK Ministry of Defence] listened. {c: The [ORG MoD]} said little. {d: The ministry} said less.",
      ),
    ).toEqual([
      "The UHM = United Harbour Movement, named",
      "The movement = United Harbour Movement, named",
      "The MoD = UK Ministry of Defence, named",
      "The ministry = UK Ministry of Defence, named",
    ]);
  });

  test("a capital or a palace that speaks is the government, a capital where something happens is a place", () => {
    expect(
      entities(
        "{a: [GPE Washington]} said no. In [GPE Paris], {b: the [FAC Kremlin]} said yes. [NORP American] troops left.",
      ),
    ).toEqual([
      "government United States US: Washington",
      "government Russia RU: the Kremlin",
      "military American troops US: American troops",
    ]);
  });

  test("the people with their article are the government where they act", () => {
    expect(
      entities("“{a: The [NORP Americans]} said no,” {b: a source} said. {c: [NORP Americans]} said yes."),
    ).toEqual([
      "government United States US: The Americans",
      "person source: a source",
      "people Americans US: Americans",
    ]);
  });

  test("the army without more is the army of the country that acts", () => {
    expect(entities("[GPE Peru] sent troops to the border. {a: The army} said they were ready.")).toEqual([
      "government Peru PE: Peru",
      "military Peruvian army PE: The army | they",
    ]);
  });

  test("the publisher is an outlet, whatever its name says", () => {
    expect(entities("{a: The [ORG Harbour Gazette]} said so, and {b: [ORG Reuters]} said no.")).toEqual([
      "outlet Harbour Gazette: The Harbour Gazette",
      "outlet Reuters GB: Reuters",
    ]);
  });
});

describe("pronouns", () => {
  test("agree with what is known of the person", () => {
    expect(
      sources("Mr [PERSON Tarr] met Ms [PERSON Quell]. {a: She} said it went well. {b: He} said it did not."),
    ).toEqual(["She = Quell, pronoun", "He = Tarr, pronoun"]);
  });

  test("a speaker goes on speaking, whoever is named in the quotation", () => {
    expect(
      sources(
        "“{a> [PERSON Ivo Tarr] is a fool},” said_VERB {a: [PERSON Bo Reyes]}. “{b> [PERSON Tarr] never listens},” {b: he} said.",
      ),
    ).toEqual(["Bo Reyes = Bo Reyes, named", "he = Bo Reyes, pronoun"]);
  });

  test("I and we in a quotation are its speaker, he is not", () => {
    expect(
      entities("[PERSON Ivo Tarr] arrived. “{a> We talked, and I think he lied},” said_VERB {a: [PERSON Bo Reyes]}."),
    ).toEqual(["person Ivo Tarr: Ivo Tarr | he", "person Bo Reyes: We | I | Bo Reyes"]);
  });

  test("who ends a sentence is nobody whom it tells of by name", () => {
    expect(
      sources(
        "{b: The [ORG Harbour Board]} spoke of the [ORG Vane Front]. The [ORG Vane Front] fired, {a> hurting two}, {a: it} said.",
      ),
    ).toContain("it = Harbour Board, pronoun");
  });

  test("they is the group, it is the body", () => {
    expect(
      sources("{a: Two officials} met. {b: They} said so. {c: The [ORG Harbour Board]} met. {d: It} said no."),
    ).toEqual([
      "Two officials = Two officials, unnamed",
      "They = Two officials, pronoun",
      "The Harbour Board = Harbour Board, named",
      "It = Harbour Board, pronoun",
    ]);
  });
});

test("a text without names has no entities", () => {
  expect(entities("It rained all day.")).toEqual([]);
  expect(entities("")).toEqual([]);
});
