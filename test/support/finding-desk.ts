import { appealFinding } from "#functions/findings/appeal-finding.ts";
import { confirmFinding } from "#functions/findings/confirm-finding.ts";
import { decideFindingAppeal } from "#functions/findings/decide-finding-appeal.ts";
import { dismissFinding } from "#functions/findings/dismiss-finding.ts";
import { keepFindings } from "#functions/findings/keep-findings.ts";
import { listCreditRecords } from "#functions/findings/list-credit-records.ts";
import { listFindings } from "#functions/findings/list-findings.ts";
import { proposeFinding } from "#functions/findings/propose-finding.ts";
import { readFinding } from "#functions/findings/read-finding.ts";
import { stateOnFinding } from "#functions/findings/state-on-finding.ts";
import { listCreditRecordsEndpoint } from "#shared/contract/credit-records.ts";
import type { Caller, Endpoint } from "#shared/contract/endpoint.ts";
import type { FindingAnswer } from "#shared/contract/finding-answer.ts";
import {
  appealFindingEndpoint,
  confirmFindingEndpoint,
  decideFindingAppealEndpoint,
  dismissFindingEndpoint,
  listFindingsEndpoint,
  proposeFindingEndpoint,
  readFindingEndpoint,
  stateOnFindingEndpoint,
} from "#shared/contract/findings.ts";
import type { Application, ApplicationStep } from "#shared/domain/application.ts";
import { date, dateOf, dayAfter, dayOf } from "#shared/domain/calendar.ts";
import type { DossierChange } from "#shared/domain/dossier.ts";
import { FactPatch } from "#shared/domain/fact-patch.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { applied, frozenScore, next } from "./an-application.ts";
import { feed, resident, verifier } from "./calls.ts";
import { memoryApplications } from "./memory-applications.ts";
import { memoryFindings } from "./memory-findings.ts";
import { memoryLetters } from "./memory-letters.ts";
import { memoryMessages } from "./memory-messages.ts";
import { memoryResidents } from "./memory-residents.ts";
import { memorySettlementQueue } from "./memory-settlement-queue.ts";
import { mortal } from "./mortal.ts";
import { following, registeredIn, residentId } from "./people.ts";
import { publish, zhejiang } from "./standards.ts";

export const person = residentId(1);
export const self: Caller = { ...resident(person), subject: "the person" };
const educator = (subject: string): Caller => ({ ...verifier("education", "339900"), subject });
export const [ann, bob, cat] = [educator("ann"), educator("bob"), educator("cat")] as const;
export const archive = feed("public-security", "339900");

/** A correction of a diploma by a review stands too. */
export const reviewId = `v-${"0".repeat(25)}1`;
const diploma = { id: "diploma-1", level: "bachelor", verified: true, obtainedOn: date("2012-07-01") } as const;
const changes: readonly DossierChange[] = [
  {
    type: "facts-reported",
    recordId: "record-1",
    sourceVersion: 1,
    department: "education",
    facts: { education: [diploma] },
  },
  {
    type: "fact-corrected",
    reviewId,
    patch: FactPatch.parse({
      fact: "education",
      add: [{ level: "college", verified: true, obtainedOn: "2010-07-01" }],
    }),
    evidence: [],
  },
];

/** Person 1, whose application 1 was granted, and the use cases of a finding on repositories in memory. */
export const findingDesk = async ({ standards = publish(zhejiang()) } = {}) => {
  const [residents, messages, letters] = [memoryResidents(), memoryMessages(), memoryLetters()];
  const [applications, queue] = [memoryApplications(messages), memorySettlementQueue()];
  const findings = memoryFindings({ residents, messages, letters });
  const calendar = { today: date("2024-07-01") };
  const clocks = {
    workingDays: publishedWorkingDays(),
    today: () => calendar.today,
    now: () => `${calendar.today}T02:00:00.000Z`,
    standards,
  };
  const at = { ...clocks, residents, applications, findings, queue };

  let last = following(person, registeredIn("339901"));
  await residents.append(last.dossier, last.recorded);
  for (const change of changes) {
    last = following(last.dossier, change);
    await residents.append(last.dossier, last.recorded);
  }
  const grants: readonly ApplicationStep[] = [
    { type: "accepted", reason: "all is there" },
    { type: "frozen", run: 1, scores: [frozenScore()] },
    { type: "granted", offer: "school-a" },
  ];
  let made = applied();
  await applications.record(made.application, made.recorded, {});
  for (const step of grants) {
    made = next(made.application, step);
    await applications.record(made.application, made.recorded, {});
  }
  const { applicationNumber } = made.application;

  /** What is answered fits the contract; a refusal is its code. */
  const asked = async <Body>({ answers }: Pick<Endpoint, "answers">, reply: Promise<Reply>): Promise<Body | string> => {
    try {
      const { status, body } = await reply;
      answers[status]?.body?.parse(body);
      return body as Body;
    } catch (thrown) {
      if (isRefusal(thrown)) return thrown.code;
      throw thrown;
    }
  };
  type Place = Pick<FindingAnswer, "findingId">;
  const call = (caller: Caller, body: object, findingId?: string) =>
    ({ caller, params: { residentId: person, findingId }, query: {}, body }) as never;
  const step =
    (endpoint: Endpoint, useCase: (given: never) => Promise<Reply>) =>
    (caller: Caller, { findingId }: Place, body: object = {}) => {
      const parsed = endpoint.body?.parse({ reason: "it was looked at", ...body }) as object;
      return asked<FindingAnswer>(endpoint, useCase(call(caller, parsed, findingId)));
    };

  const propose = (caller: Caller, differing: object = {}) => {
    const body = proposeFindingEndpoint.body.parse({
      ...{ facts: ["diploma-1"], reviewIds: [reviewId], applications: [applicationNumber] },
      ...{ reason: "the school has never issued it", clause: "五(三)", ...differing },
    });
    return asked<FindingAnswer>(proposeFindingEndpoint, proposeFinding(at)(call(caller, body)));
  };
  const state = (caller: Caller, { findingId }: Place, body: object = {}) => {
    const parsed = stateOnFindingEndpoint.body.parse({ statement: "it is true", ...body });
    return asked<FindingAnswer>(stateOnFindingEndpoint, stateOnFinding(at)(call(caller, parsed, findingId)));
  };
  const deciding = (by: typeof at) => ({
    confirm: step(confirmFindingEndpoint, confirmFinding(by)),
    decide: step(decideFindingAppealEndpoint, decideFindingAppeal(by)),
  });

  return {
    ...{ findings, residents, letters, calendar, applicationNumber, propose, state },
    ...deciding(at),
    dismiss: step(dismissFindingEndpoint, dismissFinding(at)),
    appeal: step(appealFindingEndpoint, appealFinding(at)),
    /** One that dies after so many calls of what is stored. */
    anotherProcess: (diesAfter: number) => {
      const death = mortal(diesAfter);
      const stores = {
        residents: death.of(residents),
        applications: death.of(applications),
        findings: death.of(findings),
        queue: death.of(queue),
      };
      return { ...deciding({ ...at, ...stores }), death };
    },
    list: (caller: Caller) =>
      asked<{ findings: readonly FindingAnswer[] }>(listFindingsEndpoint, listFindings(at)(call(caller, {}))),
    read: (caller: Caller, { findingId }: Place) =>
      asked<{ finding: FindingAnswer; steps: readonly { step: string }[] }>(
        readFindingEndpoint,
        readFinding(at)(call(caller, {}, findingId)),
      ),
    credit: (caller: Caller, after = 0) =>
      asked<{ records: readonly { record: string }[]; through: number; last: number }>(
        listCreditRecordsEndpoint,
        listCreditRecords(at)({ caller, params: {}, body: {}, query: { after, limit: 2 } } as never),
      ),
    keep: keepFindings(at),
    pass: (days: number) => {
      calendar.today = dateOf(dayAfter(dayOf(calendar.today), days));
    },
    /** A finding that Ann has proposed and on which the person has spoken; thrown where one of it was refused. */
    heard: async (differing: object = {}): Promise<FindingAnswer> => {
      const proposed = told(await propose(ann, differing));
      return told(await state(self, proposed));
    },
    application: async (): Promise<Application> => {
      const found = await applications.read(applicationNumber);
      if (!found) throw new Error("the application is there");
      return found;
    },
    dossier: async () => {
      const found = await residents.read(person);
      if (!found) throw new Error("the dossier is there");
      return found;
    },
    /** What waits in the settlement queue. */
    queued: (): readonly unknown[] => {
      const tasks: unknown[] = [];
      for (let task = queue.next(); task; task = queue.next()) {
        tasks.push(task);
        queue.done();
      }
      return tasks;
    },
    told: (): readonly string[] => messages.all().map(({ message }) => message.kind),
  };
};

export const told = <Body>(answer: Body | string): Body => {
  if (typeof answer === "string") throw new Error(answer);
  return answer;
};
