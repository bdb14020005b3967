import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { patiently } from "#shared/storage/patiently.ts";

/** Fails so often, then answers how often it was called. */
const failing = (times: number, fault: Error) => {
  let calls = 0;
  return async (): Promise<number> => {
    calls += 1;
    if (calls <= times) throw fault;
    return calls;
  };
};

const meta = { $metadata: {}, message: "" };
const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({ ...meta, CancellationReasons: codes.map((Code) => ({ Code })) });

test.each([
  ["a transaction holds the item", new TransactionConflictException(meta)],
  ["another transaction was faster", cancelled("None", "TransactionConflict")],
  ["the table is throttled", cancelled("ThrottlingError", "None")],
])("while %s, it is sent again", async (_, fault) => {
  expect(await patiently(failing(2, fault))).toBe(3);
});

test("an item that stays busy is a fault after a few times", async () => {
  const fault = new TransactionConflictException(meta);

  await expect(patiently(failing(5, fault))).rejects.toBe(fault);
});

test.each([
  ["a condition", new ConditionalCheckFailedException(meta)],
  ["a condition in a transaction", cancelled("ConditionalCheckFailed", "TransactionConflict")],
  ["a bad request", cancelled("ValidationError", "None")],
  ["anything else", new Error("broken")],
])("what failed by %s is not sent again", async (_, fault) => {
  await expect(patiently(failing(1, fault))).rejects.toBe(fault);
});
