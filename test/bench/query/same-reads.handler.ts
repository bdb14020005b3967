import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { AreaCode } from "#shared/domain/area.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoFeedDays } from "#shared/storage/dynamo-feed-days.ts";
import { dossierKey } from "#shared/storage/resident-items.ts";

const TableName = environment("RESIDENTS_TABLE");
const feedDays = dynamoFeedDays(dynamo, environment("FEEDS_TABLE"));
const area = AreaCode.parse("339901");

/** Asks the tables what a score query asks them, through the same client, and makes nothing of it. */
export const handler = async (event: { readonly pathParameters: { readonly residentId: ResidentId } }) => {
  const Key = dossierKey(event.pathParameters.residentId);
  await dynamo.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  await feedDays.lastHeard(area);
  return { statusCode: 200, headers: { "content-type": "application/json" }, body: "{}" };
};
