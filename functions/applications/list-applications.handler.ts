import { listApplicationsEndpoint } from "#shared/contract/applications.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { applicationReads } from "#shared/storage/dynamo-application-reads.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { listApplications } from "./list-applications.ts";

const applications = applicationReads(dynamo, environment("APPLICATIONS_TABLE"));
const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));

export const handler = route(listApplicationsEndpoint, listApplications({ applications, residents, today }));
