import { publishedWorkingDays } from "#shared/procedure/published-working-days.ts";
import { now, today } from "#shared/runtime/clock.ts";
import { environment } from "#shared/runtime/environment.ts";
import { dynamo } from "#shared/storage/client.ts";
import { dynamoFindings, type FindingTables } from "#shared/storage/dynamo-findings.ts";

/** What a step of a finding needs beside the dossiers, on the tables of this deployment; named are those it writes into. */
export const findingStores = (besides: Omit<FindingTables, "findings"> = {}) => ({
  findings: dynamoFindings(dynamo, { findings: environment("FINDINGS_TABLE"), ...besides }),
  workingDays: publishedWorkingDays(),
  now,
  today,
});
