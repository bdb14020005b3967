import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { batchGet, mostKeys } from "./batch-get.ts";
import { dynamoResidents } from "./dynamo-residents.ts";
import { readable } from "./readable.ts";
import { dossierKey, subjectFromItem } from "./resident-items.ts";
import { residentIn } from "./resident-places.ts";
import type { Residents, VersionedSubject } from "./residents.ts";
import { together } from "./together.ts";

/** The table of dossiers for work that goes through many: subjects asked for at the same time are read by one call. */
export const residentsTogether = (client: DynamoDBClient, table: string): Residents => {
  const residents = dynamoResidents(client, table);
  return {
    ...residents,
    readSubject: together(
      async (residentIds) => {
        const items = await batchGet(client, table, {
          Keys: residentIds.map(dossierKey),
          ProjectionExpression: "#residentId, #version, #packed",
          ExpressionAttributeNames: { "#residentId": "residentId", "#version": "version", "#packed": "packed" },
        });
        return new Map(items.flatMap((item) => named(readable(() => subjectFromItem(residentIn(item), item)))));
      },
      residents.readSubject,
      mostKeys,
    ),
  };
};

const named = (read: VersionedSubject | undefined) => (read ? [[read.residentId, read] as const] : []);
