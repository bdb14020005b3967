import { UpdateTimeToLiveCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { eventually, freshKey, n, s, scratchTable } from "./contract/scratch-table.ts";
import { embedded } from "./embedded.ts";

describe("expiry", () => {
  const connect = embedded(() => ({ ttlSweepMs: 20 }));
  const table = scratchTable(connect);
  const inSeconds = (seconds: number) => n(Math.floor(Date.now() / 1000) + seconds);

  beforeAll(async () => {
    await connect().send(
      new UpdateTimeToLiveCommand({
        TableName: table.TableName,
        TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
      }),
    );
  });

  test("an item past its time is deleted, with its index entries", async () => {
    const key = freshKey();
    await table.put({ ...key, shardKey: key.residentId, expiresAt: inSeconds(-2) });

    await eventually(() => table.read(key)).toBeUndefined();
    const entries = () =>
      table.query({
        IndexName: "byShard",
        KeyConditionExpression: "shardKey = :s",
        ExpressionAttributeValues: { ":s": key.residentId },
      });
    await eventually(entries).toEqual([]);
  });

  test.each([
    ["whose time is to come", () => ({ expiresAt: inSeconds(60) })],
    ["without a time", () => ({})],
    ["whose time is no number", () => ({ expiresAt: s("0") })],
    ["whose time is more than five years past", () => ({ expiresAt: n(12) })],
  ])("an item %s stays", async (_, attributes) => {
    const stays = { ...freshKey(), ...attributes() };
    const goes = freshKey();
    await table.put(stays);
    await table.put({ ...goes, expiresAt: inSeconds(-2) });

    await eventually(() => table.read(goes)).toBeUndefined();

    expect(await table.read({ residentId: stays.residentId, item: stays.item })).toEqual(stays);
  });
});
