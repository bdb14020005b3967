import { readOwnEntryEndpoint } from "#shared/contract/listing-of-applicant.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { applicationReads } from "#shared/storage/dynamo-application-reads.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { listingStores } from "./listing-stores.ts";
import { readOwnEntry } from "./read-own-entry.ts";

const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));
const applications = applicationReads(dynamo, environment("APPLICATIONS_TABLE"));
const programmes = dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE"));
const reading = { ...listingStores(), residents, applications, programmes, today };

export const handler = route(readOwnEntryEndpoint, readOwnEntry(reading));
