import { Refusal } from "#shared/domain/refusal.ts";

/** The place where a page ended, as one opaque word that may stand in a query string. */
export const toCursor = (place: string): string => Buffer.from(place).toString("base64url");

/**
 * The place that a cursor means.
 * @throws Refusal invalid-request when it isn't one that such pages end with
 */
export const fromCursor = (cursor: string, places: RegExp): string => {
  const place = Buffer.from(cursor, "base64url").toString("utf8");
  if (places.test(place) && toCursor(place) === cursor) return place;
  throw new Refusal("invalid-request", {
    errors: [{ field: "cursor", detail: "must be the cursor of the page before, unchanged" }],
  });
};
