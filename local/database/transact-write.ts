import * as z from "zod";
import { parsedRequest } from "./checked-request.ts";
import type { Engine } from "./engine.ts";
import type { Item } from "./item.ts";
import { type ItemWrite, itemWrite } from "./item-write.ts";
import type { Level, Write } from "./level.ts";
import type { Performed } from "./perform.ts";
import { digestOf, isCommitted, rememberToken } from "./request-tokens.ts";
import { refuseTooLarge } from "./transaction-size.ts";
import { isWireError, wireError } from "./wire-error.ts";

const TransactWriteItems = z.strictObject({
  ClientRequestToken: z.string().min(1).max(36).optional(),
  TransactItems: z
    .array(z.record(z.string(), z.looseObject({})))
    .min(1)
    .max(100),
});

type Prepare = (request: object) => ItemWrite;

/** Held against the item like the condition of a deletion, but nothing is written. */
const conditionCheck: Prepare = (request) => {
  const check = itemWrite("deleteItem")(request);
  return { ...check, perform: async (level) => ({ ...(await check.perform(level)), writes: [] }) };
};

const kinds: Readonly<Record<string, { readonly prepare: Prepare; readonly needs: string }>> = {
  Put: { prepare: itemWrite("putItem"), needs: "Item" },
  Update: { prepare: itemWrite("updateItem"), needs: "UpdateExpression" },
  Delete: { prepare: itemWrite("deleteItem"), needs: "Key" },
  ConditionCheck: { prepare: conditionCheck, needs: "ConditionExpression" },
};

/** TransactWriteItems: all or nothing, in one batch that the token is part of. */
export const transactWrite = async ({ level, write }: Engine, request: object): Promise<object> => {
  const { ClientRequestToken: token, TransactItems } = parsedRequest(request, TransactWriteItems);
  const digest = digestOf(TransactItems);
  const operations = TransactItems.map(operationOf);

  return write(async () => {
    if (token !== undefined && isCommitted(level, token, digest)) return { answer: {}, writes: [] };
    refuseSameItemTwice(operations.map(({ placeIn }) => placeIn(level)));
    const writes = await performAll(level, operations);
    return { answer: {}, writes: token === undefined ? writes : [...writes, rememberToken(token, digest)] };
  });
};

const operationOf = (item: Readonly<Record<string, object>>): ItemWrite => {
  const [[name = "", request = {}] = [], ...more] = Object.entries(item);
  const kind = more.length === 0 && Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) throw wireError("ValidationException", `An operation is one of ${Object.keys(kinds).join(", ")}`);
  if (!(kind.needs in request)) throw wireError("ValidationException", `${name} needs ${kind.needs}`);
  return kind.prepare(request);
};

const refuseSameItemTwice = (places: readonly (string | undefined)[]): void => {
  const known = places.filter((place) => place !== undefined);
  if (new Set(known).size === known.length) return;
  throw wireError("ValidationException", "Transaction request cannot include multiple operations on one item");
};

const performAll = async (level: Level, operations: readonly ItemWrite[]): Promise<readonly Write[]> => {
  const outcomes = await Promise.allSettled(operations.map(({ perform }) => perform(level)));
  const reasons = outcomes.map(reasonOf);
  if (reasons.some(({ Code }) => Code !== "None")) {
    const codes = reasons.map(({ Code }) => Code).join(", ");
    const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
    throw wireError("TransactionCanceledException", message, { CancellationReasons: reasons });
  }
  const performed = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.writes] : []));
  refuseTooLarge(performed.flatMap(writtenItem));
  return performed.flat();
};

// the first write is the item, the others are its index entries
const writtenItem = ([item]: readonly Write[]): readonly Item[] => (item?.type === "put" ? [item.value as Item] : []);

interface Reason {
  readonly Code: "None" | "ConditionalCheckFailed" | "ValidationError";
  readonly Message?: string;
  readonly Item?: unknown;
}

/** @throws what does not concern this one operation: an unknown table, or a fault */
const reasonOf = (outcome: PromiseSettledResult<Performed>): Reason => {
  if (outcome.status === "fulfilled") return { Code: "None" };
  const error: unknown = outcome.reason;
  if (isWireError(error, "ValidationException")) return { Code: "ValidationError", Message: error.message };
  if (!isWireError(error, "ConditionalCheckFailedException")) throw error;
  return { Code: "ConditionalCheckFailed", Message: error.message, Item: error.body.Item };
};
