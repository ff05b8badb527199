import { articleRecordResource } from "./article-record.js";
import { briefResource } from "./brief.js";
import type { Resource } from "./resource.js";
import { statusResource } from "./status.js";
import { thingResource } from "./thing.js";

/** All that can be read, in the order in which it is documented. A new resource is a file of its own and a line here. */
export const resources: readonly Resource[] = [statusResource, briefResource, thingResource, articleRecordResource];
