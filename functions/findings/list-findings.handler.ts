import { listFindingsEndpoint } from "#shared/contract/findings.ts";
import { route } from "#shared/http/route.ts";
import { today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoFindings } from "#shared/storage/dynamo-findings.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { listFindings } from "./list-findings.ts";

const findings = dynamoFindings(dynamo, { findings: environment("FINDINGS_TABLE") });
const residents = dynamoResidents(dynamo, environment("RESIDENTS_TABLE"));

export const handler = route(listFindingsEndpoint, listFindings({ findings, residents, today }));
