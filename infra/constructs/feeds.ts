import { FilterCriteria, FilterRule, type IEventSource } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { FunctionName } from "../entries.ts";
import type { State } from "./grants.ts";
import { streamSource } from "./stream-source.ts";

/** What brings functions their work, where nobody calls them. */
const feeds: Partial<Record<FunctionName, (state: State) => IEventSource>> = {
  "follow-changes": ({ tables, queues }) =>
    streamSource({ table: tables.byName.residents, failures: queues.feedFailures, filters: [dossierChanged] }),
  "react-to-changes": ({ tables, queues }) =>
    streamSource({ table: tables.byName.residents, failures: queues.reactionFailures, filters: [dossierChanged] }),
  // what is given up here is offered again the next day
  "offer-messages": ({ tables, queues }) =>
    streamSource({ table: tables.byName.messages, failures: queues.outboxFailures, filters: [isWaiting] }),
  // a little at a time: what made it fail may be that there was too much
  "retry-recomputation": ({ queues }) => queueSource(queues.retry, 10),
  "react-again": ({ queues }) => queueSource(queues.reactions, 10),
  // each takes as long as a slice lasts
  "settle-slice": ({ queues }) => queueSource(queues.settlement, 1),
  // a few at a time: each lies in memory as a whole
  "check-material": ({ queues }) => queueSource(queues.uploads, 5),
};

export const feedOf = (name: FunctionName, state: State): IEventSource | undefined => feeds[name]?.(state);

/** Of the items of a resident, only the dossier; it is never deleted. */
const dossierChanged = FilterCriteria.filter({
  eventName: FilterRule.or("INSERT", "MODIFY"),
  dynamodb: { Keys: { item: { S: FilterRule.isEqual("current") } } },
});

/** Of the outbox, neither what is planned nor what was delivered. */
const isWaiting = FilterCriteria.filter({
  eventName: FilterRule.or("INSERT", "MODIFY"),
  dynamodb: { NewImage: { state: { S: FilterRule.isEqual("waiting") } } },
});

const queueSource = (queue: IQueue, batchSize: number): IEventSource =>
  new SqsEventSource(queue, { batchSize, reportBatchItemFailures: true, maxConcurrency: 10 });
