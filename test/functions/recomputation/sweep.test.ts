import { describe, expect, test } from "vitest";
import { recompute } from "#functions/recomputation/recompute.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { changingMonthly } from "#test/support/calendar-people.ts";
import { massWork } from "#test/support/mass-work.ts";
import { residentId } from "#test/support/people.ts";
import { registerOfPeople } from "#test/support/register-of-people.ts";
import { publish, zhejiang } from "#test/support/standards.ts";

const sweep = { work: "sweep" } as const;
const night = { work: "night" } as const;
type Register = ReturnType<typeof registerOfPeople>;

/** Somebody due on 2024-07-01, whom that day's night forgets although it completes. */
const forgottenByTheNight = async (register = registerOfPeople("2024-06-30")) => {
  const forgotten = await changingMonthly(register, 1);
  register.setToday("2024-07-01");
  const scores = { ...register.scores, due: async () => ({ entries: [] }) };
  await massWork(register, { scores }).run(night);
  return { register, forgotten };
};

const countsOf = async (register: Register, day: string) => (await register.jobs.read(`sweep-${day}`))?.counts;

test("comes to everyone, writes what changed and says that it was completed", async () => {
  const register = registerOfPeople("2024-06-30");
  await changingMonthly(register, 15);
  const work = massWork(register);
  await work.run(night);

  await work.run(sweep);

  expect(await countsOf(register, "2024-06-30")).toMatchObject({
    found: 1,
    read: 1,
    unchanged: 1,
    missed: 0,
    behind: 0,
  });
  expect(work.published().at(-1)).toEqual({ SweepBehindSeconds: 0, SweepCompleted: 1 });
});

describe("a score that a completed night should have caught", () => {
  test("is repaired, and told with the resident's id and both results' digests", async () => {
    const { register, forgotten } = await forgottenByTheNight();
    const before = await register.scores.read(forgotten);
    const work = massWork(register);

    await work.run(sweep);
    const after = await register.scores.read(forgotten);

    expect(after).toMatchObject({ cause: "swept", basis: { asOf: "2024-07-01" } });
    expect(work.missed()).toEqual([
      { residentId: forgotten, digests: { stored: before?.digest, expected: after?.digest } },
    ]);
    expect(await countsOf(register, "2024-07-01")).toMatchObject({ found: 1, written: 1, missed: 1 });
  });

  test("is told before it is repaired, so that a worker killed in between leaves no silent repair", async () => {
    const { register } = await forgottenByTheNight();
    const told: string[] = [];
    const scores: Register["scores"] = {
      ...register.scores,
      save: async (...saving) => {
        told.push("saved");
        return register.scores.save(...saving);
      },
    };
    const work = massWork(register, { scores, reportMissed: () => told.push("told") });

    await work.run(sweep);

    expect(told).toEqual(["told", "saved"]);
  });

  test("is told as of that night's day, when the sweep comes days later", async () => {
    const { register, forgotten } = await forgottenByTheNight();
    register.setToday("2024-07-05");
    const work = massWork(register);

    await work.run(sweep);

    expect(work.missed()).toMatchObject([{ residentId: forgotten }]);
  });

  test("is told even where a later day has made it right again", async () => {
    const register = registerOfPeople("2024-06-30");
    const id = await register.register("339901");
    await register.permit(id, { type: "issue", eventId: "e1", effectiveOn: "2020-07-15", area: "339901" });
    await register.permit(id, { type: "suspend", eventId: "e2", effectiveOn: "2024-07-01" });
    await register.permit(id, { type: "restore", eventId: "e3", effectiveOn: "2024-07-03" });
    await register.recompute(id);
    register.setToday("2024-07-01");
    await massWork(register, { scores: { ...register.scores, due: async () => ({ entries: [] }) } }).run(night);
    register.setToday("2024-07-04");
    const work = massWork(register);

    await work.run(sweep);

    expect(work.missed()).toHaveLength(1);
  });

  test("is none where no night was completed since", async () => {
    const register = registerOfPeople("2024-06-30");
    await changingMonthly(register, 1);
    register.setToday("2024-07-01");
    const work = massWork(register);
    await work.plan(night);

    await work.run(sweep);

    expect(work.missed()).toEqual([]);
    expect(await countsOf(register, "2024-07-01")).toMatchObject({ written: 1, missed: 0 });
  });

  test("is none where it changed after that night's day", async () => {
    const register = registerOfPeople("2024-06-30");
    await changingMonthly(register, 1);
    const work = massWork(register);
    await work.run(night);
    register.setToday("2024-07-01");

    await work.run(sweep);

    expect(work.missed()).toEqual([]);
    expect(await countsOf(register, "2024-07-01")).toMatchObject({ written: 1, missed: 0 });
  });

  test("is one under an older registry too, once everyone had been recomputed under the new one before the night", async () => {
    const register = registerOfPeople("2024-06-30");
    const forgotten = await changingMonthly(register, 1);
    const elsewhere = zhejiang({ area: "310000", code: "elsewhere", name: { zh: "别处", en: "Elsewhere" } });
    const standards = publish(zhejiang(), elsewhere);
    const revised: Register = { ...register, standards };
    await massWork(revised).run({ work: "rules" });
    register.setToday("2024-07-01");
    await massWork(revised, { scores: { ...register.scores, due: async () => ({ entries: [] }) } }).run(night);
    const work = massWork(revised);

    await work.run(sweep);

    expect(work.missed()).toMatchObject([{ residentId: forgotten }]);
  });

  test("is none in a record of newer rules than the program knows that finds it", async () => {
    const register = registerOfPeople("2024-06-30");
    await massWork(register).run({ work: "rules" });
    const revised: Register = {
      ...register,
      standards: publish(zhejiang(), zhejiang({ code: "revised", effectiveFrom: "2024-06-01" })),
    };
    await changingMonthly(register, 1);
    await recompute(revised)(residentId(1), "rules-changed");
    register.setToday("2024-07-01");
    await massWork(register, { scores: { ...register.scores, due: async () => ({ entries: [] }) } }).run(night);
    const work = massWork(register);

    await work.run(sweep);

    expect(work.missed()).toEqual([]);
  });

  test("is none where rules have changed since the record, and the night came before everyone was recomputed", async () => {
    const { register } = await forgottenByTheNight();
    const revised: Register = { ...register, standards: { ...register.standards, revision: 2 } };
    const work = massWork(revised);

    await work.run(sweep);

    expect(work.missed()).toEqual([]);
  });
});

describe("a score recorded from an older dossier", () => {
  test("is behind, and as old as the first change that it has not followed was when the sweep began", async () => {
    const register = registerOfPeople("2024-06-30");
    const id = await changingMonthly(register, 15);
    await register.permit(id, { type: "issue", eventId: "e1", effectiveOn: "2020-07-15", area: "339901" });
    register.passMinutes(5);
    await register.permit(id, { type: "suspend", eventId: "e2", effectiveOn: "2024-06-20" });
    register.passMinutes(10);
    const work = massWork(register);

    await work.run(sweep);

    expect(await countsOf(register, "2024-06-30")).toMatchObject({ found: 1, written: 1, behind: 1, missed: 0 });
    expect(work.published()).toEqual([{ SweepBehindSeconds: 15 * 60, SweepCompleted: 1 }]);
    expect((await register.scores.read(id))?.basis.dossierVersion).toBe(4);
  });

  test("is behind from the beginning where there is none at all", async () => {
    const register = registerOfPeople("2024-06-30");
    await register.register("339901");
    register.passMinutes(60);
    const work = massWork(register);

    await work.run(sweep);

    expect(await countsOf(register, "2024-06-30")).toMatchObject({ found: 1, written: 1, behind: 1 });
    expect(work.published()).toEqual([{ SweepBehindSeconds: 3600, SweepCompleted: 1 }]);
  });

  test("is no miss of a night, which cannot know what the feed has not brought", async () => {
    const { register, forgotten } = await forgottenByTheNight();
    await register.permit(forgotten, { type: "issue", eventId: "e1", effectiveOn: "2020-07-15", area: "339901" });
    const work = massWork(register);

    await work.run(sweep);

    expect(work.missed()).toEqual([]);
    expect(await countsOf(register, "2024-07-01")).toMatchObject({ behind: 1, missed: 0 });
  });
});

test("whoever was behind in several shards, the oldest counts", async () => {
  const register = registerOfPeople("2024-06-30");
  const ids: ResidentId[] = [];
  for (let number = 1; number <= 3; number++) {
    ids.push(await register.register("339901"));
    register.passMinutes(1);
  }
  const work = massWork(register);

  await work.run(sweep);

  expect(work.published()).toEqual([{ SweepBehindSeconds: 180, SweepCompleted: 1 }]);
});
