import * as z from "zod";
import { ApplicationNumber } from "#shared/domain/application.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { OnBehalf } from "./on-behalf.ts";
import { HandedIn } from "./review-input.ts";

const OfferCode = z.string().regex(/^[a-z0-9-]{1,32}$/, "must be the code of an offer");

/** What one asks for: the same when applying and when changing it. */
export const asked = {
  wishes: z
    .array(OfferCode)
    .min(1)
    .max(20)
    .readonly()
    .meta({ description: "Codes of the programme's offers, the dearest first; no more than it lets one name" }),
  child: ResidentId.exactOptional().meta({
    description: "For whom, where the programme is for children: a child of the confirmed household",
  }),
  asset: z
    .string()
    .trim()
    .min(4)
    .max(64)
    .exactOptional()
    .meta({ description: "The number of the home's certificate or lease, where a home counts once; kept as a hash" }),
  materials: HandedIn,
  onBehalf: OnBehalf.exactOptional(),
} as const;

/** What one asks for, as it was sent. */
export interface Asked {
  readonly wishes: readonly string[];
  readonly child?: ResidentId;
  readonly asset?: string;
  readonly materials: readonly { readonly code: string; readonly materialId: string }[];
}

export const ofApplicant = z.strictObject({ residentId: ResidentId, applicationNumber: ApplicationNumber });
export const ofApplication = z.strictObject({ applicationNumber: ApplicationNumber });
