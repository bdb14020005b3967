import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { CreateTableCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { startDatabase } from "#local/database/start-database.ts";
import { startStreamPump } from "#local/stream-pump/start-stream-pump.ts";
import { eventually, n, s, scratchDefinition } from "../database/contract/scratch-table.ts";
import { clientOf, scratchDirectory } from "../database/embedded.ts";
import { deliveredIn, done, plainMapping } from "./feed-records.ts";

const residents = ["r1", "r2", "r3", "r4", "r5", "r6"];
const versions = [1, 2, 3, 4, 5];

describe("what goes down", () => {
  const directory = scratchDirectory();
  const databaseIn = async (port = 0) => {
    const database = await startDatabase({ directory: join(directory(), "database"), port });
    return { ...database, client: clientOf(database.endpoint) };
  };
  const writeTo = (client: ReturnType<typeof clientOf>, residentId: string, version: number) => {
    const Item = { residentId: s(residentId), item: s("current"), version: n(version) };
    return client.send(new PutItemCommand({ TableName: plainMapping.tableName, Item }));
  };

  /** What a pump hands over before it dies, or until nothing new is left. */
  const deliveredUntilDeath = async (
    endpoint: string,
    diesBefore: "work" | "checkpoint",
    before: ReadonlySet<string>,
  ): Promise<readonly string[]> => {
    const script = fileURLToPath(new URL("pump-process.ts", import.meta.url));
    const child = spawn(process.execPath, [script, endpoint, join(directory(), "checkpoints.json"), "6", diesBefore], {
      stdio: ["ignore", "pipe", "inherit"],
      // where something is lost it would wait for ever
      timeout: 15_000,
      killSignal: "SIGKILL",
    });
    const closed = once(child, "close");
    const names: string[] = [];
    for await (const name of createInterface(child.stdout)) {
      names.push(name);
      if (new Set([...before, ...names]).size === residents.length * versions.length) child.kill("SIGKILL");
    }
    await closed;
    return names;
  };

  test("a pump killed in a batch, or between it and its checkpoint, loses nothing and mixes up nobody's order", async () => {
    const database = await databaseIn();
    await database.client.send(new CreateTableCommand({ TableName: plainMapping.tableName, ...scratchDefinition }));
    for (const version of versions) await Promise.all(residents.map((each) => writeTo(database.client, each, version)));

    const lives: (readonly string[])[] = [];
    let seen = new Set<string>();
    while (seen.size < residents.length * versions.length && lives.length < 12) {
      const diesBefore = lives.length % 2 === 0 ? "work" : "checkpoint";
      lives.push(await deliveredUntilDeath(database.endpoint, diesBefore, seen));
      seen = new Set(lives.flat());
    }

    expect(lives.length).toBeGreaterThan(1);
    for (const resident of residents) {
      let reached = 0;
      for (const life of lives) {
        const mine = life.filter((name) => name.startsWith(`${resident} `)).map((name) => Number(name.split("#")[1]));
        if (mine.length === 0) continue;
        const [first = 0] = mine;
        expect(first).toBeLessThanOrEqual(reached + 1);
        expect(mine).toEqual(mine.map((_, index) => first + index));
        reached = Math.max(reached, first + mine.length - 1);
      }
      expect(reached).toBe(versions.length);
    }
    database.client.destroy();
    await database.close();
  });

  test("a database that was away is read on, from where it was left", async () => {
    const database = await databaseIn();
    const handled: string[] = [];
    const log: string[] = [];
    const pump = await startStreamPump({
      mappings: [plainMapping],
      endpoint: database.endpoint,
      invoke: async (_, event) => {
        handled.push(...deliveredIn(event).map(({ name }) => name));
        return done;
      },
      sendToQueue: async () => undefined,
      checkpointsFile: join(directory(), "other-checkpoints.json"),
      log: (text) => log.push(text),
      pollMs: 5,
    });
    await writeTo(database.client, "r9", 1);
    await eventually(() => handled).toContain("r9 #1");
    handled.length = 0;

    database.client.destroy();
    await database.close();
    await eventually(() => log.join()).toContain("reads again");
    const again = await databaseIn(Number(new URL(database.endpoint).port));
    await writeTo(again.client, "r9", 2);

    await eventually(() => handled).toEqual(["r9 #2"]);
    await pump.stop();
    again.client.destroy();
    await again.close();
  });
});
