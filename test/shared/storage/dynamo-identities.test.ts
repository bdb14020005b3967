import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { dynamoIdentities } from "#shared/storage/dynamo-identities.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { following, person, registeredIn, residentId } from "#test/support/people.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { testIdentityKeys } from "#test/support/test-identity-keys.ts";
import { identitiesCases } from "./identities.cases.ts";

const database = testDatabase();

const make = async () => {
  const { client, makeTable } = database();
  const tables = { identities: await makeTable("identities"), residents: await makeTable("residents") };
  return {
    tables,
    residents: dynamoResidents(client, tables.residents),
    identities: dynamoIdentities(client, tables, await testIdentityKeys()),
  };
};

identitiesCases(make);

test("no table holds a number or a name in the clear", async () => {
  const { identities, tables } = await make();
  const { dossier, recorded } = following(residentId(1), registeredIn("339901"));
  await identities.register(person(), dossier, recorded);

  const stored = await Promise.all(
    Object.values(tables).map((TableName) =>
      database().client.send(new ScanCommand({ TableName, ConsistentRead: true })),
    ),
  );

  const text = JSON.stringify(stored.map(({ Items }) => Items));
  expect(stored.map(({ Count }) => Count)).toEqual([2, 2]);
  expect(text).not.toContain(person().identityNumber);
  expect(text).not.toContain(person().name);
});
