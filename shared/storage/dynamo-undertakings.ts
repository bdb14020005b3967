import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Undertaking, UndertakingVersion } from "#shared/domain/undertaking.ts";
import { type Item, json, jsonIn, text } from "./attributes.ts";
import { failedCondition } from "./failed-condition.ts";
import type { Undertakings } from "./undertakings.ts";

/** They lie in the table of reviews, with everything else of the person. */
export const dynamoUndertakings = (client: DynamoDBClient, TableName: string): Undertakings => {
  const read: Undertakings["read"] = async (residentId, version) => {
    const Key = keyOf(residentId, version);
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    return Item && jsonIn<Undertaking>(Item, "undertaking");
  };

  return {
    read,

    record: async (undertaking) => {
      const { residentId, version } = undertaking;
      const Item = { ...keyOf(residentId, version), undertaking: json(undertaking) };
      try {
        const ConditionExpression = "attribute_not_exists(residentId)";
        await client.send(new PutItemCommand({ TableName, Item, ConditionExpression }));
        return { undertaking, isNew: true };
      } catch (cause) {
        const standing = failedCondition(cause) && (await read(residentId, version));
        if (standing) return { undertaking: standing, isNew: false };
        throw new Error("undertaking not recorded", { cause });
      }
    },
  };
};

const keyOf = (residentId: ResidentId, version: UndertakingVersion): Item => ({
  residentId: text(residentId),
  item: text(`undertaking#${version}`),
});
