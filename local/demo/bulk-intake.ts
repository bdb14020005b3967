import type { WriteRequest } from "@aws-sdk/client-dynamodb";
import { takeIn } from "#functions/intake/take-in.ts";
import { applyChange } from "#shared/domain/dossier.ts";
import { birthDateIn } from "#shared/domain/identity-number.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { now } from "#shared/runtime/clock.ts";
import { inParallel } from "#shared/runtime/in-parallel.ts";
import { dynamoIdentities } from "#shared/storage/dynamo-identities.ts";
import { fileIdentityKeys } from "#shared/storage/file-identity-keys.ts";
import { changeToItem, dossierToItem, seenToItem } from "#shared/storage/resident-items.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { writeMany } from "#shared/storage/write-many.ts";
import type { System } from "../system.ts";
import type { Newcomer } from "./newcomer.ts";

/**
 * Intake for people whom nobody else knows of yet: every arrival is decided on by intake's own rules and leaves the same
 * items, but what has come of all of them is written at once instead of one transaction for each.
 */
export const bulkIntake = ({ database, data, wiring, clock }: System) => {
  const tableOf = (variable: string): string =>
    wiring.functions.map(({ environment }) => environment[variable]).find((name) => name !== undefined) ?? "";
  const residents = tableOf("RESIDENTS_TABLE");
  const tables = { identities: tableOf("IDENTITIES_TABLE"), residents };
  const keys = fileIdentityKeys(data.identityKeys);
  const identities = dynamoIdentities(database, tables, keys);

  return async (newcomers: readonly Newcomer[]): Promise<void> => {
    const receipt = { receivedAt: now(), receivedOn: clock.today(), by: "local-feed" };
    const items = await inParallel(newcomers, 8, async ({ person, area, arrivals }) => {
      const residentId = idFrom(await keys.lookup(`generated ${person.identityNumber}`));
      const change = { type: "registered", area, identityBirthDate: birthDateIn(person.identityNumber) } as const;
      const recorded = { residentId, version: 1, change, ...receipt };
      let dossier = applyChange(undefined, recorded);
      // registered by an earlier run that was stopped before its progress was noted: the same items once more
      await identities.register(person, dossier, recorded);

      const written: WriteRequest[] = [];
      const collecting: Pick<Residents, "append"> = {
        append: async (_, recorded, seen) => {
          written.push({ PutRequest: { Item: changeToItem(recorded) } });
          if (seen) written.push({ PutRequest: { Item: seenToItem(residentId, seen) } });
          return "appended";
        },
      };
      for (const arrival of arrivals) {
        dossier = (await takeIn(collecting as Residents, dossier, arrival, receipt)).dossier;
      }
      return [...written, { PutRequest: { Item: dossierToItem(dossier) } }];
    });
    await writeMany(database, residents, items.flat());
  };
};

/** The same person gets the same id in every run. */
const idFrom = (keyedHash: string): ResidentId => {
  const number = BigInt(`0x${Buffer.from(keyedHash, "base64url").toString("hex")}`);
  return ResidentId.parse(`r-${number.toString(36).padStart(50, "0").slice(-26)}`);
};
