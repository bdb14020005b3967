import { askApplicationMaterial } from "#functions/applications/ask-application-material.ts";
import { changeApplication } from "#functions/applications/change-application.ts";
import { contestEligibility } from "#functions/applications/contest-eligibility.ts";
import { decideEligibility } from "#functions/applications/decide-eligibility.ts";
import { handInApplicationMaterial } from "#functions/applications/hand-in-application-material.ts";
import { listApplicationQueue } from "#functions/applications/list-application-queue.ts";
import { listApplications } from "#functions/applications/list-applications.ts";
import { queryStanding } from "#functions/applications/query-standing.ts";
import { readApplication } from "#functions/applications/read-application.ts";
import { submitApplication } from "#functions/applications/submit-application.ts";
import { withdrawApplication } from "#functions/applications/withdraw-application.ts";
import type { Caller } from "#shared/contract/endpoint.ts";
import type { ApplicationNumber } from "#shared/domain/application.ts";
import { applyProgrammeStep } from "#shared/domain/apply-programme-step.ts";
import { date } from "#shared/domain/calendar.ts";
import type { DossierChange } from "#shared/domain/dossier.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { SettlementTask } from "#shared/domain/settlement.ts";
import type { Reply } from "#shared/http/answer.ts";
import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { currentUndertaking } from "#shared/procedure/undertakings.ts";
import { aMaterial, materialId } from "./a-material.ts";
import { programmeId, programmeStep, putProgramme, someTerms } from "./a-programme.ts";
import { proposedRelation, relationStep } from "./a-relation.ts";
import { resident, verifier } from "./calls.ts";
import { memoryApplications } from "./memory-applications.ts";
import { memoryHouseholds } from "./memory-households.ts";
import { memoryListings } from "./memory-listings.ts";
import { memoryMaterials } from "./memory-materials.ts";
import { memoryMessages } from "./memory-messages.ts";
import { memoryProgrammes } from "./memory-programmes.ts";
import { memoryResidents } from "./memory-residents.ts";
import { memoryScores } from "./memory-scores.ts";
import { memoryUndertakings } from "./memory-undertakings.ts";
import { following, registeredIn, residentId } from "./people.ts";
import { publish, zhejiang } from "./standards.ts";

export const [mother, father, child, stranger] = [1, 2, 9, 5].map(residentId) as [
  ResidentId,
  ResidentId,
  ResidentId,
  ResidentId,
];
export const herself: Caller = { ...resident(mother), subject: "mother" };
export const himself: Caller = { ...resident(father), subject: "father" };
export const ann: Caller = { ...verifier("education", "339900"), subject: "ann" };
export const bob: Caller = { ...verifier("education", "339900"), subject: "bob" };

const issue = { type: "issue", permitId: "permit-1", area: "339901", effectiveOn: "2020-05-01" } as const;

/**
 * The use cases of applications on repositories in memory, with a calendar that stands still: two parents with permits in
 * county 339901, their confirmed child, and a programme for places at school.
 */
export const applicationOffice = async ({
  day = "2024-05-10",
  terms = someTerms(),
  permitArea = "339901",
  undertaken = true,
} = {}) => {
  const messages = memoryMessages();
  const applications = memoryApplications(messages);
  const [residents, households] = [memoryResidents(), memoryHouseholds(messages)];
  const [materials, undertakings, programmes, listings] = [
    memoryMaterials(),
    memoryUndertakings(),
    memoryProgrammes(),
    memoryListings(),
  ];
  const calendar = { today: date(day) };
  const sent: SettlementTask[] = [];
  const using = {
    ...{ applications, residents, households, materials, undertakings, programmes, listings },
    scores: memoryScores(messages),
    standards: publish(zhejiang()),
    keys: { lookup: async (text: string) => `hash of ${text}` },
    settlement: { send: async (tasks: readonly SettlementTask[]) => void sent.push(...tasks) },
    workingDays: publishedWorkingDays(),
    today: () => calendar.today,
    now: () => `${calendar.today}T02:00:00.000Z`,
  };

  await putProgramme(programmes, terms);
  for (const one of [mother, father]) {
    let last = following(one, registeredIn("339901", "1990-05-05"));
    await residents.append(last.dossier, last.recorded);
    const event = { ...issue, area: permitArea, eventId: `issue-${one}` } as never;
    const change: DossierChange = { type: "permit-event-recorded", event };
    last = following(last.dossier, change);
    await residents.append(last.dossier, last.recorded);
    for (const number of [1, 2, 3]) {
      const { deleteOn, ...material } = aMaterial({
        residentId: one,
        materialId: materialId(number),
        state: "accepted",
      });
      await materials.put(material);
    }
    const { version } = currentUndertaking();
    const acceptedAt = "2024-05-01T02:00:00.000Z";
    if (undertaken) await undertakings.record({ residentId: one, version, by: "self", subject: "it", acceptedAt });
  }
  const related = [
    { kind: "spouse", relative: father, otherAdult: father },
    { kind: "child", relative: child, otherAdult: father, bornOn: date("2018-03-01") },
  ] as const;
  for (const [at, relation] of related.entries()) {
    const proposed = proposedRelation(relation, { number: at + 1, proposer: mother });
    await households.record(proposed.relation, proposed.recorded, []);
    const confirmed = relationStep(proposed.relation, { type: "confirmed" } as never);
    await households.record(confirmed.relation, confirmed.recorded, []);
  }

  /** The reply's status and body, or the code of the refusal. */
  const asked = async (reply: Promise<Reply>): Promise<{ status: number; body: never } | string> => {
    try {
      return (await reply) as { status: number; body: never };
    } catch (thrown) {
      if (isRefusal(thrown)) return thrown.code;
      throw thrown;
    }
  };
  const ownId = (caller: Caller) => (caller.residentId ?? mother) as ResidentId;
  const personStep =
    (useCase: (given: never) => Promise<Reply>) =>
    (caller: Caller, applicationNumber: ApplicationNumber, body: object = {}) => {
      const params = { residentId: ownId(caller), applicationNumber };
      return asked(useCase({ params, query: {}, body: { materials: [], ...body }, caller } as never));
    };
  const officeStep =
    (useCase: (given: never) => Promise<Reply>) =>
    (caller: Caller, applicationNumber: ApplicationNumber, body: object) =>
      asked(useCase({ params: { applicationNumber }, query: {}, body, caller } as never));

  return {
    ...{ applications, programmes, listings, residents, messages, calendar, sent, households },
    apply: (caller: Caller = herself, differing: object = {}, of = ownId(caller)) => {
      const body = { ...usual(terms.beneficiary), ...differing };
      return asked(submitApplication(using)({ params: { residentId: of }, query: {}, body, caller } as never));
    },
    change: (caller: Caller, applicationNumber: ApplicationNumber, differing: object = {}) => {
      const { programmeId: _, ...body } = { ...usual(terms.beneficiary), ...differing };
      return personStep(changeApplication(using))(caller, applicationNumber, body);
    },
    withdraw: personStep(withdrawApplication(using)),
    handIn: personStep(handInApplicationMaterial(using)),
    contest: (caller: Caller, applicationNumber: ApplicationNumber, body: object = {}) =>
      personStep(contestEligibility(using))(caller, applicationNumber, { reason: "it is otherwise", ...body }),
    read: personStep(readApplication(using)),
    standing: personStep(queryStanding(using)),
    list: (caller: Caller, of = ownId(caller)) =>
      asked(listApplications(using)({ params: { residentId: of }, query: {}, body: {}, caller } as never)),
    queue: (caller: Caller, query: object = {}) =>
      asked(
        listApplicationQueue(using)({
          params: {},
          query: { area: "339900", limit: 20, ...query },
          body: {},
          caller,
        } as never),
      ),
    accept: (caller: Caller, applicationNumber: ApplicationNumber) =>
      officeStep(decideEligibility(using))(caller, applicationNumber, { outcome: "accepted", reason: "all is there" }),
    refuse: (caller: Caller, applicationNumber: ApplicationNumber) =>
      officeStep(decideEligibility(using))(caller, applicationNumber, {
        ...{ outcome: "not-eligible", reason: "the child lives elsewhere", clause: "第三条" },
      }),
    ask: (caller: Caller, applicationNumber: ApplicationNumber, items: readonly object[]) =>
      officeStep(askApplicationMaterial(using))(caller, applicationNumber, { items }),
    /** Takes the programme a step further. */
    goOn: async (step: never, role: never = "system" as never) => {
      const before = await programmes.read(programmeId(1));
      const recorded = programmeStep(before, { step, role, on: `${calendar.today}` });
      await programmes.record(applyProgrammeStep(before, recorded), recorded);
    },
    suspendPermit: async (of: ResidentId) => {
      const before = await residents.read(of);
      if (!before) throw new Error("there is no such person");
      const event = {
        type: "suspend",
        eventId: "suspension",
        permitId: "permit-1",
        effectiveOn: "2024-05-01",
      } as never;
      const { dossier, recorded } = following(before, { type: "permit-event-recorded", event });
      await residents.append(dossier, recorded);
    },
  };
};

const usual = (beneficiary: string) => ({
  programmeId: programmeId(1),
  wishes: ["east"],
  ...(beneficiary === "child" && { child }),
  materials: [],
});

export type ApplicationOffice = Awaited<ReturnType<typeof applicationOffice>>;

/** Applies as usual and says under which number. */
export const appliedAt = async (office: ApplicationOffice, ...given: Parameters<ApplicationOffice["apply"]>) => {
  const reply = await office.apply(...given);
  if (typeof reply === "string") throw new Error(reply);
  return (reply.body as { applicationNumber: ApplicationNumber }).applicationNumber;
};
