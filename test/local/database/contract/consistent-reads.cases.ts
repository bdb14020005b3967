import { describe, expect, test } from "vitest";
import { everyRead } from "./every-read.ts";
import { everyWrite } from "./every-write.ts";
import { type Connect, freshKey, n, scratchTable } from "./scratch-table.ts";

export const consistentReads = (connect: Connect) =>
  describe("consistent reads", () => {
    const table = scratchTable(connect);
    const reads = Object.entries(everyRead(connect, table.TableName, true));
    const writes = Object.entries(everyWrite(connect, table.TableName));
    const pairs = writes.flatMap(([written, write]) => reads.map(([as, read]) => ({ as, read, written, write })));

    test.each(pairs)("a $as shows what a $written has just written, and no longer what is deleted", async (pair) => {
      const key = freshKey();

      for (const version of [1, 2, 3]) {
        await pair.write(key, version);
        expect(await pair.read(key)).toEqual({ ...key, version: n(version) });
      }

      await table.remove(key);
      expect(await pair.read(key)).toBeUndefined();
    });
  });
