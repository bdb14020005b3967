import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { type ApplicationTables, dynamoApplications } from "#shared/storage/dynamo-applications.ts";
import { dynamoObjections } from "#shared/storage/dynamo-objections.ts";
import { listingStores } from "./listing-stores.ts";
import type { Objecting } from "./objecting.ts";

/** What every step of an objection needs; named are the tables it writes into besides. */
export const objectionStores = (besides: Omit<ApplicationTables, "applications"> = {}): Objecting => ({
  ...listingStores(),
  objections: dynamoObjections(dynamo, environment("LISTINGS_TABLE")),
  applications: dynamoApplications(dynamo, { applications: environment("APPLICATIONS_TABLE"), ...besides }),
  workingDays: publishedWorkingDays(),
  now,
  today,
});
