import { checkReadinessEndpoint } from "#shared/contract/settlement-readiness.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { applicationReads } from "#shared/storage/dynamo-application-reads.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import { checkReadiness } from "./check-readiness.ts";
import { lookingStores } from "./looking-stores.ts";

const programmes = dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE"));
const applications = applicationReads(dynamo, environment("APPLICATIONS_TABLE"));

export const handler = route(checkReadinessEndpoint, checkReadiness({ ...lookingStores(), programmes, applications }));
