import * as z from "zod";
import { ApplicationNumber } from "#shared/domain/application.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Endpoint } from "./endpoint.ts";
import { ListingAnswer, ListingEntryAnswer, ListingPage } from "./listing-answer.ts";
import { exportListingEndpoint, ofListing, Part, readListingEndpoint } from "./listings.ts";

export const readOwnEntryEndpoint = {
  id: "read-own-entry",
  method: "GET",
  path: "/v1/residents/{residentId}/applications/{applicationNumber}/listing-entry",
  summary: "Where an application stands in its listing, and the salt that proves it",
  description:
    "From the private preview on, so that mistakes are found before the public sees them. Whoever is shown salt and full " +
    "name can check with POST …/proofs that the entry is theirs; who is shown neither learns nothing.",
  roles: ["resident", "window"],
  params: z.strictObject({ residentId: ResidentId, applicationNumber: ApplicationNumber }),
  answers: {
    200: {
      description: "The entry and its salt",
      body: z
        .strictObject({ listing: ListingAnswer, entry: ListingEntryAnswer, salt: z.string() })
        .readonly()
        .meta({ id: "OwnListingEntry" }),
    },
  },
  refusals: ["resident-unknown", "listing-entry-unknown"],
} as const satisfies Endpoint;

export const previewListingEndpoint = {
  id: "preview-listing",
  method: "GET",
  path: "/v1/listings/{listingId}/preview",
  summary: "A listing for those who answer for it, whether public or not",
  description: "For the department that decides, in its area, and for an auditor: also before it is public and after.",
  roles: ["verifier", "auditor"],
  params: ofListing,
  query: readListingEndpoint.query,
  answers: { 200: { description: "One page of it", body: ListingPage } },
  refusals: ["listing-unknown"],
} as const satisfies Endpoint;

export const auditListingEndpoint = {
  id: "audit-listing",
  method: "GET",
  path: "/v1/listings/{listingId}/audit",
  summary: "The export with what is behind it",
  description:
    "As the public export, under the same digest, with residentId, salt, seal of the name and the values of the tie-breaks: " +
    "`npm run ranking -- verify FILE` checks every commitment. Also after the listing has ended.",
  roles: ["auditor"],
  params: ofListing,
  query: z.strictObject({ part: Part, revision: exportListingEndpoint.query.shape.revision }),
  answers: { 200: { description: "One part", body: z.string(), mediaType: "application/x-ndjson" } },
  refusals: ["listing-unknown"],
} as const satisfies Endpoint;
