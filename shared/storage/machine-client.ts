import { SFNClient } from "@aws-sdk/client-sfn";

/** The one client of a function that starts executions; as patient as the one of the tables. */
export const machines = new SFNClient({
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
});
