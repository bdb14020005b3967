import { listCreditRecordsEndpoint } from "#shared/contract/credit-records.ts";
import { route } from "#shared/http/route.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoFindings } from "#shared/storage/dynamo-findings.ts";
import { listCreditRecords } from "./list-credit-records.ts";

const findings = dynamoFindings(dynamo, { findings: environment("FINDINGS_TABLE") });

export const handler = route(listCreditRecordsEndpoint, listCreditRecords({ findings }));
