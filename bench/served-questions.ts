import type { resources } from "../src/api/resources.js";

/** An address of the interface that answers, wherever it is asked: at a server, or in this process. */
export type Get = (address: string) => Promise<unknown>;

/** How big the record is that is asked. */
export interface RecordSize {
  readonly articles: number;
  readonly lines: number;
  readonly firstDay: string;
  readonly lastDay: string;
}

type Resource = (typeof resources)[number];

/**
 * What a record can be asked, so that no two questions are the same: the nth question to a resource, by its address. The first is the one that a page asks when it
 * is opened; each later one has another last day, another thing or another length.
 */
export async function questionsOf(
  get: Get,
): Promise<{ readonly size: RecordSize; readonly question: (of: Resource, nth: number) => string }> {
  const listed = async (route: string): Promise<readonly string[]> => {
    const { items } = (await get(`/api/${route}?limit=200`)) as { readonly items: readonly { readonly id: string }[] };
    return items.map(({ id }) => encodeURIComponent(id));
  };
  const { database: size } = (await get("/api/status")) as { readonly database: RecordSize };
  const ids = {
    lines: await listed("lines"),
    articles: await listed("articles"),
    entities: await listed("entities"),
    events: await listed("events"),
  };
  const { edges } = (await get("/api/network")) as {
    readonly edges: readonly { readonly from: string; readonly to: string; readonly kind: string }[];
  };
  const { marks } = (await get("/api/map")) as {
    readonly marks: readonly { readonly lat: number; readonly lon: number; readonly precision: string }[];
  };

  const question = ({ path, query, cut }: Resource, nth: number): string => {
    const of = (some: readonly string[]): string => some[nth % some.length] ?? "";
    const last = Date.parse(`${size.lastDay}T00:00:00Z`);
    const day = new Date(last - (nth % 300) * 86_400_000).toISOString().slice(0, 10);
    // Whatever is asked for twice is asked for in other words.
    const asked = [
      ...(cut === null ? [] : [`limit=${1 + ((nth * 7) % 60)}`]),
      ...("until" in query.shape ? [`until=${day}`] : []),
    ];
    const words = nth === 0 ? "" : asked.join("&");
    switch (path) {
      case "/api/things/*":
        return `/api/things/${of([...ids.events, ...ids.lines, ...ids.entities])}`;
      case "/api/origins/*":
      case "/api/claims/*":
        return path.replace("*", of(ids.lines.filter((id) => /(?:st|ac|po)_\d+$/.test(id))));
      case "/api/fields/*":
        return path.replace("*", of(ids.lines));
      case "/api/citations":
        return `${path}?of=${of(ids.lines)}`;
      case "/api/articles/:id":
      case "/api/articles/:id/record":
        return path.replace(":id", of(ids.articles));
      case "/api/entities/:id":
        return path.replace(":id", of(ids.entities));
      case "/api/network/lines": {
        const edge = edges[nth % edges.length];
        return `${path}?from=${edge?.from}&to=${edge?.to}&kind=${edge?.kind}&${words}`;
      }
      case "/api/map/lines": {
        const mark = marks[nth % marks.length];
        return `${path}?lat=${mark?.lat}&lon=${mark?.lon}&precision=${mark?.precision}&${words}`;
      }
      case "/api/search":
      case "/api/search/facets":
        return `${path}?q=${["embassy", "talks", "strait", "minister", "attack"][nth % 5]}&${words}`;
      case "/api/find":
        return `${path}?q=${["emb", "mini", "pres", "bor", "min", "ir", "ky", "new", "par", "wash"][nth % 10]}${nth < 10 ? "" : String.fromCharCode(97 + (nth % 26))}`;
      case "/api/brief":
      case "/api/timeline": {
        const since = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
        return nth === 0 ? path : `${path}?since=${since}&until=${day}`;
      }
      case "/api/due":
        return nth === 0 ? path : `${path}?on=${day}`;
      case "/api/entities":
      case "/api/corrections":
      case "/api/watches":
        return nth === 0 ? path : `${path}?limit=${1 + (nth % 60)}`;
      case "/api/status":
      case "/api/remarks":
      case "/api/sources":
        return path;
      case "/api/sources/*":
        return "/api/sources/Wire";
      default:
        return nth === 0 ? path : `${path}?${words}`;
    }
  };
  return { size, question };
}
