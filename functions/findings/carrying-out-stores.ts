import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoApplications } from "#shared/storage/dynamo-applications.ts";
import type { FindingTables } from "#shared/storage/dynamo-findings.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { sqs } from "#shared/storage/sqs-client.ts";
import { sqsSettlementQueue } from "#shared/storage/sqs-settlement-queue.ts";
import { findingStores } from "./finding-stores.ts";

/** What carrying out a finding stands on. */
export const carryingOutStores = (besides: Pick<FindingTables, "residents" | "letters"> = {}) => {
  const messages = environment("MESSAGES_TABLE");
  return {
    ...findingStores({ ...besides, messages }),
    residents: dynamoResidents(dynamo, environment("RESIDENTS_TABLE")),
    applications: dynamoApplications(dynamo, { applications: environment("APPLICATIONS_TABLE"), messages }),
    queue: sqsSettlementQueue(sqs, environment("SETTLEMENT_QUEUE_URL")),
  };
};
