import { beginSettlement } from "#functions/settlement/begin-settlement.ts";
import { decideReadiness } from "#functions/settlement/decide-readiness.ts";
import { keepProgrammes } from "#functions/settlement/keep-programmes.ts";
import { resettleProgramme } from "#functions/settlement/resettle-programme.ts";
import { settleTask } from "#functions/settlement/settle-task.ts";
import { settledRuns } from "#functions/settlement/settled-run.ts";
import type { Settling } from "#functions/settlement/settling.ts";
import type { Caller } from "#shared/contract/endpoint.ts";
import type { ApplicationStep } from "#shared/domain/application.ts";
import { date } from "#shared/domain/calendar.ts";
import { Department } from "#shared/domain/department.ts";
import type { Dossier } from "#shared/domain/dossier.ts";
import { ListingId } from "#shared/domain/listing.ts";
import type { ProgrammeTerms } from "#shared/domain/programme.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { usedBy } from "#shared/domain/used-once.ts";
import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import type { IdentityKeys } from "#shared/storage/identity-keys.ts";
import { aProgramme, programmeId, publication, putProgramme, someTerms } from "./a-programme.ts";
import { aResident, type ResidentBuilder } from "./a-resident.ts";
import { applicationNumber, applied, next } from "./an-application.ts";
import { verifier } from "./calls.ts";
import { memoryApplications } from "./memory-applications.ts";
import { memoryFeedDays } from "./memory-feed-days.ts";
import { memoryIdentities } from "./memory-identities.ts";
import { memoryLetters } from "./memory-letters.ts";
import { memoryListings } from "./memory-listings.ts";
import { memoryMessages } from "./memory-messages.ts";
import { memoryProgrammes } from "./memory-programmes.ts";
import { memoryResidents } from "./memory-residents.ts";
import { memoryResults } from "./memory-results.ts";
import { memoryReviews } from "./memory-reviews.ts";
import { memoryScores } from "./memory-scores.ts";
import { memorySettlementQueue } from "./memory-settlement-queue.ts";
import { memorySettlements } from "./memory-settlements.ts";
import { mortal } from "./mortal.ts";
import { area, person, residentId } from "./people.ts";
import { publish, zhejiang } from "./standards.ts";

/** Who applied: with the points that so many years of pension insurance bring beside those of age. */
export interface AnApplicant {
  readonly pensionYears: number;
  readonly wishes?: readonly string[];
  /** What else is known of them. */
  readonly as?: (resident: ResidentBuilder) => ResidentBuilder;
  /** Accepted unless it says otherwise. */
  readonly steps?: readonly ApplicationStep[];
}

interface Opened {
  readonly terms?: Partial<Record<keyof ProgrammeTerms, unknown>>;
  readonly keys: IdentityKeys;
  readonly diesAfter?: number;
  readonly sliceSeconds?: number;
}

const accepted: ApplicationStep = { type: "accepted", reason: "all is there" };
const office = { ...verifier("education", "339900"), subject: "ann" };

/** Terms for people rather than children: two places at one school, one at the other. */
export const plainTerms = { beneficiary: "applicant", childBorn: undefined, previewWorkingDays: 0 };

/** A settlement on repositories in memory, with a calendar that stands still and a queue that is worked off by hand. */
export const settlementOffice = async (applicants: readonly AnApplicant[], opened: Opened) => {
  const messages = memoryMessages();
  const programmes = memoryProgrammes();
  const applications = memoryApplications(messages);
  const [listings, results, settlements] = [memoryListings(), memoryResults(), memorySettlements()];
  const queue = memorySettlementQueue();
  const allResidents = memoryResidents();
  const identities = memoryIdentities(allResidents, opened.keys);
  const dossiers = new Map<ResidentId, Dossier>();
  const calendar = { today: date("2024-05-31") };
  const terms = someTerms({ ...plainTerms, ...opened.terms });
  const diesAfter = opened.diesAfter ?? Number.POSITIVE_INFINITY;
  const death = mortal(diesAfter);
  /** Only a write is worth dying after: what was read is read again. */
  const dying = <Thing extends object>(thing: Thing, ...writes: readonly (keyof Thing)[]): Thing => ({
    ...thing,
    ...death.of(Object.fromEntries(writes.map((name) => [name, thing[name]]))),
  });

  const feedDays = memoryFeedDays();
  for (const department of Department.options) await feedDays.heard(area("330000"), department, date("2024-05-20"));
  const seed = { type: "seed-drawn", seed: "07 11 13", source: "a public draw" } as const;
  await putProgramme(programmes, terms, [publication, { step: seed, role: "verifier", on: "2024-05-27" }]);
  const programme = aProgramme(terms);
  /** What is known of an applicant, from now on. */
  const become = (number: number, { pensionYears, as }: AnApplicant): void => {
    const resident = aResident().withPension("2010-01", `${2009 + pensionYears}-12`);
    dossiers.set(residentId(number), { ...(as?.(resident) ?? resident).dossier, residentId: residentId(number) });
  };
  for (const [at, applicant] of applicants.entries()) {
    const { wishes = ["east", "west"], steps = [accepted] } = applicant;
    const number = at + 1;
    const id = residentId(number);
    become(number, applicant);
    await identities.admit(person(number), id);
    let made = applied({ wishes }, { number, residentId: id });
    const takes = usedBy(made.application, programme.terms);
    await applications.record(made.application, made.recorded, { takes });
    for (const step of steps) {
      made = next(made.application, step, { by: { subject: "beatrix", role: "verifier" } });
      await applications.record(made.application, made.recorded, {});
    }
  }

  const settling: Settling = {
    programmes: dying(programmes, "record"),
    applications: dying(applications, "recordMany"),
    listings: dying(listings, "record", "putEntries"),
    results: dying(results, "append"),
    settlements: dying(settlements, "savePart"),
    queue: dying(queue, "send"),
    residents: { read: async (id) => dossiers.get(id) },
    reviews: memoryReviews({ residents: allResidents, messages, letters: memoryLetters() }),
    scores: memoryScores(messages),
    feedDays,
    identities,
    keys: opened.keys,
    standards: publish(zhejiang()),
    workingDays: publishedWorkingDays(),
    today: () => calendar.today,
    now: () => `${calendar.today}T02:00:00.000Z`,
    ...{ pageSize: 2, width: 2, sliceSeconds: opened.sliceSeconds ?? 600 },
  };
  const settle = settleTask(settling);

  /** Whoever is killed is followed by another who begins again. */
  const surviving = async (work: () => Promise<unknown>): Promise<void> => {
    const callsBefore = death.calls();
    try {
      await work();
    } catch (thrown) {
      const mayHaveDied = callsBefore < diesAfter && death.calls() >= diesAfter;
      if (!mayHaveDied) throw thrown;
      death.born();
      await surviving(work);
    }
  };
  const call = (body: object = {}) =>
    ({ params: { programmeId: programmeId(1) }, query: {}, body, caller: office }) as never;

  /** Works the queue off; a task that was cut off is delivered again. */
  const work = async (): Promise<void> => {
    for (let task = queue.next(); task; task = queue.next()) {
      const taken = task;
      await surviving(() => settle(taken));
      queue.done();
    }
  };
  const read = async () => {
    const found = await programmes.read(programmeId(1));
    if (!found) throw new Error("there is no such programme");
    return found;
  };

  return {
    ...{ programmes, applications, listings, results, settlements, queue, messages, dossiers, calendar, settling },
    calls: death.calls,
    work,
    become,
    decideReadiness: (number: number, body: object, differing: Partial<Caller> = {}) => {
      const params = { applicationNumber: applicationNumber(number) };
      return decideReadiness({ ...settling, applications })({
        params,
        query: {},
        body,
        caller: { ...office, ...differing },
      } as never);
    },
    /** Begins, and leaves the work to somebody else. */
    queueUp: () => beginSettlement(settling)(call()),
    begin: async () => {
      await surviving(() => beginSettlement(settling)(call()));
      await work();
    },
    resettle: async () => {
      await surviving(() => resettleProgramme(settling)(call({ reason: "a certificate was overlooked" })));
      await work();
    },
    /** The daily duty on a day, and all that follows from it. */
    keep: async (day: string) => {
      calendar.today = date(day);
      await surviving(keepProgrammes({ ...settling, programmes: { ...settling.programmes, due: programmes.due } }));
      await work();
    },
    /** Something is done to an application outside of the settlement. */
    step: async (number: number, step: ApplicationStep) => {
      const before = await applications.read(applicationNumber(number));
      if (!before) throw new Error("there is no such application");
      const made = next(before, step, { on: calendar.today });
      await applications.record(made.application, made.recorded, {});
      await queue.send([{ of: "application", applicationNumber: before.applicationNumber }]);
    },
    programme: read,
    states: async () =>
      Promise.all(
        applicants.map(async (_, at) => {
          const found = await applications.read(applicationNumber(at + 1));
          return `${found?.state}${found?.granted ? ` ${found.granted.offer}` : ""}`;
        }),
      ),
    /** The last listing, with its entries. */
    listing: async () => {
      const run = settledRuns(await programmes.readSteps(programmeId(1))).at(-1);
      const listingId = (await read()).listingId ?? run?.listingId;
      const listing = listingId === undefined ? undefined : await listings.read(ListingId.parse(listingId));
      if (!listing) throw new Error("there is no listing");
      const { entries } = await listings.entries(listing.listingId, listing.revision, { limit: 1000 });
      return { listing, entries };
    },
    handedOver: () => results.after(programmeId(1), 0, 1000),
  };
};

export type SettlementOffice = Awaited<ReturnType<typeof settlementOffice>>;
