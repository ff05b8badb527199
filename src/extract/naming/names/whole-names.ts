import type { FullyAnnotated } from "../../../doc/document.js";
import { firstFrom } from "../../../doc/find-ranges.js";
import type { TokenRange } from "../../../doc/layers.js";

/** A name that the range cuts is taken in whole; `null` where nothing is left. */
export function wholeNames({ first, end }: TokenRange, { layers }: FullyAnnotated): TokenRange | null {
  if (first >= end) return null;
  const { names } = layers.names;
  const touching = names.slice(
    firstFrom(names.length, (at) => (names[at]?.end ?? 0) > first),
    firstFrom(names.length, (at) => (names[at]?.first ?? 0) >= end),
  );
  const cut = touching.filter(({ type }) => !/^(?:DATE|TIME|CARDINAL|ORDINAL|QUANTITY|MONEY|PERCENT)$/.test(type));
  return {
    first: Math.min(first, ...cut.map((name) => name.first)),
    end: Math.max(end, ...cut.map((name) => name.end)),
  };
}
