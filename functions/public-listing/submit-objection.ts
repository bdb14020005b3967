import type { Call } from "#shared/contract/endpoint.ts";
import type { submitObjectionEndpoint } from "#shared/contract/objections.ts";
import { mayTakeListingStep } from "#shared/domain/may-take-listing-step.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Objecting } from "./objecting.ts";
import { objectionAnswer } from "./objection-answer.ts";
import { objectionIdOf } from "./objection-id.ts";
import { publicListing } from "./public-listing.ts";
import { recordObjectionStep } from "./record-objection-step.ts";

/** Working days within which an objection is to be decided; the listing stays public until it is. */
const toDecide = 5;

/** 异议: objection and count of the listing, all or nothing; overtaken by another objector, once more. */
export const submitObjection =
  (objecting: Objecting) =>
  async ({ params: { listingId }, body, caller }: Call<typeof submitObjectionEndpoint>) => {
    const { applicationNumber, reason } = body;
    const on = objecting.today();
    const objectionId = objectionIdOf(listingId, applicationNumber, caller);
    const own = ResidentId.safeParse(caller.residentId);
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const listing = await publicListing(objecting.listings, listingId);
      mayTakeListingStep(listing, "objection-taken", "objector", on);
      const entry = await objecting.listings.entry(listingId, listing.revision, applicationNumber);
      if (!entry) throw new Refusal("listing-entry-unknown", { applicationNumber });
      if (await objecting.objections.read(listingId, objectionId))
        throw new Refusal("objection-exists", { objectionId });
      const { department, area } = await objecting.termsOf(listing);
      const { objection, outcome } = await recordObjectionStep(objecting, {
        listing,
        objection: undefined,
        objectionId,
        step: {
          type: "submitted",
          applicationNumber,
          department,
          area,
          reason,
          ...(own.success && { residentId: own.data }),
          term: objecting.workingDays.term(on, toDecide),
        },
        listingStep: { type: "objection-taken" },
        who: { subject: caller.subject, role: "objector" },
        on,
      });
      if (outcome === "recorded") return { status: 201, body: objectionAnswer(objection) };
    }
    throw new Refusal("listing-busy", {});
  };

const mostAttempts = 10;
