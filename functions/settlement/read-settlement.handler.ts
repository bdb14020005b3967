import { readSettlementEndpoint } from "#shared/contract/settlement.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoProgrammes } from "#shared/storage/dynamo-programmes.ts";
import { dynamoSettlements } from "#shared/storage/dynamo-settlements.ts";
import { readSettlement } from "./read-settlement.ts";

const programmes = dynamoProgrammes(dynamo, environment("PROGRAMMES_TABLE"));
const settlements = dynamoSettlements(dynamo, environment("JOBS_TABLE"));

export const handler = route(readSettlementEndpoint, readSettlement({ programmes, settlements }));
