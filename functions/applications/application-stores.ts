import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoApplications } from "#shared/storage/dynamo-applications.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import type { Deciding } from "./applying.ts";

/** What a step of an application needs, on the tables of this deployment; `messages` where somebody is told of it. */
export const applicationStores = (
  messages?: string,
): Deciding & { readonly applications: ReturnType<typeof dynamoApplications> } => ({
  applications: dynamoApplications(dynamo, {
    applications: environment("APPLICATIONS_TABLE"),
    ...(messages !== undefined && { messages }),
  }),
  programmes: dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE")),
  workingDays: publishedWorkingDays(),
  now,
  today,
});
