import type { Application, ApplicationStep } from "#shared/domain/application.ts";
import type { ListingEntry } from "#shared/domain/listing.ts";
import type { Programme } from "#shared/domain/programme.ts";
import { hasValidPermit } from "./has-valid-permit.ts";
import { resultOf } from "./result-of.ts";
import type { SettledRun } from "./settled-run.ts";
import type { Settling } from "./settling.ts";
import { takeApplicationSteps } from "./take-application-steps.ts";
import type { PageWorked } from "./work-part.ts";

/** Grants what the closed listing says, and hands it over. Whose permit is not valid on that day is granted nothing. */
export const grantPages = async (settling: Settling, programme: Programme, { listingId }: SettledRun) => {
  const listing = await settling.listings.read(listingId);
  if (listing?.state !== "closed") throw new Error("a listing is granted that is not closed");
  return async (cursor: string | undefined): Promise<PageWorked> => {
    const { listings, pageSize } = settling;
    const page = await listings.entries(listingId, listing.revision, { limit: pageSize, cursor });
    const entries = new Map(page.entries.map((entry) => [entry.applicationNumber, entry]));
    const after = await takeApplicationSteps(settling, programme, [...entries.keys()], (application) =>
      grantOf(settling, entries.get(application.applicationNumber), application),
    );
    const inOrder = [...entries.keys()].flatMap(
      (number) => after.find((one) => one.applicationNumber === number) ?? [],
    );
    await settling.results.append(programme.programmeId, inOrder.flatMap(resultOf));
    const granted = after.filter(({ state }) => state === "granted").length;
    return { cursor: page.cursor, counts: { granted, others: after.length - granted } };
  };
};

const grantOf = async (
  { residents, today }: Settling,
  entry: ListingEntry | undefined,
  { state, residentId, reason }: Application,
): Promise<ApplicationStep | undefined> => {
  if (state === "left-out") return { type: "not-granted", reason: reason ?? "left-out" };
  if (state !== "frozen") return undefined;
  if (entry?.result !== "placed" || entry.offer === undefined) {
    return { type: "not-granted", reason: entry?.result ?? "left-out" };
  }
  if (!(await hasValidPermit(residents, residentId, today()))) {
    return { type: "not-granted", reason: "permit-not-valid" };
  }
  return { type: "granted", offer: entry.offer, ...(entry.tier !== undefined && { tier: entry.tier }) };
};
