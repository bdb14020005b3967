import { drawSeedEndpoint } from "#shared/contract/programme-steps.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { drawSeed } from "./draw-seed.ts";

const programmes = dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(drawSeedEndpoint, drawSeed({ programmes, now, today }), requests);
