import { readFile, stat, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { fileIdentityKeys } from "#shared/storage/file-identity-keys.ts";
import { residentId } from "#test/support/people.ts";
import { newKeyFile, testIdentityKeys } from "#test/support/test-identity-keys.ts";
import { identityKeysCases } from "./identity-keys.cases.ts";

identityKeysCases(testIdentityKeys);

test("keys are generated once, for the owner alone, and found again", async () => {
  const file = await newKeyFile();
  const sealed = await fileIdentityKeys(file).seal("山雨", residentId(1));
  const before = await readFile(file, "utf8");

  const opened = await fileIdentityKeys(file).open(sealed, residentId(1));

  expect(opened).toBe("山雨");
  expect(await readFile(file, "utf8")).toBe(before);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test("workers that start at once end up with the same keys", async () => {
  const file = await newKeyFile();

  const hashes = await Promise.all(Array.from({ length: 8 }, () => fileIdentityKeys(file).lookup("one")));

  expect(new Set(hashes).size).toBe(1);
});

test("a file that holds no keys is a fault that names it, and is left alone", async () => {
  const file = await newKeyFile();
  await writeFile(file, '{"sealing":"short","lookup":"short"}');

  await expect(fileIdentityKeys(file).lookup("one")).rejects.toThrow(`no identity keys in ${file}`);
  expect(await readFile(file, "utf8")).toContain("short");
});

test("once the file is right, the same keys object finds it", async () => {
  const [file, right] = [await newKeyFile(), await newKeyFile()];
  const expected = await fileIdentityKeys(right).lookup("one");
  await writeFile(file, "nothing");
  const keys = fileIdentityKeys(file);
  await expect(keys.lookup("one")).rejects.toThrow();

  await writeFile(file, await readFile(right));

  expect(await keys.lookup("one")).toBe(expected);
});
