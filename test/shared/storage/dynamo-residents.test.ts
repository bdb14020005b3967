import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { subjectOf } from "#shared/scoring/subject.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { packedFormat } from "#shared/storage/packed-subject.ts";
import { dossierKey } from "#shared/storage/resident-items.ts";
import { following, registeredIn, residentId } from "#test/support/people.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { residentsCases } from "./residents.cases.ts";
import { subjectsCases } from "./subjects.cases.ts";

const database = testDatabase();

const make = async () => dynamoResidents(database().client, await database().makeTable("residents"));

residentsCases(make);
subjectsCases(make);

test.each([
  ["packed by an older program", { UpdateExpression: "SET packed = :b", ExpressionAttributeValues: bytes(0, 7, 7) }],
  [
    "packed by a newer program",
    { UpdateExpression: "SET packed = :b", ExpressionAttributeValues: bytes(packedFormat + 1) },
  ],
  ["packed as nothing", { UpdateExpression: "SET packed = :b", ExpressionAttributeValues: bytes() }],
  ["never packed", { UpdateExpression: "REMOVE packed" }],
])("a dossier that was %s is decoded from its JSON", async (_, update) => {
  const { client, makeTable } = database();
  const TableName = await makeTable("residents");
  const residents = dynamoResidents(client, TableName);
  const { dossier, recorded } = following(residentId(1), registeredIn("339901"));
  await residents.append(dossier, recorded);
  await client.send(new UpdateItemCommand({ TableName, Key: dossierKey(residentId(1)), ...update }));

  const read = await residents.readSubject(residentId(1));

  expect(read).toEqual({ residentId: residentId(1), version: 1, subject: subjectOf(dossier) });
});

function bytes(...values: readonly number[]) {
  return { ":b": { B: Uint8Array.from(values) } };
}
