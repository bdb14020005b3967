import type { Caller } from "#shared/contract/endpoint.ts";
import type { Application } from "#shared/domain/application.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Listing, ListingId, ListingStep } from "#shared/domain/listing.ts";
import { mayTakeListingStep } from "#shared/domain/may-take-listing-step.ts";
import { mayTakeObjectionStep } from "#shared/domain/may-take-objection-step.ts";
import type { Objection, ObjectionId, ObjectionRole, ObjectionStep } from "#shared/domain/objection.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Objecting } from "./objecting.ts";
import { recordObjectionStep } from "./record-objection-step.ts";
import { seenObjection } from "./seen-objection.ts";

interface Place {
  readonly listingId: ListingId;
  readonly objectionId: ObjectionId;
  readonly caller: Caller;
}

export interface ObjectionMade {
  readonly step: ObjectionStep;
  readonly listingStep?: ListingStep;
}

export interface ObjectionSetting {
  readonly listing: Listing;
  readonly objection: Objection;
  readonly application: Application;
  readonly on: CalendarDate;
}

interface Intended {
  readonly role: ObjectionRole;
  readonly type: ObjectionStep["type"];
  readonly made: (setting: ObjectionSetting) => ObjectionMade | Promise<ObjectionMade>;
}

/**
 * Takes one step of an objection: as it stands → may they → what it is → all or nothing; overtaken: once more.
 * @throws Refusal listing-unknown, objection-unknown, listing-busy, those of the guards and of the step itself
 */
export const takeObjectionStep = async (
  objecting: Objecting,
  { listingId, objectionId, caller }: Place,
  { role, type, made }: Intended,
): Promise<Objection> => {
  const on = objecting.today();
  const own = ResidentId.safeParse(caller.residentId);
  const who = { subject: caller.subject, role, residentId: own.data };
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const { listing, objection } = await seenObjection(objecting, { listingId, objectionId, caller });
    const application = await objecting.applications.read(objection.applicationNumber);
    if (!application) throw new Error("an entry is of an application that is not there");
    mayTakeObjectionStep(objection, type, who, application);
    const { step, listingStep } = await made({ listing, objection, application, on });
    if (listingStep) mayTakeListingStep(listing, listingStep.type, role, on);
    const taken = { listing, objection, objectionId, step, listingStep, who, on };
    const { objection: next, outcome } = await recordObjectionStep(objecting, taken);
    if (outcome === "recorded") return next;
  }
  throw new Refusal("listing-busy", {});
};

const mostAttempts = 10;
