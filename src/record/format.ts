/** What a record says of its own shape. */
export const recordFormat = "sitrep.record/1";
