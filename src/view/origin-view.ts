import type { LinkSources, SourceOrigin } from "../store/queries/link-sources.js";

/** Where a claim entered the news. */
export interface OriginView {
  /** `null` for an article's own text of which only the outlet is known. */
  readonly id: string | null;
  readonly name: string;
  /** `speaker`: somebody known; `unnamed`: somebody whom an outlet does not name; `text`: an agency's or outlet's own account. */
  readonly kind: string;
  /** Whom an unnamed speaker spoke to. */
  readonly through: string | null;
}

/** Independent voices: how many in all, and the first of them by name. */
export interface VoicesView {
  readonly count: number;
  readonly named: readonly OriginView[];
}

/** So many voices are named in a list. */
export const mostVoices = 4;

/** These origins as voices. Sides of a dispute over figures name a text by its outlet or id instead of an origin; `names` are of those whom no line is by. */
export function voicesView(
  origins: readonly string[],
  sources: Pick<LinkSources, "origins">,
  names: ReadonlyMap<string, string> = new Map(),
): VoicesView {
  const named = origins.slice(0, mostVoices).map((id): OriginView => {
    const origin = sources.origins.get(id);
    if (origin !== undefined) return originView(origin);
    const told = names.get(id);
    if (told !== undefined) return speakerView(told);
    const unknown = /^(?:or|art|cg)_[0-9a-f]{16}/.test(id);
    return { id: null, name: unknown ? "an unknown outlet" : id, kind: "text", through: null };
  });
  return { count: origins.length, named };
}

/** Somebody of whom only the name is known. */
export function speakerView(name: string): OriginView {
  return { id: null, name, kind: "speaker", through: null };
}

/** The origin without what only links need of it. */
export function originView({ id, name, kind, through }: SourceOrigin): OriginView {
  return { id, name, kind, through };
}
