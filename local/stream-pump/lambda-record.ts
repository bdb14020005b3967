import type { _Record as StreamRecord } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord } from "aws-lambda";

/** A record of the stream, as the client reads it, in the form in which Lambda hands it to a function. */
export const lambdaRecord = (record: StreamRecord, eventSourceARN: string): DynamoDBRecord => {
  const { eventID, eventName, eventVersion, eventSource, awsRegion, dynamodb = {}, userIdentity } = record;
  return {
    eventID,
    eventName,
    eventVersion,
    eventSource,
    awsRegion,
    dynamodb: asJson({
      ...dynamodb,
      ApproximateCreationDateTime: secondsOf(dynamodb.ApproximateCreationDateTime),
    }) as NonNullable<DynamoDBRecord["dynamodb"]>,
    ...(userIdentity && { userIdentity: { type: userIdentity.Type, principalId: userIdentity.PrincipalId } }),
    eventSourceARN,
  };
};

export const secondsOf = (time: Date | undefined): number => (time?.getTime() ?? 0) / 1000;

/** What the client gives as bytes is base64 in an event. */
const asJson = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asJson(part)]));
};
