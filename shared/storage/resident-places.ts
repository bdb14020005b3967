import type { ResidentId } from "#shared/domain/resident-id.ts";
import { type Item, textIn } from "./attributes.ts";

/** Whose entry in an index it is. */
export const residentIn = (item: Item): ResidentId => textIn(item, "residentId") as ResidentId;

/** The places at which pages of residents end, for cursors. */
export const residentPlaces = /^r-[0-9a-z]{26}$/;
