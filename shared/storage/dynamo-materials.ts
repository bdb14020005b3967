import { type DynamoDBClient, GetItemCommand, PutItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import type { Material, MaterialPlace } from "#shared/domain/material.ts";
import { type Item, json, jsonIn, text, textIn, whole } from "./attributes.ts";
import { failedCondition } from "./failed-condition.ts";
import type { Materials } from "./materials.ts";
import { pagesOf } from "./pages.ts";
import { shardOf } from "./shards.ts";

export const dynamoMaterials = (client: DynamoDBClient, TableName: string): Materials => {
  const pageOf = pagesOf(client, TableName);

  const write = async (material: Material, condition: object): Promise<boolean> => {
    try {
      await client.send(new PutItemCommand({ TableName, Item: toItem(material), ...condition }));
      return true;
    } catch (cause) {
      if (failedCondition(cause)) return false;
      throw new Error("material not stored", { cause });
    }
  };

  return {
    read: async (residentId, materialId) => {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: keyOf({ residentId, materialId }), ConsistentRead: true }),
      );
      return Item && fromItem(Item);
    },

    ofResident: async (residentId) => {
      const materials: Material[] = [];
      const query = {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "residentId = :residentId",
        ExpressionAttributeValues: { ":residentId": text(residentId) },
      };
      for await (const { Items = [] } of paginateQuery({ client }, query)) materials.push(...Items.map(fromItem));
      return materials;
    },

    put: (material) => write(material, { ConditionExpression: "attribute_not_exists(residentId)" }),

    replace: (material) =>
      write(material, {
        ConditionExpression: "version = :before",
        ExpressionAttributeValues: { ":before": whole(material.version - 1) },
      }),

    due: (shard, through, request) =>
      pageOf(
        {
          keyName: "dayPlace",
          places,
          startAt: (place) => ({ shard: text(shard), dayPlace: text(place), ...keyOf(placeIn(place)) }),
          IndexName: "byDay",
          KeyConditionExpression: "#shard = :shard AND dayPlace < :after",
          ExpressionAttributeNames: { "#shard": "shard" },
          // "$" comes right after "#": all of that day, nothing of the next
          ExpressionAttributeValues: { ":shard": text(shard), ":after": text(`${through}$`) },
        },
        request,
        (item) => placeIn(textIn(item, "dayPlace")),
      ),
  };
};

const keyOf = ({ residentId, materialId }: MaterialPlace): Item => ({
  residentId: text(residentId),
  materialId: text(materialId),
});

const toItem = (material: Material): Item => {
  const { residentId, materialId, deleteOn, version } = material;
  return {
    ...keyOf(material),
    version: whole(version),
    material: json(material),
    ...(deleteOn !== undefined && {
      shard: text(shardOf(residentId)),
      dayPlace: text(`${deleteOn}#${residentId}#${materialId}`),
    }),
  };
};

const fromItem = (item: Item): Material => jsonIn(item, "material");

const places = /^\d{4}-\d\d-\d\d#r-[0-9a-z]{26}#e-[0-9a-z]{26}$/;

/** What the program itself has written: `<day>#<residentId>#<materialId>`. */
const placeIn = (dayPlace: string): MaterialPlace => {
  const [, residentId, materialId] = dayPlace.split("#");
  return { residentId, materialId } as MaterialPlace;
};
