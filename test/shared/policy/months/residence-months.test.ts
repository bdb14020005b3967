import { describe, expect, test } from "vitest";
import { AreaCode } from "#shared/domain/area.ts";
import { dateOf, day, never } from "#shared/domain/calendar.ts";
import type { Readings } from "#shared/domain/readings.ts";
import { residenceMonths } from "#shared/policy/months/residence-months.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { aResident, type ResidentBuilder } from "#test/support/a-resident.ts";
import { inProvince } from "#test/support/method.ts";

const province = AreaCode.parse("330000");
const monthsUnder = (switched: Partial<Readings> = {}) => residenceMonths(province, inProvince(30, switched).readings);
const months = monthsUnder();
const unsuspended = monthsUnder({ countDuringSuspension: false });

const countOn = (on: string, resident: ResidentBuilder, counting = months): number =>
  counting.count(subjectOf(resident.dossier).facts, day(on));
const growsOn = (on: string, { dossier }: ResidentBuilder, counting = months): string => {
  const grows = counting.growsOn(subjectOf(dossier).facts, day(on));
  return grows === never ? "never" : dateOf(grows);
};

describe("complete months of residence", () => {
  test.each([
    ["2024-01-15", "2024-01-15", 0],
    ["2024-01-15", "2024-02-14", 0],
    ["2024-01-15", "2024-02-15", 1],
    ["2024-01-31", "2024-02-28", 0],
    ["2024-01-31", "2024-02-29", 1],
    ["2024-01-31", "2024-03-30", 1],
    ["2024-01-31", "2024-03-31", 2],
    ["2024-02-29", "2025-02-28", 12],
    ["2014-06-15", "2024-05-31", 119],
    ["2014-06-15", "2024-06-14", 119],
    ["2014-06-15", "2024-06-15", 120],
    ["2014-05-15", "2024-06-15", 121],
    ["2024-07-01", "2024-06-30", 0],
  ])("registered %s, on %s: %d", (from, on, count) => {
    expect(countOn(on, aResident().registered(from))).toBe(count);
  });

  test("stop on the first day no longer registered", () => {
    const resident = aResident().registered("2024-01-15", "2024-03-15");

    expect(countOn("2024-03-14", resident)).toBe(1);
    expect(countOn("2024-03-15", resident)).toBe(2);
    expect(countOn("2026-03-15", resident)).toBe(2);
  });

  test("are none in another province, or for a registration given up the same day", () => {
    expect(countOn("2024-06-30", aResident().registered("2020-01-01", null, { province: "320000" }))).toBe(0);
    expect(countOn("2024-06-30", aResident().registered("2024-01-15", "2024-01-15"))).toBe(0);
  });

  test("no longer count from the day the registration is voided", () => {
    const resident = aResident().registered("2024-01-15", null, { id: "r1" }).whoseFactWasVoided("r1", "2024-06-01");

    expect(countOn("2024-05-31", resident)).toBe(4);
    expect(countOn("2024-06-01", resident)).toBe(0);
  });
});

describe("interrupted residence", () => {
  const twice = (firstTo: string, secondTo: string) =>
    aResident().registered("2020-01-15", firstTo).registered("2021-03-10", secondTo);

  test.each([
    ["2021-06-24", { pool31: 6, pool30: 7, drop: 6 }],
    ["2021-06-25", { pool31: 7, pool30: 7, drop: 6 }],
  ] as const)("16 days and those to %s pool to a month, or not", (secondTo, expected) => {
    for (const leftover of ["pool31", "pool30", "drop"] as const) {
      expect(countOn("2024-02-01", twice("2020-05-01", secondTo), monthsUnder({ leftover }))).toBe(expected[leftover]);
    }
  });

  test("overlapping and touching stretches are one, reckoned from its start", () => {
    const overlapping = aResident().registered("2024-01-31", "2024-03-15").registered("2024-03-01", "2024-05-31");
    const touching = aResident().registered("2024-01-31", "2024-03-15").registered("2024-03-15", "2024-05-31");
    const within = aResident().registered("2024-01-31", "2024-05-31").registered("2024-03-01", "2024-03-15");

    for (const resident of [overlapping, touching, within]) expect(countOn("2024-06-30", resident)).toBe(4);
  });

  test("a day between makes two stretches", () => {
    const apart = aResident().registered("2024-01-31", "2024-03-15").registered("2024-03-16", "2024-05-31");

    expect(countOn("2024-06-30", apart)).toBe(3);
  });

  test("an open end doesn't join what begins only later", () => {
    const resident = aResident().registered("2024-01-15", "2024-02-20").registered("2024-05-01");

    expect(countOn("2024-04-30", resident)).toBe(1);
    expect(countOn("2024-06-01", resident)).toBe(2);
  });

  test("joining two stretches may lose a pooled leftover: the known edge", () => {
    const before = aResident().registered("2022-06-01", "2022-06-03").registered("2023-01-01", "2023-01-30");

    expect(countOn("2024-06-30", before.registered("2023-01-31", "2023-02-28"))).toBe(2);
    expect(countOn("2024-06-30", before.registered("2023-01-30", "2023-02-28"))).toBe(1);
  });
});

describe("residence under a suspended permit", () => {
  const suspended = aResident()
    .registered("2020-01-01")
    .whosePermitWas("suspended", "2024-01-01")
    .whosePermitWas("restored", "2024-03-01");

  test("runs on, because it counts from registration", () => {
    expect(countOn("2024-06-30", suspended)).toBe(53);
  });

  test("stands still where a standard reads it so", () => {
    expect(countOn("2024-02-15", suspended, unsuspended)).toBe(48);
    expect(countOn("2024-06-30", suspended, unsuspended)).toBe(51);
  });

  test("grows again a month after the restoration, also asked on its very day", () => {
    expect(growsOn("2024-02-29", suspended, unsuspended)).toBe("never");
    expect(growsOn("2024-03-01", suspended, unsuspended)).toBe("2024-04-01");
  });

  test("grows a month after a registration, also asked on its very day", () => {
    const resident = aResident().registered("2024-05-10");

    expect(growsOn("2024-05-10", resident, unsuspended)).toBe("2024-06-10");
  });
});

describe("residence grows", () => {
  test("on the corresponding day, or the month's end", () => {
    expect(growsOn("2024-01-31", aResident().registered("2024-01-31"))).toBe("2024-02-29");
    expect(growsOn("2024-02-29", aResident().registered("2024-01-31"))).toBe("2024-03-31");
  });

  test("sooner where a leftover of an earlier stretch fills the pool", () => {
    const resident = aResident().registered("2023-01-01", "2023-01-28").registered("2024-05-01");

    expect(growsOn("2024-05-01", resident)).toBe("2024-05-05");
    expect(countOn("2024-05-04", resident)).toBe(0);
    expect(countOn("2024-05-05", resident)).toBe(1);
  });

  test("not once it has ended", () => {
    expect(growsOn("2024-06-30", aResident().registered("2024-01-15", "2024-03-15"))).toBe("never");
  });
});

describe("residence is described", () => {
  const described = (on: string, resident: ResidentBuilder) =>
    months.describe(subjectOf(resident.dossier).facts, day(on)).words;

  test("by its one stretch, clipped at the day asked", () => {
    expect(described("2024-06-30", aResident().registered("2019-02-20")).zh).toBe("2019-02-20 至 2024-06-30");
  });

  test("by several stretches and the days left over", () => {
    const resident = aResident().registered("2020-01-15", "2020-05-01").registered("2021-03-10", "2021-06-25");

    expect(described("2024-02-01", resident).en).toBe(
      "2020-01-15 to 2020-05-01, 2021-03-10 to 2021-06-25 (31 leftover days)",
    );
  });
});
