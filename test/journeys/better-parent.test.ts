import { beforeAll, expect, test } from "vitest";
import { intakeOverHttp, workersFacts } from "../support/intake-over-http.ts";
import { type Applicant, servicesOverHttp } from "../support/services-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let services: Awaited<ReturnType<typeof servicesOverHttp>>;

beforeAll(async () => {
  await system.clock("2024-05-06");
  services = await servicesOverHttp(system, await intakeOverHttp(system));
});

test("the better parent's points count for the child, where the terms say so; of each only their own where not", async () => {
  // a mother whom the departments know little of, a father with the points of a worker, and somebody in between
  const [mother, father] = [await services.person({ facts: {} }), await services.person()];
  const single = await services.person({ facts: { education: workersFacts.education } });
  const [theirs, hers] = [await services.family(mother, father), await services.childOfOne(single)];
  const points = new Map<string, number>();
  for (const { residentId, token, path } of [mother, father, single]) {
    points.set(residentId, (await services.ask(200, token, "GET", `${path}/score?asOf=2024-05-24`)).effectiveTotal);
  }
  const onePlace = [{ code: "east", name: { zh: "东溪小学", en: "Dongxi Primary School" }, places: 1 }];
  // the feeds of a journey are soon silent for longer than they promised
  const terms = { offers: onePlace, wishes: 1, previewWorkingDays: 0, notReady: "as-known" };
  const [better, own] = [
    await services.publish({ ...terms, points: "better-parent" }),
    await services.publish({ ...terms, points: "own" }),
  ];

  const filed: Record<string, { readonly who: Applicant; readonly applicationNumber: string }[]> = {};
  for (const programmeId of [better, own]) {
    filed[programmeId] = [];
    for (const [who, child] of [
      [mother, theirs],
      [single, hers],
    ] as const) {
      const { status, body } = await services.apply(who, programmeId, { child });
      expect(status).toBe(201);
      filed[programmeId].push({ who, applicationNumber: body.applicationNumber });
    }
  }
  const clerk = await services.verifier();
  for (const { applicationNumber } of Object.values(filed).flat()) await services.accept(clerk, applicationNumber);
  await system.clock("2024-05-31");
  for (const programmeId of [better, own]) {
    await services.drawSeed(clerk, programmeId);
    expect(await services.settle(clerk, programmeId)).toMatchObject({ state: "listed" });
  }

  const standing = await Promise.all(
    [better, own].map((programmeId) =>
      Promise.all(
        (filed[programmeId] ?? []).map(({ who, applicationNumber }) => services.read(who, applicationNumber)),
      ),
    ),
  );
  const entries = await Promise.all(
    standing.flat().map(async ({ applicationNumber }, at) => {
      const { path, token } = [mother, single][at % 2] ?? mother;
      return (await services.ask(200, token, "GET", `${path}/applications/${applicationNumber}/listing-entry`)).entry;
    }),
  );

  const [poor, rich, middle] = [mother, father, single].map(({ residentId }) => points.get(residentId) ?? 0);
  expect([poor, middle, rich]).toEqual([poor, middle, rich].toSorted((one = 0, other = 0) => one - other));
  expect(new Set([poor, middle, rich]).size).toBe(3);
  expect(standing).toMatchObject([
    [{ frozen: { residentId: father.residentId, total: rich } }, { frozen: { total: middle } }],
    [{ frozen: { residentId: mother.residentId, total: poor } }, { frozen: { total: middle } }],
  ]);
  expect(entries.map(({ points: ranked, result }) => [ranked, result])).toEqual([
    [rich, "placed"],
    [middle, "no-place"],
    [poor, "no-place"],
    [middle, "placed"],
  ]);
});
