import type { Application } from "#shared/domain/application.ts";
import type { ApplicationActing } from "#shared/domain/application-conditions.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";

/**
 * In which part somebody acts in an application of the person they act for.
 * @throws Refusal application-unknown where it is another's
 */
export const ownApplication =
  (residentId: ResidentId, who: ApplicationActing) =>
  (application: Application): ApplicationActing => {
    if (application.residentId === residentId) return who;
    throw new Refusal("application-unknown", { applicationNumber: application.applicationNumber });
  };
