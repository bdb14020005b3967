import { describe, expect, test } from "vitest";
import { AreaCode } from "#shared/domain/area.ts";
import { dateOf, day, never } from "#shared/domain/calendar.ts";
import type { Readings } from "#shared/domain/readings.ts";
import { pensionMonths } from "#shared/policy/months/pension-months.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { aResident, type ResidentBuilder } from "#test/support/a-resident.ts";
import { inProvince } from "#test/support/method.ts";

const province = AreaCode.parse("330000");
const monthsUnder = (switched: Partial<Readings> = {}) => pensionMonths(province, inProvince(30, switched).readings);
const months = monthsUnder();

const countOn = (on: string, resident: ResidentBuilder, counting = months): number =>
  counting.count(subjectOf(resident.dossier).facts, day(on));
const growsOn = (on: string, { dossier }: ResidentBuilder): string => {
  const grows = months.growsOn(subjectOf(dossier).facts, day(on));
  return grows === never ? "never" : dateOf(grows);
};

const on = "2026-06-30";

describe("pension months", () => {
  test.each([
    ["2026-06", "2026-06", 1],
    ["2021-08", "2026-06", 59],
    ["2021-07", "2026-06", 60],
    ["2021-06", "2026-06", 61],
    ["2016-07", "2026-06", 120],
  ])("from %s to %s are %d", (from, to, count) => {
    expect(countOn(on, aResident().withPension(from, to))).toBe(count);
  });

  test("are none when none are paid, or nothing is known", () => {
    expect(countOn(on, aResident())).toBe(0);
    expect(countOn(on, aResident().withNothingKnownOf("pension"))).toBe(0);
  });

  test("count once where ranges overlap, whoever paid", () => {
    const resident = aResident()
      .withPension("2025-01", "2025-06")
      .withPension("2025-04", "2025-09", { kind: "flexible", city: "330200" })
      .withPension("2025-02", "2025-03");

    expect(countOn(on, resident)).toBe(9);
  });

  test("add up over gaps and joins, in whatever order they are told", () => {
    const resident = aResident()
      .withPension("2025-11", "2026-01")
      .withPension("2020-01", "2020-06")
      .withPension("2022-03", "2022-12")
      .withPension("2020-07", "2020-07");

    expect(countOn(on, resident)).toBe(20);
  });

  test("paid ahead count from the first day of each month", () => {
    const resident = aResident().withPension("2026-05", "2026-09");

    expect(countOn("2026-06-30", resident)).toBe(2);
    expect(countOn("2026-07-01", resident)).toBe(3);
    expect(countOn("2026-12-31", resident)).toBe(5);
  });

  test("paid later count from the day paid", () => {
    const resident = aResident().withPension("2026-01", "2026-03", { paidOn: "2026-06-15" });

    expect(countOn("2026-06-14", resident)).toBe(0);
    expect(countOn("2026-06-15", resident)).toBe(3);
  });

  test("paid before their month count from the month's first day", () => {
    const resident = aResident().withPension("2026-07", "2026-07", { paidOn: "2026-06-15" });

    expect(countOn("2026-06-30", resident)).toBe(0);
    expect(countOn("2026-07-01", resident)).toBe(1);
  });

  test("paid in another province, or into the residents' scheme, don't count", () => {
    const elsewhere = aResident().withPension("2026-01", "2026-03", { province: "320000" });
    const yearly = aResident().withPension("2026-01", "2026-03", { kind: "resident" });

    expect(countOn(on, elsewhere)).toBe(0);
    expect(countOn(on, yearly)).toBe(0);
    expect(countOn(on, yearly, monthsUnder({ pensionKinds: ["employee", "flexible", "resident"] }))).toBe(3);
  });

  test("paid back count, unless a standard reads it otherwise", () => {
    const resident = aResident()
      .withPension("2025-01", "2025-06")
      .withPension("2025-05", "2025-12", { backpaid: true, paidOn: "2026-02-01" });

    expect(countOn(on, resident)).toBe(12);
    expect(countOn(on, resident, monthsUnder({ countBackpaid: false }))).toBe(6);
  });

  test("that a shorter range hides behind a longer one don't count again", () => {
    const resident = aResident().withPension("2025-01", "2025-12").withPension("2025-03", "2025-04");

    expect(countOn(on, resident)).toBe(12);
  });

  test("no longer count from the day they are voided", () => {
    const resident = aResident().withPension("2026-01", "2026-03", { id: "p1" }).whoseFactWasVoided("p1", on);

    expect(countOn("2026-06-29", resident)).toBe(3);
    expect(countOn(on, resident)).toBe(0);
  });
});

describe("pension months grow", () => {
  test("on the first of the next month while paid ahead", () => {
    const resident = aResident().withPension("2026-05", "2026-07");

    expect(growsOn("2026-06-30", resident)).toBe("2026-07-01");
    expect(growsOn("2026-07-01", resident)).toBe("never");
  });

  test("not by a range that begins later: that is a day of its own", () => {
    expect(growsOn("2026-06-30", aResident().withPension("2026-09", "2026-12"))).toBe("never");
  });

  test("not by a range paid later: that is a day of its own", () => {
    expect(growsOn("2026-06-30", aResident().withPension("2026-01", "2026-12", { paidOn: "2027-01-01" }))).toBe(
      "never",
    );
  });
});

describe("pension months are described", () => {
  const described = (resident: ResidentBuilder) => months.describe(subjectOf(resident.dossier).facts, day(on)).words.zh;

  test("by their runs, joined where they touch, up to the month asked", () => {
    const resident = aResident()
      .withPension("2025-01", "2025-03")
      .withPension("2025-04", "2025-06")
      .withPension("2025-09", "2025-09")
      .withPension("2026-05", "2026-12");

    expect(described(resident)).toBe("2025-01—2025-06、2025-09、2026-05—2026-06");
  });

  test("by nothing when there are none", () => {
    expect(described(aResident())).toBe("");
  });
});
