import type { AreaCode } from "#shared/domain/area.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Department } from "#shared/domain/department.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { ContestedLine, RecordedStep, Review, ReviewId } from "#shared/domain/review.ts";
import { waitingOf } from "#shared/domain/review-waiting.ts";
import { type Item, json, jsonIn, sortable, text, textIn, whole } from "./attributes.ts";
import type { NextDay, QueuePlace, ReviewPlace } from "./reviews.ts";
import { shardOf } from "./shards.ts";

/** The keys and codecs of the table `reviews`. */
export const reviewKey = (residentId: ResidentId, reviewId: ReviewId): Item => ({
  residentId: text(residentId),
  item: text(`${reviewPrefix}${reviewId}`),
});

export const reviewPrefix = "review#";

export const stepPrefix = (reviewId: ReviewId): string => `step#${reviewId}#`;

export const openLineKey = (residentId: ResidentId, { layer, code }: ContestedLine): Item => ({
  residentId: text(residentId),
  item: text(`open#${layer}#${code}`),
});

export const openLineToItem = ({ residentId, line, reviewId }: Review): Item => ({
  ...openLineKey(residentId, line),
  reviewId: text(reviewId),
});

/** The review, and its places in the indexes: in the queue of who has to act, and on the day the calendar does. */
export const reviewToItem = (review: Review, nextDay: NextDay, on: CalendarDate): Item => {
  const { residentId, reviewId, version, area, term } = review;
  const waiting = waitingOf(review);
  const due = term ? `${term.dueOn}#${term.provisional ? "provisional" : "fixed"}` : `${on}#none`;
  const place = `${residentId}#${reviewId}`;
  return {
    ...reviewKey(residentId, reviewId),
    version: whole(version),
    review: json(review),
    ...("department" in waiting && {
      queue: text(queueOf(waiting.department, area)),
      queuePlace: text(`${due}#${area}#${place}`),
    }),
    ...(nextDay && { shard: text(shardOf(residentId)), dayPlace: text(`${nextDay}#${place}`) }),
  };
};

export const reviewFromItem = (item: Item): Review => jsonIn(item, "review");

export const stepToItem = (recorded: RecordedStep): Item => ({
  residentId: text(recorded.residentId),
  item: text(`${stepPrefix(recorded.reviewId)}${sortable(recorded.version)}`),
  recorded: json(recorded),
});

export const stepFromItem = (item: Item): RecordedStep => jsonIn(item, "recorded");

/** A city's reviews lie in one queue, so that whoever answers for a city sees them in one order. */
export const queueOf = (department: Department, area: AreaCode): string => `${department}#${area.slice(0, 4)}`;

export const queuePlaces = /^\d{4}-\d\d-\d\d#(fixed|provisional|none)#\d{6}#r-[0-9a-z]{26}#v-[0-9a-z]{26}$/;

export const dayPlaces = /^(provisional|\d{4}-\d\d-\d\d)#r-[0-9a-z]{26}#v-[0-9a-z]{26}$/;

export const queuePlaceIn = (item: Item): QueuePlace => {
  const [dueOn, term, county, residentId, reviewId] = textIn(item, "queuePlace").split("#");
  return { dueOn, term, county, residentId, reviewId } as unknown as QueuePlace;
};

export const reviewPlaceIn = (item: Item): ReviewPlace => {
  const [, residentId, reviewId] = textIn(item, "dayPlace").split("#");
  return { residentId, reviewId } as unknown as ReviewPlace;
};

/** The key of the review whose place in an index this is. */
export const keyAt = (place: string): Item => {
  const [residentId, reviewId] = place.split("#").slice(-2);
  return reviewKey(residentId as ResidentId, reviewId as ReviewId);
};
