import { type DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { Person } from "#shared/domain/person.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { type Item, text, textIn } from "./attributes.ts";
import { appending } from "./dynamo-residents.ts";
import { cancellations } from "./failed-condition.ts";
import type { Identities, KnownIdentity } from "./identities.ts";
import { nameHash, numberHash } from "./identity-hashes.ts";
import type { IdentityKeys } from "./identity-keys.ts";
import { patiently } from "./patiently.ts";

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

  const find: Identities["find"] = async (identityNumber) => {
    const item = await read(lookupKey(await numberHash(keys, identityNumber)));
    if (!item) return undefined;
    const { residentId, nameHash: registered } = lookupFromItem(item);
    const isNamed: KnownIdentity["isNamed"] = async (name) =>
      registered === undefined || (await nameHash(keys, residentId, name)) === registered;
    return { residentId, isRegistered: registered !== undefined, isNamed };
  };

  return {
    find,

    admit: async (person, residentId) => {
      const known = await find(person.identityNumber);
      if (known) return known;
      const lookup = lookupToItem({ numberHash: await numberHash(keys, person.identityNumber), residentId });
      const identity = identityToItem(residentId, await keys.seal(JSON.stringify(person), residentId));
      const put = (Item: Item) => ({
        Put: { TableName: tables.identities, Item: { ...Item, ...admitted }, ConditionExpression: isNew, ...keyName },
      });
      const TransactItems = [put(lookup), put(identity)];
      try {
        await patiently(() => client.send(new TransactWriteItemsCommand({ TransactItems })));
        return { residentId, isRegistered: false, isNamed: async () => true };
      } catch (cause) {
        // somebody else came first
        const first = cancellations(cause)?.includes("condition") && (await find(person.identityNumber));
        if (first) return first;
        throw new Error("person not admitted", { cause });
      }
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
        Put: {
          TableName: tables.identities,
          Item,
          ConditionExpression: `${isNew} OR (standing = :admitted AND residentId = :residentId)`,
          ExpressionAttributeValues: { ":admitted": admitted.standing, ":residentId": text(residentId) },
          ...keyName,
        },
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

/** What marks somebody who has an id before public security registered them. */
const admitted = { standing: text("admitted") };

const isNew = "attribute_not_exists(#key)";

const keyName = { ExpressionAttributeNames: { "#key": "key" } };

const lookupKey = (numberHash: string): Item => ({ key: text(`lookup#${numberHash}`) });

const identityKey = (residentId: ResidentId): Item => ({ key: text(`resident#${residentId}`) });

interface Lookup {
  readonly numberHash: string;
  /** Absent for whoever is only admitted: what somebody else called them binds nobody. */
  readonly nameHash?: string;
  readonly residentId: ResidentId;
}

const lookupToItem = ({ numberHash, nameHash, residentId }: Lookup): Item => ({
  ...lookupKey(numberHash),
  ...(nameHash !== undefined && { nameHash: text(nameHash) }),
  residentId: text(residentId),
});

const lookupFromItem = (item: Item): Omit<Lookup, "numberHash"> => ({
  ...(item.nameHash && { nameHash: textIn(item, "nameHash") }),
  residentId: textIn(item, "residentId") as ResidentId,
});

const identityToItem = (residentId: ResidentId, sealed: string): Item => ({
  ...identityKey(residentId),
  residentId: text(residentId),
  sealed: text(sealed),
});

const sealedFromItem = (item: Item): string => textIn(item, "sealed");
