import { serviceActing } from "#shared/access/service-acting.ts";
import type { Caller } from "#shared/contract/endpoint.ts";
import type { Application } from "#shared/domain/application.ts";
import type { ApplicationActing } from "#shared/domain/application-conditions.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";

/**
 * A verifier of the service department, in their own areas.
 * @throws Refusal department-not-allowed at once, whatever application it would be; then application-unknown
 */
export const officeActing = (caller: Caller) => {
  const mayAct = serviceActing(caller);
  const own = ResidentId.safeParse(caller.residentId);
  return ({ applicationNumber, department, area }: Application): ApplicationActing => {
    if (!mayAct(department, area)) throw new Refusal("application-unknown", { applicationNumber });
    return { subject: caller.subject, role: "verifier", residentId: own.data };
  };
};
