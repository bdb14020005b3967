import { type DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { Person } from "#shared/domain/person.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { type Item, text, textIn } from "./attributes.ts";
import { appending } from "./dynamo-residents.ts";
import { cancellations } from "./failed-condition.ts";
import type { Identities } from "./identities.ts";
import { nameHash, numberHash } from "./identity-hashes.ts";
import type { IdentityKeys } from "./identity-keys.ts";

export const dynamoIdentities = (
  client: DynamoDBClient,
  tables: { readonly identities: string; readonly residents: string },
  keys: IdentityKeys,
): Identities => {
  const read = async (key: Item): Promise<Item | undefined> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tables.identities, Key: key, ConsistentRead: true }),
    );
    return Item;
  };

  return {
    find: async (identityNumber) => {
      const item = await read(lookupKey(await numberHash(keys, identityNumber)));
      if (!item) return undefined;
      const { residentId, nameHash: registered } = lookupFromItem(item);
      return { residentId, isNamed: async (name) => (await nameHash(keys, residentId, name)) === registered };
    },

    register: async (person, dossier, recorded) => {
      const { residentId } = dossier;
      const lookup = lookupToItem({
        numberHash: await numberHash(keys, person.identityNumber),
        nameHash: await nameHash(keys, residentId, person.name),
        residentId,
      });
      const identity = identityToItem(residentId, await keys.seal(JSON.stringify(person), residentId));
      const put = (Item: Item) => ({
        Put: { TableName: tables.identities, Item, ConditionExpression: "attribute_not_exists(#key)", ...keyName },
      });
      const TransactItems = [put(lookup), put(identity), ...appending(tables.residents, dossier, recorded)];
      try {
        await client.send(new TransactWriteItemsCommand({ TransactItems }));
        return "registered";
      } catch (cause) {
        const [ofLookup = "none"] = cancellations(cause) ?? [];
        if (ofLookup === "none") throw new Error("resident not registered", { cause });
        // another registration of the same number came first, or is coming
        return "known";
      }
    },

    read: async (residentId) => {
      const item = await read(identityKey(residentId));
      return item && (JSON.parse(await keys.open(sealedFromItem(item), residentId)) as Person);
    },
  };
};

const keyName = { ExpressionAttributeNames: { "#key": "key" } };

const lookupKey = (numberHash: string): Item => ({ key: text(`lookup#${numberHash}`) });

const identityKey = (residentId: ResidentId): Item => ({ key: text(`resident#${residentId}`) });

interface Lookup {
  readonly numberHash: string;
  readonly nameHash: string;
  readonly residentId: ResidentId;
}

const lookupToItem = ({ numberHash, nameHash, residentId }: Lookup): Item => ({
  ...lookupKey(numberHash),
  nameHash: text(nameHash),
  residentId: text(residentId),
});

const lookupFromItem = (item: Item): Omit<Lookup, "numberHash"> => ({
  nameHash: textIn(item, "nameHash"),
  residentId: textIn(item, "residentId") as ResidentId,
});

const identityToItem = (residentId: ResidentId, sealed: string): Item => ({
  ...identityKey(residentId),
  sealed: text(sealed),
});

const sealedFromItem = (item: Item): string => textIn(item, "sealed");
