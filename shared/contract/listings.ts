import * as z from "zod";
import { ApplicationNumber } from "#shared/domain/application.ts";
import { ListingId } from "#shared/domain/listing.ts";
import { PersonName } from "#shared/domain/person.ts";
import type { Endpoint } from "./endpoint.ts";
import { ListingAnswer, ListingEntryAnswer, ListingPage } from "./listing-answer.ts";

export const ofListing = z.strictObject({ listingId: ListingId });

const Revision = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, "must be the number of a revision")
  .transform(Number)
  .exactOptional()
  .meta({ description: "An earlier revision; the last one unless given" });

export const Part = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, "must be the number of a part, from 1")
  .transform(Number)
  .default(1)
  .meta({ description: "Which part, the first one unless given; the listing says how many there are" });

const Lang = z.enum(["zh", "en"]).default("zh").meta({ description: "The language of the headings" });

/** Whoever asks, with or without a token, gets the same bytes; for as long as it is public. */
const forEveryone = { roles: [], public: true, etag: true, keptSeconds: 300 } as const;
const ofOne = { ...forEveryone, method: "GET", params: ofListing } as const;
const gone = ["listing-unknown", "listing-ended"] as const;

export const listListingsEndpoint = {
  id: "list-listings",
  method: "GET",
  path: "/v1/listings",
  ...forEveryone,
  summary: "What is listed publicly now",
  description: "公示: the listings that are public now, the latest first; a few seconds old.",
  query: z.strictObject({
    limit: z
      .string()
      .regex(/^([1-9]|[1-4]\d|50)$/, "must be a whole number from 1 to 50")
      .transform(Number)
      .default(20)
      .meta({ description: "Entries a page, 1 to 50; 20 unless given" }),
    cursor: z.string().min(1).max(500).exactOptional().meta({ description: "`next` of the page before" }),
  }),
  answers: {
    200: {
      description: "One page of them",
      body: z
        .strictObject({ listings: z.array(ListingAnswer).readonly(), next: z.string().nullable() })
        .readonly()
        .meta({ id: "PublicListings" }),
    },
  },
  refusals: [],
} as const satisfies Endpoint;

export const readListingEndpoint = {
  id: "read-listing",
  ...ofOne,
  path: "/v1/listings/{listingId}",
  summary: "A listing, page by page",
  description:
    "The entries in the order in which they stand. A cursor keeps to its revision, so that whoever goes through the pages " +
    "sees one listing and not two. Public until its term is over and every objection decided; afterwards 410 with digest and counts.",
  query: z.strictObject({
    limit: z
      .string()
      .regex(/^([1-9]\d?|[1-4]\d\d|500)$/, "must be a whole number from 1 to 500")
      .transform(Number)
      .default(100)
      .meta({ description: "Entries a page, 1 to 500; 100 unless given" }),
    cursor: z
      .string()
      .regex(/^[1-9]\d{0,3}\.[\w-]{1,60}$/, "must be the cursor of the page before, unchanged")
      .exactOptional()
      .meta({ description: "`next` of the page before" }),
    revision: Revision,
  }),
  answers: { 200: { description: "One page of it", body: ListingPage } },
  refusals: gone,
} as const satisfies Endpoint;

export const readListingEntryEndpoint = {
  id: "read-listing-entry",
  ...ofOne,
  path: "/v1/listings/{listingId}/entries/{applicationNumber}",
  summary: "One entry, by its application number",
  description: "The number is the answer to the application; it is random, so that nobody finds others by trying.",
  params: z.strictObject({ listingId: ListingId, applicationNumber: ApplicationNumber }),
  answers: { 200: { description: "The entry", body: ListingEntryAnswer } },
  refusals: [...gone, "listing-entry-unknown"],
} as const satisfies Endpoint;

export const exportListingEndpoint = {
  id: "export-listing",
  ...ofOne,
  path: "/v1/listings/{listingId}/export",
  summary: "All that is needed to repeat the ranking",
  description:
    "JSON line by line: terms, seed, every entry with its order on the tie-breaks, and at the end the digest. Fetch every " +
    "part, join them in order, and `npm run ranking -- verify FILE` says whether the ranking comes out the same.",
  query: z.strictObject({ part: Part, revision: Revision }),
  answers: { 200: { description: "One part", body: z.string(), mediaType: "application/x-ndjson" } },
  refusals: gone,
} as const satisfies Endpoint;

export const downloadListingEndpoint = {
  id: "download-listing",
  ...ofOne,
  path: "/v1/listings/{listingId}/table",
  summary: "The listing as a table",
  description: "CSV in UTF-8. Parts joined in order make one table: only the first one has headings.",
  query: z.strictObject({ part: Part, lang: Lang }),
  answers: { 200: { description: "One part", body: z.string(), mediaType: "text/csv" } },
  refusals: gone,
} as const satisfies Endpoint;

export const printListingEndpoint = {
  id: "print-listing",
  ...ofOne,
  path: "/v1/listings/{listingId}/page",
  summary: "The listing, to be printed and put up",
  description: "HTML for A4, without scripts and without anything from elsewhere; a thousand entries a part.",
  query: z.strictObject({ part: Part, lang: Lang }),
  answers: { 200: { description: "One part", body: z.string(), mediaType: "text/html" } },
  refusals: gone,
} as const satisfies Endpoint;

export const proveListingEntryEndpoint = {
  id: "prove-listing-entry",
  method: "POST",
  path: "/v1/listings/{listingId}/proofs",
  summary: "Prove that an entry is somebody's",
  description:
    "Whether the entry commits to this full name, for whoever was shown its salt by the applicant. Any other name, salt or " +
    "number makes the answer no, and nothing else is said: without the salt names can't be tried.",
  roles: [],
  public: true,
  params: ofListing,
  body: z
    .strictObject({
      applicationNumber: ApplicationNumber,
      name: PersonName,
      salt: z.string().regex(/^[\w-]{20,100}$/, "must be the salt as the applicant was given it"),
    })
    .readonly(),
  answers: {
    200: {
      description: "Whether it is theirs",
      body: z.strictObject({ genuine: z.boolean() }).readonly().meta({ id: "ListingProof" }),
    },
  },
  refusals: gone,
} as const satisfies Endpoint;
