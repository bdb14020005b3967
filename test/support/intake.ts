import { dropBatch } from "#functions/intake/drop-batch.ts";
import { recordPermitEvent } from "#functions/intake/record-permit-event.ts";
import { registerResident } from "#functions/intake/register-resident.ts";
import { releaseBatch } from "#functions/intake/release-batch.ts";
import { reportFacts } from "#functions/intake/report-facts.ts";
import { resolveResident } from "#functions/intake/resolve-resident.ts";
import { submitBatch } from "#functions/intake/submit-batch.ts";
import type { Caller } from "#shared/contract/endpoint.ts";
import { registerResidentEndpoint } from "#shared/contract/register-resident.ts";
import { submitBatchEndpoint } from "#shared/contract/submit-batch.ts";
import { date } from "#shared/domain/calendar.ts";
import { Department } from "#shared/domain/department.ts";
import { PermitEvent } from "#shared/domain/permit-event.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { feed, operator } from "./calls.ts";
import { memoryBatches } from "./memory-batches.ts";
import { memoryFeedDays } from "./memory-feed-days.ts";
import { memoryIdentities } from "./memory-identities.ts";
import { memoryResidents } from "./memory-residents.ts";
import { identityNumber, person } from "./people.ts";
import { testIdentityKeys } from "./test-identity-keys.ts";

/** Bodies as a sender writes them, before anything is parsed. */
export type Sent = Readonly<Record<string, unknown>>;

/** All of intake over a register in memory, on a day that a test sets. `around` may get in the way of its writes. */
export const intake = async (around = (residents: Residents): Residents => residents) => {
  let today = date("2024-06-30");
  const clock = { today: () => today, now: () => `${today}T02:00:00.000Z` };
  const residents = around(memoryResidents());
  const identities = memoryIdentities(residents, await testIdentityKeys());
  const batches = memoryBatches();
  const feedDays = memoryFeedDays();
  const stores = { residents, batches, feedDays };
  const none = { params: {}, query: {} };

  const register = (body: Sent = {}, caller: Caller = police) =>
    registerResident(
      { identities, residents },
      clock,
    )({
      ...none,
      body: registerResidentEndpoint.body.parse({ ...person(), area: "339901", ...body }),
      caller,
    });

  let people = 0;

  return {
    residents,
    identities,
    batches,
    feedDays,
    register,
    setToday: (day: string) => {
      today = date(day);
    },

    /** A new person, registered. */
    aResident: async (area = "339901"): Promise<ResidentId> => {
      people += 1;
      const { body } = await register({ identityNumber: identityNumber("1990-05-17", people), area });
      return (body as { residentId: ResidentId }).residentId;
    },

    resolve: (body: ReturnType<typeof person> | Pick<ReturnType<typeof person>, "identityNumber">, caller: Caller) =>
      resolveResident({ identities, residents, today: clock.today })({ ...none, body, caller }),

    report: (residentId: ResidentId, department: string, body: Sent, caller: Caller = feed(department, "339900")) =>
      reportFacts(
        residents,
        clock,
      )({
        ...none,
        params: { residentId, department: Department.parse(department) },
        // the use case parses it for the department
        body: { recordId: "r1", sourceVersion: 1, ...body } as unknown as Parameters<
          ReturnType<typeof reportFacts>
        >[0]["body"],
        caller,
      }),

    permitEvent: (residentId: ResidentId, event: Sent, caller: Caller = police) =>
      recordPermitEvent(
        residents,
        clock,
      )({
        ...none,
        params: { residentId },
        body: PermitEvent.parse({ eventId: "e1", permitId: "p1", effectiveOn: "2024-01-01", ...event }),
        caller,
      }),

    submit: (
      department: string,
      records: readonly unknown[],
      body: Sent = {},
      caller: Caller = feed(department, "339900"),
    ) =>
      submitBatch(
        stores,
        clock,
      )({
        ...none,
        params: { department: Department.parse(department) },
        body: submitBatchEndpoint.body.parse({ batchId: "b1", area: "339901", records, ...body }),
        caller,
      }),

    release: (department: string, batchId = "b1") =>
      releaseBatch(
        stores,
        clock,
      )({
        ...none,
        params: { department: Department.parse(department), batchId },
        body: {},
        caller: operator,
      }),

    drop: (department: string, batchId = "b1") =>
      dropBatch(
        batches,
        clock,
      )({
        ...none,
        params: { department: Department.parse(department), batchId },
        body: {},
        caller: operator,
      }),
  };
};

export const police = feed("public-security", "330000");

/** Diplomas, and reports of them. */
export const bachelor = { level: "bachelor", obtainedOn: "2012-07-01", verified: true };
export const master = { level: "master", obtainedOn: "2015-07-01", verified: true };
export const education = (sourceVersion: number, ...diplomas: readonly Sent[]) => ({
  recordId: `r${sourceVersion}`,
  sourceVersion,
  facts: { education: diplomas },
});
