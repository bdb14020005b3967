import type { DynamoDBBatchResponse, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { recordPermitEvent } from "#functions/intake/record-permit-event.ts";
import { reportFacts } from "#functions/intake/report-facts.ts";
import { submitBatch } from "#functions/intake/submit-batch.ts";
import { followChanges } from "#functions/recomputation/follow-changes.ts";
import { retryRecomputation } from "#functions/recomputation/retry-recomputation.ts";
import { queryScore } from "#functions/score-query/query-score.ts";
import type { ScoreAnswer } from "#shared/contract/score-answer.ts";
import { submitBatchEndpoint } from "#shared/contract/submit-batch.ts";
import type { CalendarDate } from "#shared/domain/calendar.ts";
import type { Department } from "#shared/domain/department.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Reply } from "#shared/http/answer.ts";
import { feed, window } from "#test/support/calls.ts";
import type { Arrival } from "./arrivals.ts";
import { asSeenBy } from "./as-seen-by.ts";
import type { Batch } from "./change-stream.ts";
import type { Message } from "./message-queue.ts";
import type { Invocation } from "./scheduler.ts";
import type { System } from "./system.ts";

type Run<Result> = (invocation: Invocation) => Promise<Result>;

/** A source reports one thing. */
export const send =
  (system: System, arrival: Arrival): Run<Reply> =>
  (invocation) => {
    const residents = asSeenBy(system, invocation).residents();
    const { residentId } = arrival;
    if (arrival.kind === "permit-event") {
      const call = {
        params: { residentId },
        query: {},
        body: arrival.event,
        caller: feed("public-security", province),
      };
      return recordPermitEvent(residents, system.clock)(call);
    }
    const { department, recordId, sourceVersion, facts } = arrival;
    // the use case parses it for the department
    const body = { recordId, sourceVersion, facts } as unknown as Parameters<ReturnType<typeof reportFacts>>[0]["body"];
    const params = { residentId, department };
    return reportFacts(residents, system.clock)({ params, query: {}, body, caller: feed(department, province) });
  };

/** A department reports several at once. */
export const sendBatch =
  (system: System, { department, batchId, records }: SentBatch): Run<Reply> =>
  (invocation) => {
    const seen = asSeenBy(system, invocation);
    const stores = { residents: seen.residents(), batches: seen.batches(), feedDays: seen.feedDays() };
    const body = submitBatchEndpoint.body.parse({ batchId, area: province, records: records.map(recordOf) });
    const caller = feed(department, province);
    return submitBatch(stores, system.clock)({ params: { department }, query: {}, body, caller });
  };

export interface SentBatch {
  readonly department: Department;
  readonly batchId: string;
  readonly records: readonly Arrival[];
}

const recordOf = (arrival: Arrival) => {
  if (arrival.kind === "permit-event") return arrival;
  const { department: _, ...record } = arrival;
  return record;
};

/** A window asks for somebody's score of a day. */
export const ask =
  (system: System, residentId: ResidentId, asOf: CalendarDate): Run<ScoreAnswer> =>
  async (invocation) => {
    const seen = asSeenBy(system, invocation);
    const query = queryScore({
      ...seen.recomputing(),
      feedDays: seen.feedDays(),
      retryQueue: seen.retryQueue(),
    });
    const { body } = await query({ params: { residentId }, query: { asOf }, body: {}, caller: window(province) });
    if ("excerptFor" in body) throw new Error("a window sees everything");
    return body;
  };

export const follow =
  (system: System, { records }: Batch): Run<DynamoDBBatchResponse> =>
  (invocation) => {
    const seen = asSeenBy(system, invocation);
    const following = { ...seen.recomputing("dossier-changed"), retryQueue: seen.retryQueue(), publish: () => {} };
    return followChanges(following)({ Records: records.map((record) => record.asSent()) });
  };

export const retry =
  (system: System, messages: readonly Message[]): Run<SQSBatchResponse> =>
  (invocation) => {
    const Records = messages.map(({ id, body, receives }) => ({
      messageId: `${id}`,
      body,
      attributes: { ApproximateReceiveCount: `${receives}` },
    }));
    return retryRecomputation(asSeenBy(system, invocation).recomputing("retried"))({ Records } as unknown as SQSEvent);
  };

const province = "330000";
