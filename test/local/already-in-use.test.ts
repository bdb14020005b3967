import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { listen } from "#local/listen.ts";
import { openDatabase } from "#local/open-database.ts";

test("a port in use is said to be in use", async () => {
  const first = await listen("127.0.0.1", 0);
  onTestFinished(() => first.close());

  const { port } = new URL(first.url);

  await expect(listen("127.0.0.1", Number(port))).rejects.toThrow(
    `cannot listen on 127.0.0.1:${port}: is another process using it? --port takes another`,
  );
});

test("data in use are said to be in use", async () => {
  const directory = mkdtempSync(join(tmpdir(), "in-use-"));
  const first = await openDatabase(directory);
  onTestFinished(async () => {
    await first.close();
    rmSync(directory, { recursive: true });
  });

  await expect(openDatabase(directory)).rejects.toThrow(/does not open: is another process using it\?/);
});
