import { beforeAll, expect, test } from "vitest";
import { intakeOverHttp } from "../support/intake-over-http.ts";
import { settlementOverHttp } from "../support/settlement-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let housing: Awaited<ReturnType<typeof settlementOverHttp>>;

beforeAll(async () => {
  await system.clock("2024-05-06");
  housing = await settlementOverHttp(system, await intakeOverHttp(system), "housing");
});

test("homes to rent go to everyone whose points reach the threshold, and to nobody below it", async () => {
  const terms = {
    service: "rental-housing",
    threshold: 55,
    wishes: 1,
    tieBreaks: [],

    allTiedIn: true,
  };
  const estate = { code: "estate", name: { zh: "云岫人才公寓", en: "Yunxiu Flats" }, places: null };
  const programmeId = await housing.publish({ ...terms, offers: [estate] });
  const filed = await housing.fileAll(
    programmeId,
    [10, 30, 50, 30].map((months) => ({ months, wishes: ["estate"], proof: "no-home-statement" })),
  );
  await system.quiet();

  const { listingId, state } = await housing.cutOff(programmeId);
  const entries = await housing.entries(listingId);
  await housing.begin("2024-06-08");
  const standing = await housing.standing(filed);

  expect(state).toBe("listed");
  const points = entries.map((entry) => entry.points ?? 0);
  expect(points).toEqual(points.toSorted((one, other) => other - one));
  expect(entries.map(({ result }) => result)).toEqual(points.map((one) => (one >= 55 ? "placed" : "below-threshold")));
  expect(new Set(entries.map(({ result }) => result)).size).toBe(2);
  expect(standing.map((one) => one.state)).toEqual(
    filed.map(({ applicationNumber }) =>
      entries.find((one) => one.applicationNumber === applicationNumber)?.result === "placed"
        ? "granted"
        : "not-granted",
    ),
  );
  expect((await housing.handedOver(programmeId)).last).toBe(4);
});
