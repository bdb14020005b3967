import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { dynamoLetters, letterPut } from "#shared/storage/dynamo-letters.ts";
import { contents, letter, letterId } from "#test/support/letters.ts";
import { residentId } from "#test/support/people.ts";
import { testDatabase } from "#test/support/test-database.ts";
import { lettersCases } from "./letters.cases.ts";

const database = testDatabase();

lettersCases(async () => dynamoLetters(database().client, await database().makeTable("letters")));

test("in a transaction a letter is written with it, and cancels it where the letter is there already", async () => {
  const { client, makeTable } = database();
  const table = await makeTable("letters");
  const write = (...puts: ReturnType<typeof letterPut>[]) =>
    client.send(new TransactWriteItemsCommand({ TransactItems: puts }));

  await write(letterPut(table, letter()));
  const again = write(letterPut(table, letter(contents.decision, 2)), letterPut(table, letter()));

  await expect(again).rejects.toThrow("ConditionalCheckFailed");
  expect((await dynamoLetters(client, table).list(residentId(1))).map((one) => one.letterId)).toEqual([letterId(1)]);
});
