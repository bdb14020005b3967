import { proposeFindingEndpoint } from "#shared/contract/findings.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { dynamo } from "#shared/storage/client.ts";
import { applicationReads } from "#shared/storage/dynamo-application-reads.ts";
import { dynamoRequests } from "#shared/storage/dynamo-requests.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { findingStores } from "./finding-stores.ts";
import { proposeFinding } from "./propose-finding.ts";

const proposing = {
  ...findingStores({ messages: environment("MESSAGES_TABLE") }),
  residents: dynamoResidents(dynamo, environment("RESIDENTS_TABLE")),
  applications: applicationReads(dynamo, environment("APPLICATIONS_TABLE")),
  standards: publishedStandards(),
};
const requests = dynamoRequests(dynamo, environment("REQUESTS_TABLE"));

export const handler = route(proposeFindingEndpoint, proposeFinding(proposing), requests);
