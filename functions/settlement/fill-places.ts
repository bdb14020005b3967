import type { Application, ApplicationNumber, ApplicationStep } from "#shared/domain/application.ts";
import type { ListingEntry } from "#shared/domain/listing.ts";
import type { Programme } from "#shared/domain/programme.ts";
import { usedBy } from "#shared/domain/used-once.ts";
import { type Places, placesLeft } from "#shared/ranking/places.ts";
import { allEntries } from "./all-entries.ts";
import { hasValidPermit } from "./has-valid-permit.ts";
import { nextInRank, type Standing } from "./next-in-rank.ts";
import { resultOf } from "./result-of.ts";
import type { SettledRun } from "./settled-run.ts";
import type { Settling } from "./settling.ts";
import { takeApplicationSteps } from "./take-application-steps.ts";

/**
 * Hands over what became of the applications of a listing, and lets the next in rank have each place that came free. It looks
 * at what is granted, not at what happened: to do it twice, or again after it was cut off, does nothing more.
 * @returns by offer and tier, what is left
 */
export const fillPlaces = async (settling: Settling, programme: Programme, run: SettledRun): Promise<Places> => {
  const standings = await standingsOf(settling, run);
  await settling.results.append(
    programme.programmeId,
    standings.flatMap(({ application }) => resultOf(application)),
  );
  const passedOver = new Set<ApplicationNumber>();
  for (;;) {
    const places = freeOf(programme, run, standings);
    const waiting = standings.filter(({ entry }) => !passedOver.has(entry.applicationNumber));
    const next = nextInRank(programme.terms, places, waiting);
    if (next.length === 0) return places;
    for (const { applicationNumber, ...got } of next) {
      const moved = await moveUp(settling, programme, applicationNumber, { type: "moved-up", ...got });
      if (moved) settle(standings, moved);
      else passedOver.add(applicationNumber);
    }
  }
};

const standingsOf = async ({ listings, applications }: Settling, { listingId }: SettledRun): Promise<Standing[]> => {
  const listing = await listings.read(listingId);
  if (!listing) throw new Error("a run was listed and has no listing");
  const standings: Standing[] = [];
  for await (const entries of allEntries(listings, listingId, listing.revision)) {
    const read = await applications.readMany(entries.map(({ applicationNumber }) => applicationNumber));
    const byNumber = new Map(read.map((application) => [application.applicationNumber, application]));
    for (const entry of entries) standings.push({ entry, application: behind(byNumber, entry) });
  }
  return standings;
};

const behind = (byNumber: ReadonlyMap<string, Application>, { applicationNumber }: ListingEntry): Application => {
  const application = byNumber.get(applicationNumber);
  if (!application) throw new Error("an entry has no application");
  return application;
};

/** What nobody has; what went on to the second round is no longer the first one's. */
const freeOf = (programme: Programme, { round }: SettledRun, standings: readonly Standing[]): Places => {
  const { terms, left: carried } = programme;
  const granted = standings.flatMap(({ application }) =>
    application.state === "granted" && application.granted ? [application.granted] : [],
  );
  const places = placesLeft(terms, round === 1 ? undefined : carried, granted);
  if (round === 2 || !carried) return places;
  return Object.fromEntries(
    Object.entries(places).map(([code, count]) => [code, count && Math.max(0, count - (carried[code] ?? 0))]),
  );
};

/** @returns the application once it has the place; nothing where it is passed over */
const moveUp = async (
  settling: Settling,
  programme: Programme,
  number: ApplicationNumber,
  step: ApplicationStep & { readonly type: "moved-up" },
): Promise<Application | undefined> => {
  const { residents, applications, today } = settling;
  const [after] = await takeApplicationSteps(settling, programme, [number], async (application) => {
    if (application.state !== "not-granted") return undefined;
    if (!(await hasValidPermit(residents, application.residentId, today()))) return undefined;
    // a later application of the same family, child or home has taken over what may be used once
    const holders = await Promise.all(usedBy(application, programme.terms).map((used) => applications.holderOf(used)));
    return holders.every((holder) => holder === number) ? step : undefined;
  });
  if (after?.state !== "granted") return undefined;
  await settling.results.append(programme.programmeId, resultOf(after));
  return after;
};

const settle = (standings: Standing[], application: Application): void => {
  const at = standings.findIndex(({ entry }) => entry.applicationNumber === application.applicationNumber);
  const standing = standings[at];
  if (standing) standings[at] = { ...standing, application };
};
