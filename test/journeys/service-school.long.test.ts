import { beforeAll, expect, test } from "vitest";
import { intakeOverHttp } from "../support/intake-over-http.ts";
import { type Filed, settlementOverHttp } from "../support/settlement-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem();
let education: Awaited<ReturnType<typeof settlementOverHttp>>;

const school = (code: string, places: number) => ({ code, name: { zh: `${code}小学`, en: `${code} School` }, places });

beforeAll(async () => {
  await system.clock("2024-05-06");
  education = await settlementOverHttp(system, await intakeOverHttp(system), "education");
});

test("200 children apply for two schools: ranked, previewed, listed, objected to, corrected, granted, handed over, and a second round", async () => {
  const programmeId = await education.publish({
    ...{ beneficiary: "child", childBorn: { from: "2017-09-01", through: "2018-08-31" } },
    ...{ offers: [school("east", 80), school("west", 130)], wishes: 2, previewWorkingDays: 3 },
    secondRound: { opensOn: "2024-06-10", closesOn: "2024-06-28", cutOffOn: "2024-07-01" },
  });
  // a hundred couples with two children each; each parent files for one, and five in a row have the same points
  const couples = Array.from({ length: 100 }, (_, at) => 2 + Math.floor(at / 5) * 2);
  const filed = (
    await education.someAtOnce(couples, async (months): Promise<readonly Filed[]> => {
      const wishes = months % 4 === 0 ? ["east", "west"] : ["west", "east"];
      const [one, other] = [await education.worker({ months }), await education.worker({ months })];
      const [elder, younger] = [await education.family(one, other), await education.child(one, other, "2018-04-02")];
      return [
        await education.file(one, programmeId, { wishes, child: elder }),
        await education.file(other, programmeId, { wishes: wishes.slice(0, 1), child: younger }),
      ];
    })
  ).flat();
  await system.quiet();

  const previewed = await education.cutOff(programmeId);
  const { listingId } = previewed;
  const hidden = await system.api("GET", `/v1/listings/${listingId}`);

  expect(previewed.state).toBe("preview");
  expect(hidden.status).toBe(404);

  await education.begin("2024-06-06");
  const { listingId: listed, state } = await education.settled(programmeId);
  const entries = await education.entries(listed);
  const [first] = entries;
  if (!first) throw new Error("a listing of 200 has a first entry");

  expect([state, listed]).toEqual(["listed", listingId]);
  expect(entries.map(({ position }) => position)).toEqual(filed.map((_, at) => at + 1));
  expect(new Set(entries.map(({ applicationNumber }) => applicationNumber))).toEqual(
    new Set(filed.map(({ applicationNumber }) => applicationNumber)),
  );
  const points = entries.map((entry) => entry.points ?? 0);
  expect(points).toEqual(points.toSorted((one, other) => other - one));
  // ten at a time have the same points, and no two the same place
  expect(new Set(points).size).toBeLessThan(100);
  expect(entries.map(({ place }) => place)).toEqual(entries.map(({ position }) => position));
  const placedAt = (offer: string) => entries.filter((entry) => entry.offer === offer).length;
  expect([placedAt("east"), placedAt("west")].every((placed, at) => placed <= ([80, 130][at] ?? 0))).toBe(true);

  // the first one is objected to, and left out
  const objections = `/v1/listings/${listed}/objections`;
  const objector = filed[0]?.who;
  const objected = await education.ask(201, objector?.token ?? "", "POST", objections, {
    ...{ applicationNumber: first.applicationNumber, reason: "they have moved away" },
  });
  const objection = `${objections}/${objected.objectionId}`;
  await education.ask(200, education.colleague, "POST", `${objection}/assignment`);
  await education.ask(200, education.colleague, "POST", `${objection}/decision`, {
    ...{ outcome: "upheld", entry: "leave-out", reason: "moved away before the cut-off", clause: "四(三)" },
  });
  await system.quiet();
  const corrected = await education.entries(listed);

  expect(corrected.find((one) => one.applicationNumber === first.applicationNumber)).toMatchObject({
    ...{ result: "left-out", points: null },
  });

  // one gives the place back after the grant: the next in rank moves up
  await education.begin("2024-06-18");
  const final = await education.settled(programmeId);
  const before = await education.handedOver(programmeId);
  const placed = filed.find(({ applicationNumber }) =>
    corrected.some((one) => one.applicationNumber === applicationNumber && one.offer === "east"),
  );
  if (!placed) throw new Error("somebody is placed");
  await education.acknowledge(programmeId, before.last);
  await education.withdraw(placed);
  await system.quiet();
  const after = await education.handedOver(programmeId, before.last);

  expect([final.state, final.round]).toEqual(["published", 2]);
  expect((await system.api("GET", `/v1/listings/${listed}`)).status).toBe(410);
  expect(before.results.filter(({ result }: { result: string }) => result === "granted")).toHaveLength(
    corrected.filter(({ result }) => result === "placed").length,
  );
  expect(after.acknowledged).toBe(before.last);
  expect(after.results).toMatchObject([
    { applicationNumber: placed.applicationNumber, result: "cancelled", corrects: true },
    { result: "granted", offer: "east", corrects: true },
  ]);
  const replayed = await education.handedOver(programmeId);
  expect(replayed.results.slice(0, before.last)).toEqual(before.results);

  // what was left is applied for, ranked and listed by itself
  const [late, partner] = [await education.worker({ months: 40 }), await education.worker({ months: 40 })];
  const second = await education.file(late, programmeId, {
    ...{ wishes: ["east", "west"], child: await education.family(late, partner) },
  });
  await education.cutOff(programmeId, "2024-07-01");
  await education.begin("2024-07-05");
  const again = await education.settled(programmeId);

  expect([again.state, again.round]).toEqual(["listed", 2]);
  // the east school is full, whoever has more points
  expect(await education.entries(again.listingId)).toMatchObject([
    { applicationNumber: second.applicationNumber, result: "placed", offer: "west" },
  ]);
});
