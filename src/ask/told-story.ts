import { findDisputes } from "../store/queries/disputes.js";
import { findHistories } from "../store/queries/events.js";
import { storyById } from "../store/queries/stories.js";
import type { Store } from "../store/store.js";
import { type StoryView, storyView } from "../view/story-view.js";
import { firstOf } from "./first-of.js";
import { toldDisputes, toldHistories } from "./told-links.js";

/** Disputes and postures of a story that are shown on its page. */
const mostMatters = 20;

/** The story with that id and so many of its articles, `null` where there is none. */
export async function toldStory(store: Store, id: string, most: number): Promise<StoryView | null> {
  const story = await storyById(store, id);
  if (story === null) return null;
  const question = { story: id, limit: mostMatters + 1 };
  const disputes = firstOf(await findDisputes(store, question), mostMatters);
  const postures = firstOf(await findHistories(store, question), mostMatters);
  const matters = {
    disputes: await toldDisputes(store, disputes.items),
    moreDisputes: disputes.more,
    postures: await toldHistories(store, postures.items),
    morePostures: postures.more,
  };
  return storyView(story, matters, most);
}
