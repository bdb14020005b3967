import { beforeAll, expect, test } from "vitest";
import { county, intakeOverHttp, workersFacts } from "../support/intake-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let intake: Awaited<ReturnType<typeof intakeOverHttp>>;
let window: string;

beforeAll(async () => {
  await system.clock("2024-06-30");
  intake = await intakeOverHttp(system);
  window = await system.token("window", { areas: [county] });
});

const score = async (residentId: string) =>
  (await system.api("GET", `/v1/residents/${residentId}/score`, { token: window })).body;

const history = async (residentId: string) =>
  (await system.api("GET", `/v1/residents/${residentId}/score/history`, { token: window })).body.entries;

test("a suspension voids the very next answer, and is recorded without anyone asking", async () => {
  const residentId = await intake.permitHolder();
  await system.quiet();

  await intake.permit(residentId, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-30" });
  const next = await score(residentId);
  await system.quiet();

  expect(next).toMatchObject({ status: "void-suspended", effectiveTotal: 0 });
  expect((await history(residentId))[0]).toMatchObject({
    status: "void-suspended",
    cause: "dossier-changed",
    previous: { status: "effective", effectiveTotal: 69 },
    events: [{ what: "permit-suspended", effectiveOn: "2024-06-30" }],
  });
});

test("a restored permit takes effect without anyone asking", async () => {
  const residentId = await intake.permitHolder();
  await intake.permit(residentId, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-20" });
  await system.quiet();

  await intake.permit(residentId, { type: "restore", eventId: "restore", effectiveOn: "2024-06-30" });
  await system.quiet();

  expect(await score(residentId)).toMatchObject({ status: "effective", effectiveTotal: 69 });
  expect((await history(residentId))[0]).toMatchObject({
    status: "effective",
    cause: "dossier-changed",
    events: [{ what: "permit-restored" }],
  });
});

test("what leaves the points as they are is recorded, and makes no history", async () => {
  const residentId = await intake.permitHolder();
  await system.quiet();
  const before = await history(residentId);

  await intake.report(residentId, "education", workersFacts.education);
  await system.quiet();

  expect(await history(residentId)).toEqual(before);
});
