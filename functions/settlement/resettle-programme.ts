import type { Call } from "#shared/contract/endpoint.ts";
import type { resettleProgrammeEndpoint } from "#shared/contract/settlement.ts";
import { ListingId } from "#shared/domain/listing.ts";
import { mayTakeProgrammeStep } from "#shared/domain/may-take-programme-step.ts";
import type { Reply } from "#shared/http/answer.ts";
import { takeProgrammeStep } from "#shared/storage/take-programme-step.ts";
import type { Beginning } from "./begin-settlement.ts";
import { nextTasks } from "./next-tasks.ts";
import { programmeForOffice } from "./programme-for-office.ts";
import { settlementAnswer } from "./settlement-answer.ts";
import type { Settling } from "./settling.ts";
import { takeListingStep } from "./take-listing-step.ts";

interface Resettling extends Beginning {
  readonly listings: Pick<Settling["listings"], "read" | "record">;
}

/** Ranks once more what only the applicants have seen. */
export const resettleProgramme =
  (resettling: Resettling) =>
  async ({ params: { programmeId }, body, caller }: Call<typeof resettleProgrammeEndpoint>): Promise<Reply> => {
    const { programmes, today, queue } = resettling;
    const before = await programmeForOffice(programmes, caller, programmeId);
    const who = { subject: caller.subject, role: "verifier" } as const;
    mayTakeProgrammeStep(before, "resettled", who, today());
    // the programme forgets its listing with the step: who is cut off in between sends the call again
    if (before.listingId !== undefined) {
      await takeListingStep(resettling, ListingId.parse(before.listingId), (listing) =>
        listing?.state === "preview" ? { type: "replaced" } : undefined,
      );
    }
    const programme = await takeProgrammeStep(resettling, programmeId, {
      who: () => who,
      type: "resettled",
      step: () => ({ type: "resettled", reason: body.reason }),
    });
    await queue.send(nextTasks(programme, []));
    return { status: 202, body: settlementAnswer(programme, []) };
  };
