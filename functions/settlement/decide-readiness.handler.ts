import { decideReadinessEndpoint } from "#shared/contract/settlement-readiness.ts";
import { route } from "#shared/http/route.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoApplications } from "#shared/storage/dynamo-applications.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { decideReadiness } from "./decide-readiness.ts";

const applications = dynamoApplications(dynamo, { applications: environment("APPLICATIONS_TABLE") });
const programmes = dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE"));
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(
  decideReadinessEndpoint,
  decideReadiness({ applications, programmes, now, today }),
  requests,
);
