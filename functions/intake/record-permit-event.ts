import type { Call } from "#shared/contract/endpoint.ts";
import type { recordPermitEventEndpoint } from "#shared/contract/record-permit-event.ts";
import type { Outcome } from "#shared/domain/batch.ts";
import type { Reply } from "#shared/http/answer.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { coveredBy, requireDepartment } from "./feed.ts";
import { type Clock, receiptFrom } from "./receipt.ts";
import { takeIn, type Visible } from "./take-in.ts";
import { visibleDossier } from "./visible-dossier.ts";

/** 居住证状态变更: records what happened to a permit, in whatever order it arrives. */
export const recordPermitEvent =
  (residents: Residents, clock: Clock) =>
  async ({ params: { residentId }, body: event, caller }: Call<typeof recordPermitEventEndpoint>): Promise<Reply> => {
    requireDepartment(caller, "public-security");
    const arrival = { kind: "permit-event", event } as const;
    const receipt = receiptFrom(caller, clock);
    const today = receipt.receivedOn;
    const visible: Visible = (dossier) =>
      visibleDossier(dossier, { residentId, arrival, today, covers: coveredBy(caller) });
    const known = visible(await residents.read(residentId));

    const { taken, dossier } = await takeIn(residents, known, arrival, { receipt, visible });

    return {
      status: statusOf(taken.outcome),
      body: { eventId: event.eventId, ...taken, dossierVersion: dossier.version },
    };
  };

const statusOf = (outcome: Outcome): number => (outcome === "applied" ? 201 : outcome === "waiting" ? 202 : 200);
