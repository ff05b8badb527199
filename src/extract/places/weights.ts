/**
 * What each sign is worth in choosing among places of one name. A place's score is the sum; scores are compared as logarithms of odds. Tuned
 * on one half of the articles of LGL (docs/methods/when-and-where.md); population and the rank of countries and capitals were kept higher than local news alone
 * would have them.
 */
export const weights = {
  /** For each tenfold of the population. */
  population: 0.8,
  /** For what the place is: a country is talked of more than a town of its size. */
  feature: {
    country: 2,
    region: 1,
    county: 0.5,
    capital: 1.2,
    seat: 0.3,
    town: 0,
    quarter: -1,
    water: 5,
    area: 6,
    landform: 5,
  },
  /** How the name stands for the place. */
  naming: { name: 0, byname: -0.5, bare: -2, abbreviation: 0 },
  /** The words beside the name say where it lies: "Tripoli, Lebanon". */
  container: 8,
  /** Other names of the article have a place that holds this one, lies in it or lies near: for the logarithm of one and their sum. */
  support: 4.5,
  /** To what power a belief counts in others' support: below one, places that fit together raise each other though each alone is unlikely. */
  boldness: 0.45,
  /** A region is meant less often than a town of its name that lies in it or is the country's capital. */
  namesake: -2.5,
  /** What one such name adds to that sum. */
  related: {
    /** One lies in the other: a town in a region or county, or a region in a country. */
    within: 1.25,
    withinCountry: 0.1,
    /** A capital in its country. */
    capital: 1,
    /** Side by side; less with the distance, to a third at `nearKilometres`. */
    near: 1,
    sameRegion: 0.3,
    sameCountry: 0.02,
  },
};

/** Within this distance two towns tend to be in the same news. */
export const nearKilometres = 100;

/** How much a name counts as a sign of where others lie, by how it stands in the text. */
export const voices = {
  toponym: 1,
  /** A name of something else, as far as the tagger knows. */
  doubtful: 0.1,
  /** Part of the name of a body: the "Dayton" of "Dayton Police Department". */
  embedded: 0.8,
  /** "Georgian". */
  demonym: 0.4,
};

/** The support that a doubtful name needs to be taken for a place; half of it behind a preposition of place. */
export const leastSupport = { doubtful: 1 };
