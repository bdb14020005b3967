import { discardProgrammeEndpoint } from "#shared/contract/programme-steps.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { discardProgramme } from "./discard-programme.ts";

const programmes = dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(discardProgrammeEndpoint, discardProgramme({ programmes, now, today }), requests);
