import { articleRecordResource, articleResource, articlesResource } from "./articles.js";
import { briefResource } from "./brief.js";
import { citationsResource } from "./citations.js";
import { claimResource } from "./claims.js";
import { correctionsResource } from "./corrections.js";
import { disputesResource } from "./disputes.js";
import { dueResource } from "./due.js";
import { entitiesResource, entityResource } from "./entities.js";
import { eventsResource } from "./events.js";
import { fieldsResource } from "./fields.js";
import { lanesResource } from "./lanes.js";
import { linesResource } from "./lines.js";
import { mapLinesResource, mapResource } from "./map.js";
import { edgeResource, networkResource } from "./network.js";
import { originsResource } from "./origins.js";
import { posturesResource } from "./postures.js";
import type { Resource } from "./resource.js";
import { remarksResource, reviewResource } from "./review.js";
import { savedViewsResource } from "./saved-views.js";
import { findResource, searchFacetsResource, searchResource } from "./search.js";
import { sourceResource, sourcesResource } from "./sources.js";
import { statementsByPartyResource } from "./statements-by-party.js";
import { statusResource } from "./status.js";
import { storiesResource } from "./stories.js";
import { thingResource } from "./thing.js";
import { timelineResource } from "./timeline.js";
import { unreadResource } from "./unread.js";
import { watchesResource } from "./watches.js";

/** All that can be read, in the order in which it is documented. A new resource is a file of its own and a line here. */
export const resources: readonly Resource[] = [
  statusResource,
  briefResource,
  timelineResource,
  dueResource,
  lanesResource,
  mapResource,
  mapLinesResource,
  statementsByPartyResource,
  networkResource,
  edgeResource,
  posturesResource,
  linesResource,
  disputesResource,
  claimResource,
  eventsResource,
  storiesResource,
  entitiesResource,
  entityResource,
  thingResource,
  articlesResource,
  articleResource,
  articleRecordResource,
  citationsResource,
  searchResource,
  searchFacetsResource,
  findResource,
  originsResource,
  sourcesResource,
  sourceResource,
  reviewResource,
  remarksResource,
  fieldsResource,
  correctionsResource,
  watchesResource,
  savedViewsResource,
  unreadResource,
];
