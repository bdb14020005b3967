import type { AreaCode } from "#shared/domain/area.ts";
import type { ListingId } from "#shared/domain/listing.ts";
import type { Objection, ObjectionId, RecordedObjectionStep } from "#shared/domain/objection.ts";
import { isOpenObjection } from "#shared/domain/objection-machine.ts";
import type { ServiceDepartment } from "#shared/domain/programme.ts";
import { type Item, json, jsonIn, sortable, text, textIn, whole } from "./attributes.ts";
import type { ObjectionPlace } from "./objections.ts";

/** The keys and codecs of objections in the table `listings`. */
export const objectionKey = (listingId: ListingId, objectionId: ObjectionId): Item => ({
  listing: text(listingId),
  item: text(`${objectionPrefix}${objectionId}`),
});

export const objectionPrefix = "objection#";

export const objectionItems = /^objection#o-[0-9a-z]{26}$/;

/** The objection, and while it is open its place in the department's queue. */
export const objectionToItem = (objection: Objection): Item => {
  const { listingId, objectionId, version, state, department, area, term } = objection;
  return {
    ...objectionKey(listingId, objectionId),
    version: whole(version),
    body: json(objection),
    ...(isOpenObjection(state) && {
      queue: text(queueOf(department, area)),
      queuePlace: text(`${term.dueOn}#${area}#${listingId}#${objectionId}`),
    }),
  };
};

export const objectionFromItem = (item: Item): Objection => jsonIn(item, "body");

export const objectionStepPrefix = (objectionId: ObjectionId): string => `objection-step#${objectionId}#`;

export const objectionStepToItem = (recorded: RecordedObjectionStep): Item => ({
  listing: text(recorded.listingId),
  item: text(`${objectionStepPrefix(recorded.objectionId)}${sortable(recorded.version)}`),
  recorded: json(recorded),
});

export const objectionStepFromItem = (item: Item): RecordedObjectionStep => jsonIn(item, "recorded");

/** A city's objections lie in one queue. */
export const queueOf = (department: ServiceDepartment, area: AreaCode): string => `${department}#${area.slice(0, 4)}`;

export const objectionPlaces = /^\d{4}-\d\d-\d\d#\d{6}#n-[0-9a-z]{26}#o-[0-9a-z]{26}$/;

export const objectionPlaceIn = (item: Item): ObjectionPlace => {
  const [dueOn, area, listingId, objectionId] = textIn(item, "queuePlace").split("#");
  return { dueOn, area, listingId, objectionId } as unknown as ObjectionPlace;
};

/** The key of the objection whose place in the queue this is. */
export const keyAtPlace = (place: string): Item => {
  const [, , listingId, objectionId] = place.split("#");
  return objectionKey(listingId as ListingId, objectionId as ObjectionId);
};
