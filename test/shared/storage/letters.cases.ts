import { expect, test } from "vitest";
import type { Letters } from "#shared/storage/letters.ts";
import { contents, letter, letterId } from "#test/support/letters.ts";
import { residentId } from "#test/support/people.ts";

/** What every place of letters has to do. */
export const lettersCases = (make: () => Promise<Letters>): void => {
  test("a letter is read as it was written, by its person and its id", async () => {
    const letters = await make();
    await letters.put(letter());

    expect(await letters.read(residentId(1), letterId(1))).toEqual(letter());
    expect(JSON.stringify(await letters.read(residentId(1), letterId(1)))).toBe(JSON.stringify(letter()));
    expect(await letters.read(residentId(1), letterId(2))).toBeUndefined();
    expect(await letters.read(residentId(2), letterId(1))).toBeUndefined();
  });

  test("a letter that is there is never replaced", async () => {
    const letters = await make();

    const first = await letters.put(letter());
    const second = await letters.put(letter(contents["score-certificate"]));

    expect([first, second]).toEqual([true, false]);
    expect(await letters.read(residentId(1), letterId(1))).toEqual(letter());
  });

  test("a person's letters are listed, the newest first, and nobody else's", async () => {
    const letters = await make();
    await letters.put({ ...letter(contents.decision, 3), issuedAt: "2026-02-28T02:00:00.000Z" });
    await letters.put({ ...letter(contents.decision, 1), issuedAt: "2026-02-28T03:00:00.000Z" });
    await letters.put({ ...letter(contents.decision, 2), issuedAt: "2026-02-28T02:00:00.000Z" });
    await letters.put({ ...letter(contents.decision, 4), residentId: residentId(2) });

    const listed = await letters.list(residentId(1));

    expect(listed.map((one) => one.letterId)).toEqual([letterId(1), letterId(3), letterId(2)]);
    expect(await letters.list(residentId(3))).toEqual([]);
  });
};
