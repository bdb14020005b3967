import { acceptUndertakingEndpoint } from "#shared/contract/undertakings.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoUndertakings } from "#shared/storage/dynamo-undertakings.ts";
import { acceptUndertaking } from "./accept-undertaking.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const undertakings = dynamoUndertakings(dynamo, environment("REVIEWS_TABLE"));

export const handler = route(acceptUndertakingEndpoint, acceptUndertaking({ residents, undertakings, now, today }));
