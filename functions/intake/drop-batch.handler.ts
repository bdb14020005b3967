import { dropBatchEndpoint } from "#shared/contract/drop-batch.ts";
import { route } from "#shared/http/route.ts";
import { now } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoBatches } from "#shared/storage/dynamo-batches.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dropBatch } from "./drop-batch.ts";

const batches = dynamoBatches(dynamo, environment("FEEDS_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(dropBatchEndpoint, dropBatch(batches, { now }), requests);
