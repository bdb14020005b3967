import { beforeAll, expect, test } from "vitest";
import { intakeOverHttp } from "../support/intake-over-http.ts";
import { settlementOverHttp } from "../support/settlement-over-http.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let welfare: Awaited<ReturnType<typeof settlementOverHttp>>;

beforeAll(async () => {
  await system.clock("2024-05-06");
  welfare = await settlementOverHttp(system, await intakeOverHttp(system), "civil-affairs");
});

test("all who tie for the last place get in where the terms say so, and nobody behind them", async () => {
  const holiday = { code: "holiday", name: { zh: "疗休养", en: "Holidays" }, places: 2 };
  const programmeId = await welfare.publish({
    ...{ service: "welfare", wishes: 1, offers: [holiday] },
    ...{ tieBreaks: [], allTiedIn: true },
  });
  const filed = await welfare.fileAll(
    programmeId,
    [50, 30, 30, 30, 10].map((months) => ({ months, wishes: ["holiday"] })),
  );
  await system.quiet();

  const { listingId } = await welfare.cutOff(programmeId);
  const entries = await welfare.entries(listingId);
  await welfare.begin("2024-06-08");

  expect(entries.map(({ place, result }) => [place, result])).toEqual([
    [1, "placed"],
    [2, "placed"],
    [2, "placed"],
    [2, "placed"],
    [5, "no-place"],
  ]);
  expect((await welfare.standing(filed)).map(({ state }) => state)).toEqual([
    ...Array.from({ length: 4 }, () => "granted"),
    "not-granted",
  ]);
});
