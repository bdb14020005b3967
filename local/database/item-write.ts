import { checkedRequest } from "./checked-request.ts";
import { actionOf, dynalite, validationOf } from "./dynalite.ts";
import type { Item } from "./item.ts";
import { keyspace } from "./keyspace.ts";
import type { Level } from "./level.ts";
import { type Performed, perform } from "./perform.ts";
import { tableNamed } from "./table.ts";
import { isWireError, wireError } from "./wire-error.ts";

export interface ItemWrite {
  /** Where the item lies, or nothing when its key does not fit the table. */
  readonly placeIn: (level: Level) => string | undefined;
  readonly perform: (level: Level) => Promise<Performed>;
}

interface WriteRequest {
  readonly TableName: string;
  /** A put names its item, every other write a key. */
  readonly Item?: Item;
  readonly Key?: Item;
  readonly ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE";
}

const onConditionFailure = {
  ReturnValuesOnConditionCheckFailure: { type: "String", enum: ["ALL_OLD", "NONE"] },
} as const;

/** Checks a write of one item, to be performed alone or in a transaction. */
export const itemWrite = (name: "putItem" | "updateItem" | "deleteItem"): ((request: object) => ItemWrite) => {
  const action = actionOf(name);
  const { types, custom } = validationOf(name);
  const validation = { types: { ...types, ...onConditionFailure }, custom };

  return (request) => {
    const write = checkedRequest<WriteRequest>(request, validation);
    const placeIn = (level: Level) => placeOf(level, write);
    return {
      placeIn,
      perform: async (level) => {
        try {
          return await perform(level, action, write);
        } catch (error) {
          const isAsked = write.ReturnValuesOnConditionCheckFailure === "ALL_OLD";
          if (!isAsked || !isWireError(error, "ConditionalCheckFailedException")) throw error;
          const Item = level.getSync(placeIn(level) ?? "");
          throw wireError("ConditionalCheckFailedException", error.message, Item ? { Item } : {});
        }
      },
    };
  };
};

const placeOf = (level: Level, { TableName, Item, Key = {} }: WriteRequest): string | undefined => {
  const table = tableNamed(level, TableName);
  const invalid = Item ? dynalite.validateItem(Item, table) : dynalite.validateKey(Key, table);
  return invalid ? undefined : keyspace.itemsOf(TableName) + dynalite.createKey(Item ?? Key, table);
};
