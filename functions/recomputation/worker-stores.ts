import { dynamo } from "#shared/storage/client.ts";
import { residentsTogether } from "#shared/storage/residents-together.ts";
import { scoresTogether } from "#shared/storage/scores-together.ts";
import { sqs } from "#shared/storage/sqs-client.ts";
import { sqsRetryQueue } from "#shared/storage/sqs-retry-queue.ts";
import { type WorkNames, workStores } from "./work-stores.ts";

/** What a worker stands on: it reads many residents at a time, and sends those who fail to the retry queue. */
export const workerStores = (names: WorkNames & { readonly retryQueue: string }) => ({
  ...workStores(names),
  residents: residentsTogether(dynamo, names.residents),
  scores: scoresTogether(dynamo, names.scores, names.messages),
  retryQueue: sqsRetryQueue(sqs, names.retryQueue),
});
