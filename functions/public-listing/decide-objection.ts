import type { Call } from "#shared/contract/endpoint.ts";
import type { decideObjectionEndpoint } from "#shared/contract/objections.ts";
import type { ListingCorrection } from "#shared/domain/listing.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { type Correcting, correctListing } from "./correct-listing.ts";
import { objectionAnswer } from "./objection-answer.ts";
import { requireDeciding } from "./require-deciding.ts";
import { type ScoringAnew, scoredAnew } from "./scored-anew.ts";
import { seenObjection } from "./seen-objection.ts";
import { type ObjectionSetting, takeObjectionStep } from "./take-objection-step.ts";

/** Rejected, it is closed; upheld, what becomes of the entry is fixed first and the listing ranked again after. */
export const decideObjection =
  (deciding: Correcting & ScoringAnew) =>
  async ({ params, body, caller }: Call<typeof decideObjectionEndpoint>) => {
    const { reason, clause } = body;
    const before = await seenObjection(deciding, { ...params, caller });
    requireDeciding(caller, before.objection);
    // a decision that was cut off before the listing was ranked again is carried out to its end
    const isUnderWay = before.listing.correcting?.objectionId === params.objectionId;
    const objection = isUnderWay
      ? before.objection
      : await takeObjectionStep(
          deciding,
          { ...params, caller },
          {
            role: "verifier",
            type: body.outcome,
            made: async (setting) => {
              requireDeciding(caller, setting.objection);
              if (body.outcome === "rejected") {
                return { step: { type: "rejected", reason, clause }, listingStep: { type: "objection-closed" } };
              }
              const becomes: ListingCorrection["becomes"] =
                body.entry === "leave-out" ? { as: "left-out" } : await scoredAnew(deciding, setting);
              await requireChange(deciding, setting, becomes);
              const { applicationNumber, objectionId } = setting.objection;
              const correction = { objectionId, applicationNumber, becomes, reason, clause };
              return {
                step: { type: "upheld", reason, clause, becomes },
                listingStep: { type: "correction-begun", correction },
              };
            },
          },
        );
    if (objection.state === "upheld") await correctListing(deciding, params.listingId);
    return { status: 200, body: objectionAnswer(objection) };
  };

const requireChange = async (
  { listings }: Correcting,
  { listing, objection }: ObjectionSetting,
  becomes: ListingCorrection["becomes"],
): Promise<void> => {
  const there = await listings.entry(listing.listingId, listing.revision, objection.applicationNumber);
  const isSame =
    becomes.as === "left-out"
      ? there?.entry.points === null
      : there?.entry.points === becomes.points &&
        JSON.stringify(there.secret.values) === JSON.stringify(becomes.values);
  if (isSame) throw new Refusal("objection-changes-nothing", {});
};
