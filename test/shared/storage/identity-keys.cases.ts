import { expect, test } from "vitest";
import type { IdentityKeys } from "#shared/storage/identity-keys.ts";
import { residentId } from "#test/support/people.ts";

/** What all identity keys have to do. */
export const identityKeysCases = (make: () => Promise<IdentityKeys>): void => {
  test("what was sealed for a resident opens for them", async () => {
    const keys = await make();

    const sealed = await keys.seal("山雨 339901", residentId(1));

    expect(await keys.open(sealed, residentId(1))).toBe("山雨 339901");
  });

  test("what was sealed for one resident opens for no other", async () => {
    const keys = await make();

    const sealed = await keys.seal("山雨", residentId(1));

    await expect(keys.open(sealed, residentId(2))).rejects.toThrow("identity not opened");
  });

  test("a seal that was changed does not open", async () => {
    const keys = await make();
    const bytes = Buffer.from(await keys.seal("山雨", residentId(1)), "base64");

    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);

    await expect(keys.open(bytes.toString("base64"), residentId(1))).rejects.toThrow("identity not opened");
  });

  test("two seals of the same text differ, so that nobody sees who is the same", async () => {
    const keys = await make();

    const sealed = [await keys.seal("山雨", residentId(1)), await keys.seal("山雨", residentId(1))];

    expect(sealed[0]).not.toBe(sealed[1]);
  });

  test("a lookup gives the same hash for the same text, and another for another", async () => {
    const keys = await make();

    const [one, again, other] = [await keys.lookup("one"), await keys.lookup("one"), await keys.lookup("other")];

    expect(again).toBe(one);
    expect(other).not.toBe(one);
    expect(one).toMatch(/^[\w-]{43}$/);
  });

  test("without the key nobody arrives at the same hash", async () => {
    const [one, other] = [await make(), await make()];

    expect(await one.lookup("one")).not.toBe(await other.lookup("one"));
  });
};
