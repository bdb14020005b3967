import { listObjectionQueueEndpoint } from "#shared/contract/objections.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoObjections } from "#shared/storage/dynamo-objections.ts";
import { listObjectionQueue } from "./list-objection-queue.ts";

const objections = dynamoObjections(dynamo, environment("LISTINGS_TABLE"));

export const handler = route(listObjectionQueueEndpoint, listObjectionQueue(objections));
