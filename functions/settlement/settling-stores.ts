import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import { dynamoSettlements } from "#shared/storage/dynamo-settlements.ts";
import { sqs } from "#shared/storage/sqs-client.ts";
import { sqsSettlementQueue } from "#shared/storage/sqs-settlement-queue.ts";

/** What whoever begins a settlement, or takes it up, stands on. */
export const settlingStores = () => ({
  programmes: dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE")),
  settlements: dynamoSettlements(dynamo, environment("JOBS_TABLE")),
  queue: sqsSettlementQueue(sqs, environment("SETTLEMENT_QUEUE_URL")),
  now,
  today,
});
