import type { someTerms } from "./a-programme.ts";
import { fileOfType } from "./files.ts";
import type { intakeOverHttp } from "./intake-over-http.ts";
import { type Applicant, permitOf, servicesOverHttp } from "./services-over-http.ts";
import type { TestSystem } from "./test-system.ts";
import { uploadsOverHttp } from "./uploads-over-http.ts";

/** Who applies: with so many months of pension insurance, which bring half a point each. */
export interface Applying {
  readonly months: number;
  readonly wishes: readonly string[];
  /** The code of what proves that the service is needed. */
  readonly proof?: string;
}

/** An application, and who filed it. */
export interface Filed {
  readonly who: Applicant;
  readonly applicationNumber: string;
}

interface Entry {
  readonly position: number;
  readonly place: number | null;
  readonly applicationNumber: string;
  readonly points: number | null;
  readonly result: string;
  readonly offer?: string;
  readonly tier?: string;
}

/** A programme from the first application to the handed-over results, over HTTP. */
export const settlementOverHttp = async (
  system: TestSystem,
  intake: Awaited<ReturnType<typeof intakeOverHttp>>,
  department: string,
) => {
  const services = await servicesOverHttp(system, intake);
  const { ask } = services;
  const uploads = uploadsOverHttp(system);
  const clerk = await services.verifier("clerk-1", department);
  const colleague = await services.verifier("clerk-2", department);

  const worker = ({ months }: Pick<Applying, "months">): Promise<Applicant> =>
    services.person({ facts: { education: { education: [] }, hrss: { skills: [], pension: [paid(months)] } } });

  const file = async (who: Applicant, programmeId: string, body: object): Promise<Filed> => {
    const { status, body: filed } = await services.apply(who, programmeId, body);
    if (status !== 201) throw new Error(`the application was answered ${status}: ${JSON.stringify(filed)}`);
    await services.accept(clerk, filed.applicationNumber);
    return { who, applicationNumber: filed.applicationNumber };
  };

  const upload = ({ residentId, token }: Applicant): Promise<string> =>
    uploads.upload(residentId, token, fileOfType("application/pdf"));

  const settled = async (programmeId: string) => ask(200, clerk, "GET", `/v1/programmes/${programmeId}/settlement`);

  return {
    ...services,
    clerk,
    colleague,
    worker,
    file,
    settled,
    publish: (differing: Parameters<typeof someTerms>[0]) => services.publish({ ...plain, department, ...differing }),
    /** Each applies for themself, and is accepted; in the order given. */
    fileAll: async (programmeId: string, all: readonly Applying[]): Promise<readonly Filed[]> =>
      someAtOnce(all, async (one) => {
        const who = await worker(one);
        const materials = one.proof === undefined ? [] : [{ code: one.proof, materialId: await upload(who) }];
        return file(who, programmeId, { wishes: one.wishes, materials });
      }),
    someAtOnce,
    /** On the cut-off day the seed is drawn, and all is ranked. */
    cutOff: async (
      programmeId: string,
      day = "2024-05-31",
    ): Promise<{ readonly listingId: string; readonly state: string }> => {
      await system.clock(day);
      await services.drawSeed(clerk, programmeId);
      return services.settle(clerk, programmeId);
    },
    /** Every entry of a public listing, in the order in which they stand. */
    entries: async (listingId: string): Promise<readonly Entry[]> => {
      const entries: Entry[] = [];
      let query = "?limit=500";
      for (;;) {
        const { status, body } = await system.api("GET", `/v1/listings/${listingId}${query}`);
        if (status !== 200) throw new Error(`the listing was answered ${status}`);
        entries.push(...body.entries);
        if (body.next === null) return entries;
        query = `?limit=500&cursor=${body.next}`;
      }
    },
    /** As they stand, for the applicants. */
    standing: (all: readonly Filed[]) => Promise.all(all.map((one) => services.read(one.who, one.applicationNumber))),
    withdraw: ({ who, applicationNumber }: Filed) =>
      ask(200, who.token, "POST", `${who.path}/applications/${applicationNumber}/withdrawal`, {}),
    suspend: ({ residentId }: Applicant, effectiveOn: string) =>
      intake.permit(residentId, {
        ...{ type: "suspend", eventId: `suspend-${residentId}`, effectiveOn },
        permitId: permitOf(residentId),
      }),
    handedOver: async (programmeId: string, after = 0) =>
      ask(200, clerk, "GET", `/v1/programmes/${programmeId}/results?after=${after}&limit=1000`),
    acknowledge: async (programmeId: string, through: number) =>
      ask(200, clerk, "POST", `/v1/programmes/${programmeId}/results/acknowledgement`, { through }),
  };
};

/** For people rather than children, and seen by everyone at once. */
const plain = {
  ...{ beneficiary: "applicant", childBorn: undefined, previewWorkingDays: 0 },
  // the feeds of a journey are soon silent for longer than they promised
  notReady: "as-known",
} as const;

const paid = (months: number) => {
  const last = 12 * 2014 + months - 1;
  const month = `${(last % 12) + 1}`.padStart(2, "0");
  return { from: "2014-01", to: `${Math.floor(last / 12)}-${month}`, province: "330000", kind: "employee" };
};

/** Eight at a time, as offices and applicants are: answered in the order given. */
const someAtOnce = async <Thing, Result>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (let at = 0; at < things.length; at += 8) {
    results.push(...(await Promise.all(things.slice(at, at + 8).map(work))));
  }
  return results;
};
