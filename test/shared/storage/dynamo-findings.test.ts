import { dynamoFindings } from "#shared/storage/dynamo-findings.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { findingsCases } from "./findings.cases.ts";

const database = testDatabase();

findingsCases(async () => {
  const { client, makeTable } = database();
  const tables = {
    findings: await makeTable("findings"),
    residents: await makeTable("residents"),
    messages: await makeTable("messages"),
    letters: await makeTable("letters"),
  };
  return { findings: dynamoFindings(client, tables), residents: dynamoResidents(client, tables.residents) };
});
