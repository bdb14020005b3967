import type { DynamoDBClient, TransactWriteItemsCommand, WriteRequest } from "@aws-sdk/client-dynamodb";
import { takeIn, type Visible } from "#functions/intake/take-in.ts";
import { applyChange } from "#shared/domain/dossier.ts";
import { birthDateIn } from "#shared/domain/identity-number.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { now } from "#shared/runtime/clock.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { dynamoIdentities } from "#shared/storage/dynamo-identities.ts";
import { dynamoResidents } from "#shared/storage/dynamo-residents.ts";
import { fileIdentityKeys } from "#shared/storage/file-identity-keys.ts";
import { writeMany } from "#shared/storage/write-many.ts";
import type { System } from "../system.ts";
import type { Newcomer } from "./newcomer.ts";

/**
 * Intake for people whom nobody else knows of yet: intake's own rules decide on every arrival and the repositories say
 * what is to be written, but what would be five transactions for each is put down in large batches.
 */
export const bulkIntake = ({ database, data, wiring, clock }: System) => {
  const tableOf = (variable: string): string =>
    wiring.functions.map(({ environment }) => environment[variable]).find((name) => name !== undefined) ?? "";
  const tables = { identities: tableOf("IDENTITIES_TABLE"), residents: tableOf("RESIDENTS_TABLE") };
  const keys = fileIdentityKeys(data.identityKeys);

  const takeInAll = async (newcomers: readonly Newcomer[], client: DynamoDBClient): Promise<void> => {
    const identities = dynamoIdentities(client, tables, keys);
    const residents = dynamoResidents(client, tables.residents);
    const receipt = { receivedAt: now(), receivedOn: clock.today(), by: "local-feed" };
    for (const { person, area, arrivals } of newcomers) {
      const residentId = idFrom(await keys.lookup(`generated ${person.identityNumber}`));
      const change = { type: "registered", area, identityBirthDate: birthDateIn(person.identityNumber) } as const;
      const recorded = { residentId, version: 1, change, ...receipt };
      let dossier = applyChange(undefined, recorded);
      await identities.register(person, dossier, recorded);
      for (const arrival of arrivals)
        dossier = (await takeIn(residents, dossier, arrival, { receipt, visible })).dossier;
    }
  };

  return async (newcomers: readonly Newcomer[]): Promise<void> => {
    const collected = collectingClient();
    await takeInAll(newcomers, collected.client);
    await inParallel([...collected.written], 2, ([table, puts]) => writeMany(database, table, [...puts.values()]));
  };
};

/** A client that lets every transaction pass, and keeps what it puts: of one key the last. */
const collectingClient = () => {
  const written = new Map<string, Map<string, WriteRequest>>();
  const send = async ({ input: { TransactItems = [] } }: TransactWriteItemsCommand) => {
    for (const { Put } of TransactItems) {
      if (!Put?.TableName || !Put.Item) throw new Error("only puts can be collected");
      const puts = written.get(Put.TableName) ?? new Map<string, WriteRequest>();
      const { residentId, item, key } = Put.Item;
      puts.set(JSON.stringify([residentId, item, key]), { PutRequest: { Item: Put.Item } });
      written.set(Put.TableName, puts);
    }
    return {};
  };
  return { client: { send } as unknown as DynamoDBClient, written };
};

/** The same person gets the same id in every run. */
const idFrom = (keyedHash: string): ResidentId => {
  const number = BigInt(`0x${Buffer.from(keyedHash, "base64url").toString("hex")}`);
  return ResidentId.parse(`r-${number.toString(36).padStart(50, "0").slice(-26)}`);
};

const visible: Visible = (dossier) => {
  if (!dossier) throw new Error("a generated dossier is gone");
  return dossier;
};
