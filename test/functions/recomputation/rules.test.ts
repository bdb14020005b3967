import { describe, expect, test } from "vitest";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import type { Standards } from "#shared/scoring/standards.ts";
import { changingMonthly } from "#test/support/calendar-people.ts";
import { massWork } from "#test/support/mass-work.ts";
import { registerOfPeople } from "#test/support/register-of-people.ts";
import { aLocalStandard, publish, zhejiang } from "#test/support/standards.ts";

const rules = { work: "rules" } as const;
const province = publish(zhejiang());
const revisedProvince = zhejiang({ code: "zhejiang-revised", effectiveFrom: "2024-07-10" });

/** People recorded under the province's first standard, whose first change of rules is done. */
const settled = async (...areas: readonly string[]) => {
  const register = registerOfPeople("2024-06-30", province);
  const people: ResidentId[] = [];
  for (const area of areas) people.push(await changingMonthly(register, 15, area));
  await massWork(register).run(rules);
  return { register, people };
};

type Register = Awaited<ReturnType<typeof settled>>["register"];
const under = (register: Register, standards: Standards): Register => ({ ...register, standards });

test("a system that has never followed any recomputes everyone once, then nobody until the registry grows", async () => {
  const { register } = await settled("339901", "339905");
  const work = massWork(register);

  expect(await register.jobs.read("rules-1")).toMatchObject({
    work: { of: "rules", registryRevision: 1, areas: ["330000"] },
    state: "done",
    counts: { found: 2, unchanged: 2 },
  });
  expect(await work.plan(rules)).toEqual({ jobId: "rules-1", shards: [] });
});

describe("a second revision of the provincial standard", () => {
  test("that is ahead moves everyone's next change to its first day, and that night brings it into force", async () => {
    const { register, people } = await settled("339901", "339905");
    const revised = under(register, publish(zhejiang(), revisedProvince));
    const work = massWork(revised);

    await work.run(rules);
    const next = await Promise.all(people.map(async (id) => (await register.scores.read(id))?.nextChangeOn));
    register.setToday("2024-07-10");
    await work.run({ work: "night" });

    expect(next).toEqual(["2024-07-10", "2024-07-10"]);
    expect((await register.jobs.read("rules-2"))?.counts).toMatchObject({ found: 2, written: 2, changed: 0 });
    expect((await register.jobs.read("night-2024-07-10"))?.counts).toMatchObject({ found: 2, written: 2, changed: 2 });
    expect(await register.scores.read(people[0] as ResidentId)).toMatchObject({ basis: { registryRevision: 2 } });
  });

  test("that is in force already changes everyone at once", async () => {
    const { register, people } = await settled("339901");
    register.setToday("2024-07-11");
    const work = massWork(under(register, publish(zhejiang(), revisedProvince)));

    await work.run(rules);

    expect((await register.jobs.read("rules-2"))?.counts).toMatchObject({ found: 1, written: 1, changed: 1 });
    expect(await register.scores.read(people[0] as ResidentId)).toMatchObject({ cause: "rules-changed" });
  });
});

describe("a local standard", () => {
  test("concerns the people of its county, and nobody else is read", async () => {
    const { register, people } = await settled("339901", "339905", "339901");
    const work = massWork(under(register, publish(zhejiang(), aLocalStandard())));

    await work.run(rules);

    expect(await register.jobs.read("rules-2")).toMatchObject({
      work: { areas: ["339901"] },
      counts: { found: 2, read: 2, written: 2, changed: 2 },
    });
    expect((await register.scores.read(people[1] as ResidentId))?.basis.registryRevision).toBe(1);
  });

  test("of a city concerns all its counties, and takes in what one of them has put in force besides", async () => {
    const { register } = await settled("339901", "339905", "338801");
    const city = aLocalStandard({ layer: "city", code: "sample-city", area: "339900" });
    const work = massWork(under(register, publish(zhejiang(), aLocalStandard(), city)));

    await work.run(rules);

    expect(await register.jobs.read("rules-3")).toMatchObject({ work: { areas: ["339900"] }, counts: { found: 2 } });
  });

  test("is new wherever it stands among the registry's files", async () => {
    const { register } = await settled("339901", "339905");
    const work = massWork(under(register, publish(aLocalStandard(), zhejiang())));

    await work.run(rules);

    expect(await register.jobs.read("rules-2")).toMatchObject({ work: { areas: ["339901"] } });
  });

  test("is followed again by the next change, where the first was stopped before its end", async () => {
    const { register } = await settled("339901", "339902");
    const one = publish(zhejiang(), aLocalStandard());
    const both = publish(zhejiang(), aLocalStandard(), aLocalStandard({ code: "another-county", area: "339902" }));
    await massWork(under(register, one)).plan(rules);

    await massWork(under(register, both)).run(rules);

    expect(await register.jobs.read("rules-3")).toMatchObject({
      work: { areas: ["339901", "339902"] },
      counts: { found: 2, changed: 2 },
    });
  });
});

test("a worker whose program doesn't know the new rules yet fails instead of calling everyone right", async () => {
  const { register } = await settled("339901");
  const revised = massWork(under(register, publish(zhejiang(), aLocalStandard())));
  const { shards } = await revised.plan(rules);

  for (const task of shards) await expect(massWork(register).work(task)).rejects.toThrow("knows revision 1");

  expect(await register.jobs.readShards("rules-2")).toEqual([]);
});

test("a registry that was rolled back is followed already", async () => {
  const { register } = await settled("339901");
  await massWork(under(register, publish(zhejiang(), aLocalStandard()))).run(rules);

  expect(await massWork(register).plan(rules)).toEqual({ jobId: "rules-1", shards: [] });
});

test("a registry that was followed with other standards of the same number is refused aloud", async () => {
  const { register } = await settled("339901");
  const edited = massWork(under(register, publish(revisedProvince)));

  await expect(edited.plan(rules)).rejects.toThrow("registry revision 1 was put in force with other standards");
});
