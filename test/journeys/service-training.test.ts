import { beforeAll, expect, test } from "vitest";
import { intakeOverHttp } from "../support/intake-over-http.ts";
import { settlementOverHttp } from "../support/settlement-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let hrss: Awaited<ReturnType<typeof settlementOverHttp>>;

beforeAll(async () => {
  await system.clock("2024-05-06");
  hrss = await settlementOverHttp(system, await intakeOverHttp(system), "hrss");
});

test("courses are given out by tiers of points, each with places of its own", async () => {
  const tier = (code: string, from: number, places: number) => ({ code, name: { zh: code, en: code }, from, places });
  const programmeId = await hrss.publish({
    ...{ service: "skills-training", wishes: 1 },
    offers: [{ code: "welding", name: { zh: "焊工班", en: "Welding" }, places: null }],
    tiers: [tier("upper", 60, 1), tier("middle", 45, 2)],
    tieBreaks: [{ by: "applied-earlier" }],
  });
  // three in the upper tier, two in the middle one, one in none
  const filed = await hrss.fileAll(
    programmeId,
    [54, 52, 50, 24, 22, 2].map((months) => ({ months, wishes: ["welding"] })),
  );
  await system.quiet();

  const { listingId } = await hrss.cutOff(programmeId);
  const entries = await hrss.entries(listingId);
  await hrss.begin("2024-06-08");

  expect(entries.map(({ applicationNumber }) => applicationNumber)).toEqual(
    filed.map(({ applicationNumber }) => applicationNumber),
  );
  expect(entries.map(({ result, tier: got }) => [result, got ?? null])).toEqual([
    ["placed", "upper"],
    ["no-place", null],
    ["no-place", null],
    ["placed", "middle"],
    ["placed", "middle"],
    ["below-threshold", null],
  ]);
  expect((await hrss.standing(filed)).map(({ state }) => state)).toEqual([
    "granted",
    "not-granted",
    "not-granted",
    "granted",
    "granted",
    "not-granted",
  ]);
});
