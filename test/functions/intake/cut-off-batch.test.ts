import { expect, test } from "vitest";
import type { Residents } from "#shared/storage/residents.ts";
import { bachelor, intake, type Sent } from "#test/support/intake.ts";

/** A register that breaks down after so many changes, until it is repaired. */
const breakingDown = () => {
  let left = Number.POSITIVE_INFINITY;
  return {
    after: (changes: number) => {
      left = changes;
    },
    repaired: () => {
      left = Number.POSITIVE_INFINITY;
    },
    around: (residents: Residents): Residents => ({
      ...residents,
      append: async (...change) => {
        if (left <= 0) throw new Error("cut off");
        left -= 1;
        return residents.append(...change);
      },
    }),
  };
};

const records = (people: readonly string[], sourceVersion: number, education: readonly Sent[] | null) =>
  people.map((residentId) => ({
    kind: "facts",
    residentId,
    recordId: `r${sourceVersion}`,
    sourceVersion,
    facts: { education },
  }));

test("a batch that was cut off goes on when it is sent again, and applies nothing twice", async () => {
  const breakdown = breakingDown();
  const { aResident, feedDays, residents, submit } = await intake(breakdown.around);
  const people = await Promise.all(Array.from({ length: 40 }, () => aResident()));
  breakdown.after(17);
  await expect(submit("education", records(people, 1, [bachelor]))).rejects.toThrow("cut off");
  expect(await feedDays.lastHeard("339901" as never)).toEqual({});
  breakdown.repaired();

  const { status, body } = await submit("education", records(people, 1, [bachelor]));

  const changes = await Promise.all(people.map((person) => residents.readChanges(person)));
  expect(status).toBe(200);
  expect(body).toMatchObject({ state: "accepted", counts: { applied: 23, duplicate: 17, refused: 0 } });
  expect(changes.map((own) => own.length)).toEqual(Array(40).fill(2));
});

test("another batch may not go on in its place", async () => {
  const breakdown = breakingDown();
  const { aResident, submit } = await intake(breakdown.around);
  const people = [await aResident(), await aResident()];
  breakdown.after(1);
  await expect(submit("education", records(people, 1, [bachelor]))).rejects.toThrow("cut off");
  breakdown.repaired();

  await expect(submit("education", records(people, 2, []))).rejects.toMatchObject({ code: "batch-id-reused" });
});

test("a batch that was let through is not held half-way, though what is left of it empties more", async () => {
  const breakdown = breakingDown();
  const { aResident, submit } = await intake(breakdown.around);
  const people = await Promise.all(Array.from({ length: 220 }, () => aResident()));
  await submit("education", records(people, 1, [bachelor]), { batchId: "before" });
  const mostlyFull = [...records(people.slice(11), 2, [bachelor]), ...records(people.slice(0, 11), 2, [])];
  breakdown.after(209);
  await expect(submit("education", mostlyFull)).rejects.toThrow("cut off");
  breakdown.repaired();

  const { status, body } = await submit("education", mostlyFull);

  expect(status).toBe(200);
  expect(body).toMatchObject({ counts: { applied: 11, duplicate: 209 } });
});

test("a release that was cut off goes on when it is asked for again, and can no longer be dropped", async () => {
  const breakdown = breakingDown();
  const { aResident, drop, release, residents, submit } = await intake(breakdown.around);
  const people = await Promise.all(Array.from({ length: 20 }, () => aResident()));
  await submit("education", records(people, 1, [bachelor]), { batchId: "before" });
  await submit("education", records(people, 2, null));
  breakdown.after(5);
  await expect(release("education")).rejects.toThrow("cut off");
  await expect(drop("education")).rejects.toMatchObject({ code: "batch-not-held", details: { state: "releasing" } });
  breakdown.repaired();

  const { body } = await release("education");

  const changes = await Promise.all(people.map((person) => residents.readChanges(person)));
  expect(body).toMatchObject({ state: "released", counts: { applied: 15, duplicate: 5 } });
  expect(changes.map((own) => own.length)).toEqual(Array(20).fill(3));
});

test("a batch whose person is busy is not answered as refused: it can be sent again", async () => {
  let busy = true;
  const { aResident, submit } = await intake((residents) => ({
    ...residents,
    append: async (dossier, ...rest) =>
      busy && dossier.version > 1 ? "overtaken" : residents.append(dossier, ...rest),
  }));
  const people = [await aResident()];
  await expect(submit("education", records(people, 1, [bachelor]))).rejects.toMatchObject({ code: "dossier-busy" });
  busy = false;

  expect((await submit("education", records(people, 1, [bachelor]))).body).toMatchObject({ counts: { applied: 1 } });
});
