import { reportFactsEndpoint } from "#shared/contract/report-facts.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { reportFacts } from "./report-facts.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));

export const handler = route(reportFactsEndpoint, reportFacts(residents, { now, today }));
