import type { WorkingDays } from "#shared/domain/working-days.ts";
import type { Applications } from "#shared/storage/applications.ts";
import type { Households } from "#shared/storage/households.ts";
import type { IdentityKeys } from "#shared/storage/identity-keys.ts";
import type { Materials } from "#shared/storage/materials.ts";
import type { Residents } from "#shared/storage/residents.ts";
import type { ApplicationStepping } from "#shared/storage/take-application-step.ts";
import type { Undertakings } from "#shared/storage/undertakings.ts";

/** For a step of an office. */
export interface Deciding extends ApplicationStepping {
  readonly workingDays: WorkingDays;
}

/** For a step of the person: whose area the window has to cover. */
export interface ActingForPerson extends Deciding {
  readonly applications: Pick<Applications, "read" | "record" | "holderOf">;
  readonly residents: Pick<Residents, "read">;
}

export interface HandingIn extends ActingForPerson {
  readonly materials: Pick<Materials, "ofResident">;
}

/** For whoever says what they ask for. */
export interface Applying extends HandingIn {
  readonly households: Pick<Households, "confirmedOf">;
  readonly undertakings: Pick<Undertakings, "read">;
  readonly keys: Pick<IdentityKeys, "lookup">;
}
