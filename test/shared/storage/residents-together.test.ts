import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { subjectOf } from "#shared/scoring/subject.ts";
import { packedFormat } from "#shared/storage/packed-subject.ts";
import { dossierKey } from "#shared/storage/resident-items.ts";
import { residentsTogether } from "#shared/storage/residents-together.ts";
import { following, registeredIn, residentId } from "#test/support/people.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { residentsCases } from "./residents.cases.ts";
import { subjectsCases } from "./subjects.cases.ts";

const database = testDatabase();

const make = async () => residentsTogether(database().client, await database().makeTable("residents"));

residentsCases(make);
subjectsCases(make);

test("of many read at the same time one who cannot be read fails, one of another format is decoded, all others are there", async () => {
  const { client, makeTable } = database();
  const TableName = await makeTable("residents");
  const residents = residentsTogether(client, TableName);
  const people = [1, 2, 3, 4].map((number) => following(residentId(number), registeredIn("339901")));
  for (const { dossier, recorded } of people) await residents.append(dossier, recorded);
  const pack = async (number: number, ...bytes: readonly number[]) =>
    client.send(
      new UpdateItemCommand({
        TableName,
        Key: dossierKey(residentId(number)),
        UpdateExpression: "SET packed = :b",
        ExpressionAttributeValues: { ":b": { B: Uint8Array.from(bytes) } },
      }),
    );
  await pack(2, packedFormat + 1);
  await pack(3, packedFormat);

  const read = await Promise.allSettled([1, 2, 3, 4, 5].map((number) => residents.readSubject(residentId(number))));

  expect(read.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect(read.map((one) => one.status === "fulfilled" && one.value?.subject)).toEqual([
    ...people.map(({ dossier }, at) => at !== 2 && subjectOf(dossier)),
    undefined,
  ]);
});
