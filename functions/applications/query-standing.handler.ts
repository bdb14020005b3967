import { queryStandingEndpoint } from "#shared/contract/query-standing.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { publishedStandards } from "#shared/scoring/published-standards.ts";
import { dynamo } from "#shared/storage/client.ts";
import { applicationReads } from "#shared/storage/dynamo-application-reads.ts";
import { dynamoListings } from "#shared/storage/dynamo-listings.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { dynamoScores } from "#shared/storage/dynamo-scores.ts";
import { queryStanding } from "./query-standing.ts";

const applications = applicationReads(dynamo, environment("APPLICATIONS_TABLE"));
const programmes = dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE"));
const listings = dynamoListings(dynamo, environment("LISTINGS_TABLE"));
const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const scores = dynamoScores(dynamo, environment("SCORES_TABLE"));
const standards = publishedStandards();
const querying = { applications, programmes, listings, residents, scores, standards, today };

export const handler = route(queryStandingEndpoint, queryStanding(querying));
