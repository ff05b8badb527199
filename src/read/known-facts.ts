/** What whoever hands over an input knows of it; `null` where the input itself is to tell. What is known here wins over what a page says. */
export interface KnownFacts {
  readonly id: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
}

export const nothingKnown: KnownFacts = { id: null, url: null, title: null, outlet: null, published: null };

/** The first facts, with their gaps filled from the second: what is said of one file comes before what is said of all of them. */
export function fillFacts(first: KnownFacts, second: KnownFacts): KnownFacts {
  return {
    id: first.id ?? second.id,
    url: first.url ?? second.url,
    title: first.title ?? second.title,
    outlet: first.outlet ?? second.outlet,
    published: first.published ?? second.published,
  };
}
