import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/**
 * The one client of a function. A call that hangs is given up early and tried again, so that a lost packet costs
 * a second and not the whole of the gateway's thirty.
 */
export const dynamo = new DynamoDBClient({
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
});
