import { beforeAll, expect, test } from "vitest";
import { intakeOverHttp } from "../support/intake-over-http.ts";
import { settlementOverHttp } from "../support/settlement-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let education: Awaited<ReturnType<typeof settlementOverHttp>>;

beforeAll(async () => {
  await system.clock("2024-05-06");
  education = await settlementOverHttp(system, await intakeOverHttp(system), "education");
});

test("a permit suspended before the cut-off leaves out; suspended after the listing, it opens the place to the next in rank", async () => {
  const onePlace = [{ code: "east", name: { zh: "东溪小学", en: "Dongxi Primary School" }, places: 1 }];
  const programmeId = await education.publish({ offers: onePlace, wishes: 1 });
  const filed = await education.fileAll(
    programmeId,
    [50, 40, 30].map((months) => ({ months, wishes: ["east"] })),
  );
  const [before, between, next] = filed;
  if (!before || !between || !next) throw new Error("three have applied");
  await system.clock("2024-05-20");
  await education.suspend(before.who, "2024-05-20");
  await system.quiet();

  const { listingId } = await education.cutOff(programmeId);
  const entries = await education.entries(listingId);
  await education.suspend(between.who, "2024-06-01");
  await system.quiet();
  await education.begin("2024-06-08");

  expect(entries.map(({ applicationNumber, result, points }) => [applicationNumber, result, points === null])).toEqual([
    [between.applicationNumber, "placed", false],
    [next.applicationNumber, "no-place", false],
    [before.applicationNumber, "left-out", true],
  ]);
  expect(await education.standing(filed)).toMatchObject([
    { state: "not-granted", reason: "permit-not-valid" },
    { state: "not-granted", reason: "permit-not-valid" },
    { state: "granted", granted: { offer: "east" } },
  ]);
  // the place went to the next before anybody was told otherwise
  const { results } = await education.handedOver(programmeId);
  const last = new Map(
    results.map((one: { applicationNumber: string; result: string }) => [one.applicationNumber, one.result]),
  );
  expect(Object.fromEntries(last)).toEqual({
    [before.applicationNumber]: "not-granted",
    [between.applicationNumber]: "not-granted",
    [next.applicationNumber]: "granted",
  });
});
