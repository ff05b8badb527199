import { z } from "zod";
import { latestCorrections } from "../store/queries/corrections.js";
import { type CorrectionView, correctionView } from "../view/correction-view.js";
import { list } from "./resource.js";

/** `/api/corrections`: what people said against the record. */
export const correctionsResource = list({
  path: "/api/corrections",
  summary:
    "Corrections, the latest first. `as_of` lists those made by then; the record itself is always shown as corrected now.",
  answers: z.custom<CorrectionView>(),
  answer: async ({ store, page, moment }) =>
    (await latestCorrections(store, { by: moment, offset: page.offset, limit: page.limit + 1 })).map(correctionView),
});
