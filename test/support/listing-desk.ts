import { assignObjection } from "#functions/public-listing/assign-objection.ts";
import { auditListing } from "#functions/public-listing/audit-listing.ts";
import type { Correcting } from "#functions/public-listing/correct-listing.ts";
import { decideObjection } from "#functions/public-listing/decide-objection.ts";
import { downloadListing } from "#functions/public-listing/download-listing.ts";
import { exportListing } from "#functions/public-listing/export-listing.ts";
import { listListings } from "#functions/public-listing/list-listings.ts";
import { listObjectionQueue } from "#functions/public-listing/list-objection-queue.ts";
import { listObjections } from "#functions/public-listing/list-objections.ts";
import { previewListing } from "#functions/public-listing/preview-listing.ts";
import { printListing } from "#functions/public-listing/print-listing.ts";
import { proveListingEntry } from "#functions/public-listing/prove-listing-entry.ts";
import { readListing } from "#functions/public-listing/read-listing.ts";
import { readListingEntry } from "#functions/public-listing/read-listing-entry.ts";
import { readObjection } from "#functions/public-listing/read-objection.ts";
import { readOwnEntry } from "#functions/public-listing/read-own-entry.ts";
import type { ScoringAnew } from "#functions/public-listing/scored-anew.ts";
import { submitObjection } from "#functions/public-listing/submit-objection.ts";
import { termsOf } from "#functions/public-listing/terms-of.ts";
import { withdrawObjection } from "#functions/public-listing/withdraw-objection.ts";
import type { Caller } from "#shared/contract/endpoint.ts";
import type { ListingId } from "#shared/domain/listing.ts";
import { PersonName } from "#shared/domain/person.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { resident, verifier } from "./calls.ts";
import { memoryObjections } from "./memory-objections.ts";
import type { mortal } from "./mortal.ts";
import { residentId } from "./people.ts";
import type { SettlementOffice } from "./settlement-office.ts";

export const objector: Caller = { ...resident(residentId(90)), subject: "objector" };
export const decider: Caller = { ...verifier("education", "339900"), subject: "vera" };

interface Besides {
  /** The process that works at the desk dies of it. */
  readonly death?: ReturnType<typeof mortal>;
  /** Those of another desk. */
  readonly objections?: ReturnType<typeof memoryObjections>;
}

/** Where a settled programme is listed, objected to and corrected, on repositories in memory. */
export const listingDesk = (
  office: SettlementOffice,
  listingId: ListingId,
  { death, objections: plain = memoryObjections(office.listings) }: Besides = {},
) => {
  const { programmes, settling, calendar } = office;
  const dying = <Thing extends object>(thing: Thing): Thing => death?.of(thing) ?? thing;
  const listings = dying(office.listings);
  const deciding: Correcting & ScoringAnew = {
    listings,
    objections: dying(plain),
    applications: dying({ read: office.applications.read, record: office.applications.record }),
    programmes,
    termsOf: termsOf(programmes),
    workingDays: settling.workingDays,
    looking: settling,
    now: settling.now,
    today: () => calendar.today,
  };
  const reading = {
    residents: {
      readSubject: async (id: ResidentId) => {
        const dossier = office.dossiers.get(id);
        return dossier && { residentId: id, version: dossier.version, subject: subjectOf(dossier) };
      },
    },
    applications: office.applications,
    programmes,
    listings,
    termsOf: deciding.termsOf,
    today: () => calendar.today,
  };
  const asked = (params: object, more: object = {}, caller: Caller = objector) =>
    ({ params: { listingId, ...params }, query: {}, body: {}, caller, ...more }) as never;
  const paged = (query: object) => ({ query: { limit: 100, ...query } });
  const part = (query: object) => ({ query: { part: 1, lang: "zh", ...query } });

  return {
    deciding,
    objections: plain,
    public: {
      list: () => listListings(listings, deciding.termsOf)(asked({}, paged({ limit: 20 }))),
      read: (query: object = {}) => readListing(listings, deciding.termsOf)(asked({}, paged(query))),
      entry: (applicationNumber: string) => readListingEntry(listings)(asked({ applicationNumber })),
      export: (query: object = {}) => exportListing(listings, deciding.termsOf)(asked({}, part(query))),
      table: (query: object = {}) => downloadListing(listings, deciding.termsOf)(asked({}, part(query))),
      page: (query: object = {}) => printListing(listings, deciding.termsOf)(asked({}, part(query))),
      prove: (body: { readonly applicationNumber: string; readonly name: string; readonly salt: string }) =>
        proveListingEntry(listings)(asked({}, { body: { ...body, name: PersonName.parse(body.name) } })),
    },
    own: (applicationNumber: string, caller: Caller) =>
      readOwnEntry(reading)(asked({ applicationNumber, residentId: caller.residentId }, {}, caller)),
    preview: (caller: Caller) => previewListing(listings, deciding.termsOf)(asked({}, paged({}), caller)),
    audit: (caller: Caller) => auditListing(listings, deciding.termsOf)(asked({}, part({}), caller)),
    object: (applicationNumber: string, caller: Caller = objector) =>
      submitObjection(deciding)(asked({}, { body: { applicationNumber, reason: "they moved away" } }, caller)),
    assign: (objectionId: string, caller: Caller = decider) =>
      assignObjection(deciding)(asked({ objectionId }, {}, caller)),
    decide: (objectionId: string, body: object, caller: Caller = decider) =>
      decideObjection(deciding)(asked({ objectionId }, { body: { ...reasoned, ...body } }, caller)),
    withdraw: (objectionId: string, caller: Caller = objector) =>
      withdrawObjection(deciding)(asked({ objectionId }, {}, caller)),
    readObjection: (objectionId: string, caller: Caller = objector) =>
      readObjection(deciding)(asked({ objectionId }, {}, caller)),
    listObjections: (caller: Caller = objector) => listObjections(deciding)(asked({}, paged({}), caller)),
    queue: (caller: Caller = decider) => listObjectionQueue(plain)(asked({}, paged({ area: "339901" }), caller)),
    listing: async () => {
      const found = await office.listings.read(listingId);
      if (!found) throw new Error("there is no such listing");
      return found;
    },
  };
};

const reasoned = { reason: "the family had moved away before the window closed", clause: "第三条" };
