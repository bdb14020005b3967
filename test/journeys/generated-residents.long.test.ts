import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { generatedResident } from "#local/demo/generated-resident.ts";
import { dayOf } from "#shared/domain/calendar.ts";
import { load } from "../support/interrupted-load.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ keepsData: true, generated: 500 });

test("generated residents go on being loaded after a SIGKILL, and are all there, once", async () => {
  while ((await identityItems()) === 0) await setTimeout(20);
  await system.kill();
  await system.start();
  while (!system.log().includes("generated residents: 500 of 500")) await setTimeout(50);

  expect(await identityItems()).toBe(2 * 500);
});

test("the API knows them as if they had come through it", async () => {
  const { calendarDay } = (await system.local("GET", "/local/status")).body;
  const some = [5, 300, 499].map((number) => generatedResident(1, number, dayOf(calendarDay)));

  const known = await load(system, some);

  for (const [place, { isNew, outcomes, dossierVersion }] of known.entries()) {
    expect(isNew).toBe(false);
    expect(new Set(outcomes)).toEqual(new Set(["duplicate"]));
    expect(dossierVersion).toBe(1 + (some[place]?.arrivals.length ?? 0));
  }
});

const identityItems = async (): Promise<number> => {
  const { tables } = (await system.local("GET", "/local/status")).body;
  return tables.find(({ name }: { readonly name: string }) => name.includes("identities")).items;
};
