import type { AttributeValue, DynamoDBRecord } from "aws-lambda";
import type { Dossier } from "#shared/domain/dossier.ts";
import type { Item } from "#shared/storage/attributes.ts";
import { dossierKey, dossierToItem } from "#shared/storage/resident-items.ts";

/** What the stream of `residents` tells a function of a change of a dossier. */
export const streamRecord = (
  before: Dossier | undefined,
  after: Dossier,
  { sequence = after.version, committedAt = "2024-06-30T02:00:00.000Z" } = {},
): DynamoDBRecord => ({
  eventID: `event-${sequence}`,
  eventName: before ? "MODIFY" : "INSERT",
  eventSource: "aws:dynamodb",
  dynamodb: {
    ApproximateCreationDateTime: Date.parse(committedAt) / 1000,
    Keys: image(dossierKey(after.residentId)),
    ...(before && { OldImage: image(dossierToItem(before)) }),
    NewImage: image(dossierToItem(after)),
    SequenceNumber: sequenceNumber(sequence),
    StreamViewType: "NEW_AND_OLD_IMAGES",
  },
});

export const sequenceNumber = (sequence: number): string => `${sequence}`.padStart(21, "0");

/** As Lambda hands it over: bytes in base64. */
export const image = (item: Item): Record<string, AttributeValue> =>
  Object.fromEntries(
    Object.entries(item).map(([name, { S, N, B }]) => [
      name,
      B ? { B: Buffer.from(B).toString("base64") } : S === undefined ? { N: N ?? "" } : { S },
    ]),
  );
