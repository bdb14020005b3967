import type { CalendarDate } from "./calendar.ts";
import type { Listing, ListingRole, ListingStepType } from "./listing.ts";
import { listingConditions } from "./listing-conditions.ts";
import { listingMachine } from "./listing-machine.ts";
import { machineGuard } from "./machine-guard.ts";

/**
 * Whether the step may be taken now, in this part.
 * @throws Refusal role-not-allowed, step-not-allowed and those of the conditions
 * @throws Error when the system takes a step before its time
 */
export const mayTakeListingStep = (
  listing: Listing | undefined,
  step: ListingStepType,
  role: ListingRole,
  on: CalendarDate,
): void => {
  guard(listing?.state ?? "none", step, role);
  if (!listing) return;
  for (const condition of listingMachine[step].needs) listingConditions[condition](listing, on);
};

const guard = machineGuard(listingMachine);
