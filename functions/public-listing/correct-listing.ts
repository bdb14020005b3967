import type { Application, ApplicationStep } from "#shared/domain/application.ts";
import { applyApplicationStep } from "#shared/domain/apply-application-step.ts";
import { applyListingStep } from "#shared/domain/apply-listing-step.ts";
import { linesOf } from "#shared/domain/lines-of.ts";
import type { Listing, ListingCorrection, ListingId, ListingStep } from "#shared/domain/listing.ts";
import { mayTakeListingStep } from "#shared/domain/may-take-listing-step.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import { commitmentOf } from "#shared/ranking/commitment.ts";
import { countsOf } from "#shared/ranking/counts-of.ts";
import { listingDigest } from "#shared/ranking/listing-export.ts";
import { rank } from "#shared/ranking/rank.ts";
import { toldOfApplication } from "#shared/storage/application-messages.ts";
import type { EntryWithSecret } from "#shared/storage/listing-items.ts";
import { headOf } from "./export-text.ts";
import type { Objecting } from "./objecting.ts";
import { entriesOfPart } from "./parts.ts";

export type Correcting = Objecting;

/**
 * Ranks a listing again whose correction was decided, as its next revision. What it does follows from what is recorded
 * alone: cut off anywhere, it is done again from the start and writes the same.
 */
export const correctListing = async (correcting: Correcting, listingId: ListingId): Promise<void> => {
  const listing = await correcting.listings.read(listingId);
  if (!listing?.correcting) return;
  await settleApplication(correcting, listing.correcting);

  const terms = await correcting.termsOf(listing);
  const entries = rankedAgain(listing, listing.correcting, terms, await allEntries(correcting, listing));
  const revision = listing.revision + 1;
  for (let at = 0; at < entries.length; at += atOnce) {
    await correcting.listings.putEntries(listingId, revision, entries.slice(at, at + atOnce));
  }

  const inOrder = entries.map(({ entry }) => entry);
  const counts = countsOf(inOrder);
  const digest = listingDigest(headOf({ ...listing, revision, counts }, terms), inOrder);
  const step = { type: "corrected", digest, counts, lines: linesOf(inOrder) } as const;
  await recordCorrected(correcting, listing, step);
};

/** Overtaken by an objection, once more; by whoever has done the same, no more. */
const recordCorrected = async (
  { listings, now, today }: Correcting,
  { listingId, revision }: Listing,
  step: ListingStep & { readonly type: "corrected" },
): Promise<void> => {
  for (;;) {
    const listing = await listings.read(listingId);
    if (!listing || listing.revision !== revision) return;
    const on = today();
    mayTakeListingStep(listing, step.type, "system", on);
    const by = { subject: "system", role: "system" } as const;
    const recorded = { listingId, version: listing.version + 1, step, by, at: now(), on };
    if ((await listings.record(applyListingStep(listing, recorded), recorded)) === "recorded") return;
  }
};

const atOnce = 1_000;

const allEntries = ({ listings }: Correcting, { listingId, revision }: Listing): Promise<readonly EntryWithSecret[]> =>
  entriesOfPart((request) => listings.entriesWithSecrets(listingId, revision, { ...request, limit: atOnce }), 1, 1e7);

/** Names, salts and seals stay; only the corrected one commits to other values. */
const rankedAgain = (
  { left }: Listing,
  { applicationNumber, becomes }: ListingCorrection,
  terms: ProgrammeTerms,
  before: readonly EntryWithSecret[],
): readonly EntryWithSecret[] => {
  const corrected = before.map((one) =>
    one.entry.applicationNumber === applicationNumber ? changed(one, becomes) : one,
  );
  const byNumber = new Map(corrected.map((one) => [one.entry.applicationNumber, one]));
  const candidates = corrected.map(({ entry, secret }) => ({ ...entry, values: secret.values }));
  return rank(terms, left, candidates).map((ranked) => {
    const own = byNumber.get(ranked.applicationNumber);
    if (!own) throw new Error("an application was ranked that is not listed");
    const { maskedName, commitment } = own.entry;
    return { entry: { ...ranked, maskedName, commitment }, secret: own.secret };
  });
};

const changed = ({ entry, secret }: EntryWithSecret, becomes: ListingCorrection["becomes"]): EntryWithSecret => {
  if (becomes.as === "left-out") return { entry: { ...entry, points: null }, secret };
  const { points, values } = becomes;
  const anew = { ...secret, values };
  return { entry: { ...entry, points, commitment: commitmentOf(anew) }, secret: anew };
};

/** The application is what its entry says; one that was withdrawn meanwhile stays so. */
const settleApplication = async (
  { applications, now, today }: Correcting,
  { applicationNumber, becomes, reason }: ListingCorrection,
): Promise<void> => {
  for (;;) {
    const application = await applications.read(applicationNumber);
    if (!application) throw new Error("an entry is of an application that is not there");
    const step = stepFor(application, becomes, reason);
    if (!step) return;
    const { residentId, version } = application;
    const recorded = {
      applicationNumber,
      residentId,
      version: version + 1,
      step,
      by: { subject: "system", role: "system" },
      at: now(),
      on: today(),
    } as const;
    const next = applyApplicationStep(application, recorded);
    const messages = toldOfApplication(recorded);
    if ((await applications.record(next, recorded, { messages })) === "recorded") return;
  }
};

const stepFor = (
  { state, run = 1, frozen }: Application,
  becomes: ListingCorrection["becomes"],
  reason: string,
): ApplicationStep | undefined => {
  if (state !== "frozen" && state !== "left-out") return undefined;
  if (becomes.as === "left-out") return state === "left-out" ? undefined : { type: "left-out", run, reason };
  const isDone = state === "frozen" && JSON.stringify(frozen) === JSON.stringify(becomes.frozen);
  return isDone ? undefined : { type: "frozen", run, scores: becomes.frozen };
};
