import { releaseBatchEndpoint } from "#shared/contract/release-batch.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoBatches } from "#shared/storage/dynamo-batches.ts";
import { dynamoFeedDays } from "#shared/storage/dynamo-feed-days.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { releaseBatch } from "./release-batch.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const batches = dynamoBatches(dynamo, environment("FEEDS_TABLE"));
const feedDays = dynamoFeedDays(dynamo, environment("FEEDS_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));
const release = releaseBatch({ residents, batches, feedDays }, { now, today });

export const handler = route(releaseBatchEndpoint, release, requests);
