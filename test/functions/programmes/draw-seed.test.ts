import { expect, test } from "vitest";
import type { Caller } from "#shared/contract/endpoint.ts";
import { ada, anybody, programmeOffice, ruth, vera } from "#test/support/programme-office.ts";

const published = async (today = "2024-05-27") => {
  const office = programmeOffice();
  const { programmeId, digest } = await office.draft(ruth);
  await office.publish(ada, programmeId, digest);
  office.clock.today = today;
  return { office, programmeId };
};

test("the department draws the seed when nobody can apply any more, and everybody sees it", async () => {
  const { office, programmeId } = await published("2024-05-25");

  expect(await office.drawSeed(vera, programmeId, "1 2 3")).toMatchObject({
    status: 200,
    state: "published",
    seed: { seed: "1 2 3", source: "draw 2024059" },
  });
  expect((await office.read(anybody, programmeId)).programme.seed.seed).toBe("1 2 3");
});

test("while one can apply there is no seed", async () => {
  const { office, programmeId } = await published("2024-05-24");

  expect(await office.drawSeed(vera, programmeId)).toEqual({ refused: "programme-too-early", from: "2024-05-25" });
});

test("nobody draws again until they like it", async () => {
  const { office, programmeId } = await published();
  await office.drawSeed(vera, programmeId, "1 2 3");

  expect(await office.drawSeed(vera, programmeId, "4 5 6")).toEqual({ refused: "seed-drawn-before" });
  expect((await office.programmes.read(programmeId))?.seed?.seed).toBe("1 2 3");
});

const others: readonly [says: string, caller: Caller, refused: string][] = [
  ["another department", { ...vera, department: "housing" }, "department-not-allowed"],
  ["a token that names none", { ...vera, department: undefined }, "department-not-allowed"],
  ["another county", { ...vera, areas: ["339902"] }, "area-not-allowed"],
];

test.each(others)("%s draws none", async (_, caller, refused) => {
  const { office, programmeId } = await published();

  expect(await office.drawSeed(caller, programmeId)).toMatchObject({ refused });
  expect((await office.programmes.read(programmeId))?.seed).toBeUndefined();
});
