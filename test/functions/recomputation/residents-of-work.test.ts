import { describe, expect, test } from "vitest";
import { requestRecomputation } from "#functions/recomputation/request-recomputation.ts";
import { residentsOf } from "#functions/recomputation/residents-of-work.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { JobWork } from "#shared/storage/jobs.ts";
import { shards } from "#shared/storage/shards.ts";
import { changingMonthly } from "#test/support/calendar-people.ts";
import { operator } from "#test/support/calls.ts";
import { massWork } from "#test/support/mass-work.ts";
import { area, residentId } from "#test/support/people.ts";
import { registerOfPeople } from "#test/support/register-of-people.ts";

/** Of the people 1 to 14; 4 and 10 share a shard, and so do 8 and 14. */
const areas = [
  ...["339900", "339901", "339902", "339902", "339999", "338801", "330000", "339901"],
  ...["338802", "339901", "338802", "338802", "338802", "339901"],
];

const aRegister = async () => {
  const register = registerOfPeople("2024-06-30");
  for (const code of areas) await changingMonthly(register, 1, code);
  return register;
};

/** Everyone whom the work comes to, in pages of one. */
const found = async (register: ReturnType<typeof registerOfPeople>, work: JobWork): Promise<readonly ResidentId[]> => {
  const all: ResidentId[] = [];
  for (const shard of shards) {
    const pages = residentsOf(register, work, shard);
    let cursor: string | undefined;
    do {
      const page = await pages({ limit: 1, cursor });
      all.push(...page.entries);
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return all.toSorted();
};

const people = (...numbers: readonly number[]): readonly ResidentId[] => numbers.map(residentId);

test.each([
  ["a county's own people", "339901", people(2, 8, 10, 14)],
  ["a city's: its own, and those of all its counties", "339900", people(1, 2, 3, 4, 5, 8, 10, 14)],
  ["the province's: everyone", "330000", people(...areas.map((_, at) => at + 1))],
  ["an area's that nobody is in", "337701", []],
])("of an area: %s", async (_, code, expected) => {
  expect(await found(await aRegister(), { of: "area", area: area(code) })).toEqual(expected);
});

test("of several areas: each one's people, once", async () => {
  const work = { of: "rules", registryRevision: 3, areas: [area("338801"), area("339900")], standards: [] } as const;

  expect(await found(await aRegister(), work)).toEqual(people(1, 2, 3, 4, 5, 6, 8, 10, 14));
});

test("of no area: nobody", async () => {
  expect(await found(await aRegister(), { of: "rules", registryRevision: 2, areas: [], standards: [] })).toEqual([]);
});

describe("while an area is recomputed", () => {
  const move = (register: ReturnType<typeof registerOfPeople>, number: number, to: string) =>
    register.permit(residentId(number), { type: "issue", eventId: "e1", effectiveOn: "2020-07-15", area: to });

  test("one who moves out and one who moves in are right under their new area", async () => {
    const register = await aRegister();
    register.setToday("2024-07-01");
    const work = massWork(register, { pageSize: 1 });
    const request = requestRecomputation(work.parts);
    const { body: job } = await request({
      params: {},
      query: {},
      body: { area: area("339901") },
      caller: operator,
    });
    const { shards: planned } = await work.plan({ jobId: job.jobId });

    for (const [at, task] of planned.entries()) {
      if (at === 3) {
        await move(register, 8, "339902");
        await register.recompute(residentId(8), "dossier-changed");
        await move(register, 3, "339901");
        await register.recompute(residentId(3), "dossier-changed");
      }
      await work.work(task);
    }

    const scores = await Promise.all(people(2, 3, 8).map((id) => register.scores.read(id)));
    expect(scores.map((score) => [score?.area, score?.basis.asOf])).toEqual([
      ["339901", "2024-07-01"],
      ["339901", "2024-07-01"],
      ["339902", "2024-07-01"],
    ]);
  });
});
