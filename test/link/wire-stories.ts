/** A wire story, written for the project, with what an editor may do to it and how another reporter told of the same event. */
export interface WireStory {
  readonly name: string;
  readonly title: string;
  readonly dateline: string;
  readonly paragraphs: readonly string[];
  /** A lead that an editor wrote in place of the story's own first paragraph. */
  readonly newLead: string;
  /** What a local paper added. */
  readonly local: readonly string[];
  /** The story with most sentences touched by a sub-editor. */
  readonly edited: readonly string[];
  /** Another reporter's own story of the same event, with the same quotations. */
  readonly other: readonly string[];
}

export const wireStories: readonly WireStory[] = [
  {
    name: "ferry",
    title: "Ferry with 140 aboard runs aground off Corvane",
    dateline: "CORVANE, Ardland, May 6 (Meridian Wire) - ",
    paragraphs: [
      "A passenger ferry carrying 140 people ran aground on a sandbank outside the port of Corvane early on Tuesday after its steering failed in heavy swell, the coast guard said.",
      "Lifeboats took off 96 passengers before dawn and the rest were brought ashore by two fishing vessels that had answered the distress call. Eleven people were treated for bruises and cold, and one crew member remained in hospital with a broken wrist.",
      '"The wheel went loose in my hands and there was nothing left to do but drop both anchors," the ferry\'s master, Anders Voll, told reporters on the quay.',
      "The operator, Sund Lines, said the 31-year-old vessel had passed its yearly inspection in March. It promised to pay for hotels and onward travel and to hand its maintenance records to the accident board.",
      "Divers will examine the hull once the wind drops, harbour officials said, and tugs are on their way from Halverstad to pull the ferry free at the next spring tide.",
      "It is the third grounding near Corvane in two years. A report published last autumn urged the government to dredge the channel and to replace its unlit buoys, neither of which has been done.",
    ],
    newLead:
      "Holidaymakers spoke of a night of fear and seasickness after the Corvane night boat stuck fast on a sandbank within sight of the harbour lights.",
    local: [
      "Among those rescued were nine pupils of Tolby secondary school, who were on their way home from a choir contest.",
      "Their head teacher, Ida Mark, thanked the crews and said that lessons would start an hour later on Wednesday so that everyone could sleep.",
      "Tolby's mayor has invited the two fishing skippers to a reception in the town hall next week.",
    ],
    edited: [
      "A ferry carrying 140 people ran aground on a sandbank just outside the port of Corvane early Tuesday after its steering failed in a heavy swell, the coast guard said.",
      "Lifeboats took off 96 passengers before dawn; the rest were brought ashore by two fishing boats that had answered the distress call. Eleven people were treated for bruises and cold, and one crew member was still in hospital with a broken wrist.",
      '"The wheel went loose in my hands and there was nothing left to do but drop both anchors," said the ferry\'s master, Anders Voll.',
      "Operator Sund Lines said the 31-year-old ship had passed its yearly inspection in March. It promised to pay for hotels and onward travel, and to hand over its maintenance records to the accident board.",
      "Divers will examine the hull once the wind drops, port officials said, and tugs are on their way from Halverstad to pull the ferry free.",
    ],
    other: [
      "Rescuers pulled everybody off a stranded night boat near Corvane on Tuesday, with only light injuries reported among the 140 people who had been on board.",
      "The ship lost control of its rudder at about four in the morning, a port spokeswoman said, and drifted on to the Middle Sand, a shoal that local pilots know well. No fuel has leaked so far.",
      '"The wheel went loose in my hands and there was nothing left to do but drop both anchors," Captain Anders Voll recalled, still wrapped in a blanket.',
      "Passengers praised the volunteers who came out in the dark. Some complained that the loudspeakers on deck had been silent for almost half an hour.",
      "Investigators want to know why an alarm in the engine room was switched off the evening before. The owner would not comment on that point, but said it was helping with the inquiry.",
    ],
  },
  {
    name: "talks",
    title: "Belmara and Tarvenia agree to reopen border crossing",
    dateline: "TESH, Belmara, June 11 (Orsen Press Agency) - ",
    paragraphs: [
      "Belmara and Tarvenia agreed on Wednesday to reopen the Lorn Pass crossing, closed for fourteen months since a shooting that killed three customs officers, in the first sign of a thaw between the neighbours.",
      "Trucks with food and medicine will be let through from July 1, and foot passengers two weeks later, according to a joint statement issued after nine hours of talks on the island of Tesh.",
      'Belmara\'s foreign minister, Hadi Rasoun, called the deal "a small door, but a door", and said that questions of visas and of the disputed quarry had been left to a commission.',
      "Tarvenian officials made no mention of the commission. Irena Sulk, who led the delegation from Oslovar, left without speaking to journalists and was seen shaking hands with her counterpart at the airfield.",
      "The closure has cost the two economies an estimated 90 million crowns, most of it in fruit that rotted at the roadside. Farmers on both sides blocked the approach roads last summer to demand an end to it.",
      "Diplomats from Ardland, which brought the parties together, said privately that the hardest part had been agreeing on whose flag should hang on the left.",
    ],
    newLead:
      "Lorries could be rolling over the Lorn Pass again within three weeks, ending more than a year in which the road between two old rivals was shut.",
    local: [
      "Growers in the Vell valley greeted the news with relief but also with doubt.",
      "Pavle Drost, who lost his whole cherry harvest last year, said he would believe it when the first lorry came back empty.",
      "The valley's cooperative has hired twelve extra drivers for the summer.",
    ],
    edited: [
      "Belmara and Tarvenia agreed Wednesday to reopen the Lorn Pass crossing, which had been closed for fourteen months since a shooting that killed three customs officers, in what is the first sign of a thaw between the two neighbours.",
      "Trucks with food and medicine will be let through from July 1 and foot passengers two weeks later, according to a joint statement issued after nine hours of talks on Tesh island.",
      'Belmara\'s foreign minister Hadi Rasoun called the deal "a small door, but a door" and said questions of visas and of the disputed quarry had been left to a commission.',
      "Officials from Tarvenia made no mention of the commission. Irena Sulk, who led the delegation from Oslovar, left without speaking to journalists, but was seen shaking hands with her counterpart at the airfield.",
      "The closure has cost both economies an estimated 90 million crowns, most of it in fruit that rotted at the roadside.",
    ],
    other: [
      "After a day behind closed doors, envoys of two countries that have barely spoken since last spring emerged with a promise: the mountain road at Lorn will be opened again this summer.",
      '"A small door, but a door" was how Hadi Rasoun put it to the cameras. The Belmaran minister looked tired and declined to take questions about the quarry.',
      "Goods come first under the plan, people later. Inspectors of a third country, not yet named, are to check papers on both sides until local officers have been trained together.",
      "In Oslovar the opposition mocked the outcome. Marta Yelin of the Civic Bloc said that the government had given up in an afternoon what it had refused for a year.",
      "Relatives of the dead officers held a silent vigil in front of the interior ministry. They want the suspected gunman to be handed over before any barrier is lifted.",
    ],
  },
  {
    name: "bank",
    title: "Norland central bank raises rate to 4.25 percent",
    dateline: "HALVERSTAD (Meridian Wire) - ",
    paragraphs: [
      "Norland's central bank raised its main interest rate by half a point to 4.25 percent on Thursday, the fifth increase in a row, and said that it would stop only when wages slowed.",
      'Governor Elin Harrow told a news conference that inflation, at 6.1 percent in April, was "falling like a feather and not like a stone". Two of the seven members of the board voted for a smaller step.',
      "The crown gained almost one percent against the dollar, its largest rise since January, before giving up part of it in the afternoon. Bank shares fell on concern that more borrowers would default.",
      "Most economists had expected a quarter point. Tomas Brandl of the Corwin Institute said the decision showed that the bank was more worried about a spiral of wages than it had admitted.",
      "Unions representing dock and rail workers are asking for nine percent this year. The finance ministry said that it respected the independence of the bank and had no plan to change its mandate.",
      "Mortgage payments for a typical family will go up by about 70 crowns a month, according to figures from the association of building societies.",
    ],
    newLead:
      "Home owners face another jump in their monthly payments after the central bank surprised markets with its fifth rise in a row.",
    local: [
      "At the Harbour Street branch of the Corwin Savings Bank there was a queue before the doors opened.",
      "Greta Moll, who bought a flat two years ago, said she had stopped looking at the letters from her lender.",
      "The city's debt advice office has taken on two more people and is open on Saturdays from this week.",
    ],
    edited: [
      "The central bank of Norland raised its main interest rate by half a point to 4.25 percent on Thursday, its fifth increase in a row, and said it would stop only when wages slowed.",
      'Governor Elin Harrow told reporters that inflation, at 6.1 percent in April, was "falling like a feather and not like a stone". Two of the seven members of its board voted for a smaller step.',
      "The crown gained almost one percent against the dollar, its largest rise since January, but gave up part of it in the afternoon. Bank shares fell on concern that more borrowers would default.",
      "Most economists had expected a quarter point. Tomas Brandl, of the Corwin Institute, said that the decision showed the bank was more worried about a spiral of wages than it had admitted.",
      "Unions representing dock and rail workers are asking for nine percent this year.",
    ],
    other: [
      "Elin Harrow is not done yet. The governor of the Norland bank put up borrowing costs again on Thursday and left little doubt that a sixth move will follow before the summer break.",
      'Prices are "falling like a feather and not like a stone", she said, and pointed to rents and restaurant bills as the stubborn ones. New forecasts see the target of two percent reached only in two years\' time.',
      "Traders were caught out. Futures had put the chance of a half-point step at one in five that morning, and the yield on ten-year bonds went above four percent for the first time since the winter.",
      "Critics on the left accuse the bank of making the poor pay for a shock that came from oil. The shadow chancellor spoke of a decision taken in a warm room.",
      "Business groups were divided. Exporters fear a stronger currency while retailers said that steadier prices would help them plan.",
    ],
  },
  {
    name: "prison",
    title: "Guards freed after two-day prison revolt in Belmar",
    dateline: "BELMAR, Sept. 19 (AP) — ",
    paragraphs: [
      "Inmates at Belmar's largest prison released the last four guards they had been holding and returned to their cells on Sunday, ending a two-day revolt over food and overcrowding that left two prisoners dead.",
      "Special police moved in without firing a shot after a bishop who had been acting as a go-between walked out of the gate with the hostages behind him.",
      "The prison, built for 1,200 men, holds about 3,000. A court ordered the government four years ago to move a third of them, and a plan to build two new wings has been stuck in parliament since then.",
      '"Nobody won anything here," said Bishop Luka Ferran. "They wanted clean water. They should not have needed knives to ask for it."',
      "The interior ministry denied that it had promised the rebels an amnesty. Prosecutors opened an investigation into the two deaths, which doctors said had been caused by burns.",
      "Relatives who had camped outside the walls applauded as ambulances drove off. Some threw stones at a minister's car.",
    ],
    newLead:
      "It ended as suddenly as it had begun: a gate opened, a clergyman came out, and behind him walked four men who had not expected to see their families again.",
    local: [
      "One of the four guards, Milo Stane, comes from Upper Orsen, where neighbours had kept a light in every window since Friday.",
      "His brother said that he was well, that he had slept for eleven hours and that he would not be giving interviews.",
    ],
    edited: [
      "Prisoners at Belmar's largest prison released the last four guards they had been holding and returned to their cells on Sunday, ending a two-day revolt over food and overcrowding in which two inmates died.",
      "Special police moved in without firing a shot after a bishop who had acted as a go-between walked out of the gate with the hostages behind him.",
      "Built for 1,200 men, the prison holds about 3,000. A court ordered the government four years ago to move a third of them, but a plan to build two new wings has been stuck in parliament since then.",
      '"Nobody won anything here," Bishop Luka Ferran said. "They wanted clean water. They should not have needed knives to ask for it."',
      "The interior ministry denied it had promised the rebels an amnesty. Prosecutors have opened an investigation into the two deaths, which doctors said had been caused by burns.",
    ],
    other: [
      "The siege of Belmar jail is over. Four warders who had been captive since Friday evening were driven to a military clinic on Sunday, tired and thirsty but unhurt, their union said.",
      '"Nobody won anything here. They wanted clean water. They should not have needed knives to ask for it," the mediator, Bishop Luka Ferran, said after a last night of bargaining by telephone.',
      "What was offered in return stays unclear. Lawyers for the ringleaders spoke of written guarantees. Officials said there was no paper and never had been.",
      "Human rights groups called for an outside inquiry. They have warned since the spring that the building's east wing has one tap for every ninety people.",
      "Two bodies were found in a burnt kitchen on Saturday. Their names have been withheld until families can be told.",
    ],
  },
  {
    name: "strike",
    title: "Drone strike hits fuel depot near Port Veshti",
    dateline: "OSLOVAR (Reuters) - ",
    paragraphs: [
      "Drones struck a fuel depot outside Port Veshti on Friday night, setting four tanks ablaze and killing at least six workers, Tarvenian officials said, in the deepest attack inside the country since the crisis began.",
      "No one claimed responsibility. The government blamed the Meresh Brigades and said that the aircraft had been launched from a ship, which it did not name.",
      "Flames could be seen from 40 kilometres away and schools in three districts were closed because of the smoke. Firefighters used foam flown in from the capital to keep the fire from reaching a pipeline.",
      'President Danil Korvash called an emergency meeting of the security council. "Whoever opened this window will feel the wind that comes through it," he said in an address on state television.',
      "Oil futures rose three percent. The depot holds about a tenth of the country's diesel, analysts say, and queues formed at filling stations in Oslovar before midnight.",
      "Norland, whose relations with Tarvenia have worsened since it withdrew embassy staff in March, said that it had no knowledge of the attack and urged restraint.",
    ],
    newLead:
      "A glow over the southern sky told the people of Oslovar on Friday night that the conflict had come closer than ever before.",
    local: [
      "The Belmar Gazette has learned that two of the dead were Belmaran citizens employed by a welding firm from Tesh.",
      "A company director, who asked not to be named, said the men had been due home on Sunday.",
    ],
    edited: [
      "Drones struck a fuel depot near Port Veshti late on Friday, setting four tanks ablaze and killing at least six workers, Tarvenian officials said, in the deepest attack inside the country since the crisis began.",
      "No one has claimed responsibility. The government blamed the Meresh Brigades, saying that the aircraft had been launched from a ship, which it did not name.",
      "The flames could be seen from 40 kilometres away, and schools in three districts were closed because of the smoke. Firefighters used foam flown in from the capital to keep the fire from reaching a pipeline.",
      'President Danil Korvash called an emergency meeting of his security council. "Whoever opened this window will feel the wind that comes through it," he said on state television.',
      "Oil futures rose three percent.",
    ],
    other: [
      "At least six people died and a column of black smoke hung over southern Tarvenia on Saturday after several unmanned aircraft exploded at a storage site for diesel and kerosene.",
      '"Whoever opened this window will feel the wind that comes through it," President Danil Korvash told the nation, wearing a military jacket for the first time in years.',
      "Witnesses counted between five and eight blasts within a quarter of an hour. A night watchman said that the machines came in low from the sea and made a sound like a mower.",
      "The Brigades, a militia that was outlawed three years ago, put out a denial on their channel and accused the army of staging the raid. Neither account could be checked.",
      "Airlines changed routes to keep clear of the coast. Insurers said that rates for cargo would go up again on Monday.",
    ],
  },
];

/** Reports that fill the same form with other facts: no copies of each other. */
export const formReports: readonly (readonly string[])[] = [
  [
    "A magnitude 5.1 earthquake struck 23 kilometres north of Tolby at 04:12 local time on Monday, the Norland Seismological Office said.",
    "The quake was 11 kilometres deep. There were no immediate reports of damage or injuries, and no tsunami warning was issued.",
    "The region lies on the Corvane fault and has had 14 quakes of magnitude 5 or more since 2015.",
  ],
  [
    "A magnitude 6.0 earthquake struck 41 kilometres east of Vell at 17:55 local time on Thursday, the Norland Seismological Office said.",
    "The quake was 32 kilometres deep. There were reports of cracked walls in two villages, and no tsunami warning was issued.",
    "The region lies on the Lorn fault and has had 9 quakes of magnitude 5 or more since 2015.",
  ],
  [
    "Halverstad shares closed higher on Monday, with the main index up 0.8 percent at 7,214 points as oil companies gained.",
    "Sund Lines rose 2.1 percent after a report of a possible bid, and Corwin Bank added 1.4 percent. Fennick Marine was the biggest loser, down 3.3 percent.",
    "The crown was little changed at 9.41 to the dollar. Turnover was 1.2 billion crowns.",
  ],
  [
    "Halverstad shares closed lower on Wednesday, with the main index down 1.1 percent at 7,120 points as mining companies fell.",
    "Orsen Steel lost 4.2 percent after a report of a strike vote, and Corwin Bank slipped 0.6 percent. Tesh Foods was the biggest winner, up 2.7 percent.",
    "The crown was weaker at 9.55 to the dollar. Turnover was 1.4 billion crowns.",
  ],
];

/** The same agency's next story, which repeats the background of "strike". */
export const followUp: readonly string[] = [
  "Tarvenia expelled the naval attaches of three countries on Monday, saying that a ship from one of them had launched the drones that burnt a fuel depot outside Port Veshti.",
  "The foreign ministry gave the officers 48 hours and published what it called radar tracks. Experts who looked at them said that the pictures were too coarse to show a type of vessel.",
  "Rescue workers found a seventh body in the ruins on Sunday. The last of the four tanks burnt out before dawn, and engineers began to pump what was left of the fuel into rail cars.",
  "Marta Yelin of the Civic Bloc asked why the depot had been without air defence. The defence minister is due to answer in parliament on Tuesday.",
  "No one claimed responsibility. The government blamed the Meresh Brigades and said that the aircraft had been launched from a ship, which it did not name.",
  "Norland, whose relations with Tarvenia have worsened since it withdrew embassy staff in March, said that it had no knowledge of the attack and urged restraint.",
];
