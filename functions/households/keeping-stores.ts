import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoHouseholds } from "#shared/storage/dynamo-households.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";

/** What a step of a relation needs, on the tables of this deployment. */
export const keepingStores = () => ({
  households: dynamoHouseholds(dynamo, {
    households: environment("HOUSEHOLDS_TABLE"),
    messages: environment("MESSAGES_TABLE"),
  }),
  residents: dynamoResidents(dynamo, environment("RESIDENTS_TABLE")),
  now,
  today,
});
