import { describe, expect, test } from "vitest";
import { day } from "#shared/domain/calendar.ts";
import { isSameOutcome, type RecomputedThrough } from "#shared/scoring/score.ts";
import { aResident, type ResidentBuilder } from "#test/support/a-resident.ts";
import { scoredOn } from "#test/support/scored-on.ts";
import { aLocalStandard, publish, zhejiang } from "#test/support/standards.ts";

const on = "2024-06-30";
const recomputed = (version: number, on: string): RecomputedThrough => ({ version, on: day(on) });

const freezing = publish(
  zhejiang(),
  aLocalStandard({
    freeze: {
      name: { zh: "冻结", en: "Frozen" },
      source: "样例",
      words: { zh: "冻结", en: "Frozen" },
      clause: "扣分冻结",
    },
    readings: { fraudScope: "all" },
  }),
);

describe("a score", () => {
  const resident = aResident().withDiploma("bachelor").registered("2023-06-30");

  test("is effective under a valid permit, and counts", () => {
    expect(scoredOn(resident, on)).toMatchObject({
      status: "effective",
      since: undefined,
      total: 33,
      effectiveTotal: 33,
    });
  });

  test("is the sum of the five provincial indicators", () => {
    expect(scoredOn(resident, on).points).toEqual({
      age: 20,
      education: 10,
      skill: 0,
      "social-insurance": 0,
      residence: 3,
    });
  });

  test("names what nothing is known of, and gives it no points", () => {
    const { missing, points } = scoredOn(resident.withNothingKnownOf("birthDate", "skills"), on);

    expect(missing).toEqual(["birthDate", "skills"]);
    expect(points).toMatchObject({ age: 0, skill: 0 });
  });
});

describe("the status of a score", () => {
  const resident = aResident().withDiploma("bachelor", "2010-07-01", { id: "d1" });
  const suspended = resident.whosePermitWas("suspended", "2024-03-01");
  const restored = suspended.whosePermitWas("restored", "2024-05-01");

  test("policy-not-in-force: nothing is scored", () => {
    expect(scoredOn(resident, "2023-07-25")).toMatchObject({
      status: "policy-not-in-force",
      effectiveTotal: 0,
      lines: [],
      missing: [],
    });
  });

  test("no-permit: a preview that doesn't count", () => {
    expect(scoredOn(resident.withoutPermit(), on)).toMatchObject({ status: "no-permit", total: 30, effectiveTotal: 0 });
    expect(
      scoredOn(resident.withoutPermit().whosePermitWas("issued", "2024-07-01", { area: "339901" }), on),
    ).toMatchObject({ status: "no-permit" });
  });

  test("void-cancelled, from the day of the cancellation", () => {
    const cancelled = resident.whosePermitWas("cancelled", on);

    expect(scoredOn(cancelled, "2024-06-29").status).toBe("effective");
    expect(scoredOn(cancelled, on)).toMatchObject({
      status: "void-cancelled",
      since: on,
      total: 30,
      effectiveTotal: 0,
    });
  });

  test("void-suspended, from the day of the suspension", () => {
    expect(scoredOn(suspended, "2024-02-29").status).toBe("effective");
    expect(scoredOn(suspended, "2024-03-01")).toMatchObject({
      status: "void-suspended",
      since: "2024-03-01",
      total: 30,
      effectiveTotal: 0,
    });
  });

  test("void-fraud, where a standard voids all for one forgery", () => {
    const forging = resident.whoseFactWasVoided("d1", "2024-06-01");

    expect(scoredOn(forging, on)).toMatchObject({ status: "effective", effectiveTotal: 25 });
    expect(scoredOn(forging, "2024-05-31", { standards: freezing }).status).toBe("effective");
    expect(scoredOn(forging, "2024-06-01", { standards: freezing })).toMatchObject({
      status: "void-fraud",
      since: "2024-06-01",
      effectiveTotal: 0,
    });
  });

  test("void-fraud until the bar is over, and then without what was voided", () => {
    const forging = resident.whoseFactWasVoided("d1", "2024-06-01", { barredUntil: "2026-06-01" });

    expect(scoredOn(forging, "2026-05-31", { standards: freezing }).status).toBe("void-fraud");
    expect(scoredOn(forging, "2026-06-01", { standards: freezing })).toMatchObject({
      status: "effective",
      effectiveTotal: scoredOn(forging, "2026-06-01").effectiveTotal,
    });
  });

  test("frozen while a sanction lasts, where a standard uses it", () => {
    const sanctioned = resident.sanctioned("2024-06-01", "2024-07-01");

    expect(scoredOn(sanctioned, on).status).toBe("effective");
    expect(scoredOn(sanctioned, "2024-05-31", { standards: freezing }).status).toBe("effective");
    expect(scoredOn(sanctioned, "2024-06-01", { standards: freezing })).toMatchObject({
      status: "frozen",
      since: "2024-06-01",
      effectiveTotal: 0,
    });
    expect(scoredOn(sanctioned, "2024-07-01", { standards: freezing }).status).toBe("effective");
  });

  test("pending-recompute after a restoration, until a recomputation of that version and day", () => {
    const { version } = restored.dossier;
    const statusAfter = (recomputedThrough: RecomputedThrough) => scoredOn(restored, on, { recomputedThrough }).status;

    expect(scoredOn(restored, on)).toMatchObject({
      status: "pending-recompute",
      since: "2024-05-01",
      total: 30,
      effectiveTotal: 0,
    });
    expect(statusAfter(recomputed(version - 1, "2024-05-01"))).toBe("pending-recompute");
    expect(statusAfter(recomputed(version, "2024-04-30"))).toBe("pending-recompute");
    expect(statusAfter(recomputed(version, "2024-05-01"))).toBe("effective");
    expect(statusAfter(recomputed(version + 7, "2024-06-30"))).toBe("effective");
  });

  test("pending-recompute anew after the next restoration", () => {
    const again = restored.whosePermitWas("suspended", "2024-06-01").whosePermitWas("restored", "2024-06-10");
    const recomputedThrough = recomputed(restored.dossier.version, "2024-05-20");

    expect(scoredOn(again, "2024-05-31", { recomputedThrough }).status).toBe("effective");
    expect(scoredOn(again, on, { recomputedThrough }).status).toBe("pending-recompute");
  });
});

describe("of several statuses the first in order holds", () => {
  const troubled = aResident()
    .withDiploma("bachelor", "2010-07-01", { id: "d1" })
    .whosePermitWas("suspended", "2024-02-01")
    .whosePermitWas("restored", "2024-03-01")
    .sanctioned("2024-01-15")
    .whoseFactWasVoided("d1", "2024-01-20");
  const withoutForgery = aResident()
    .whosePermitWas("suspended", "2024-02-01")
    .whosePermitWas("restored", "2024-03-01")
    .sanctioned("2024-01-15");

  test.each<[string, ResidentBuilder, string]>([
    ["policy-not-in-force", troubled, "2023-07-25"],
    ["no-permit", troubled.withoutPermit(), on],
    ["void-cancelled", troubled.whosePermitWas("cancelled", on), on],
    ["void-suspended", troubled.whosePermitWas("suspended", on), on],
    ["void-fraud", troubled, on],
    ["frozen", withoutForgery, on],
  ])("%s", (status, resident, day) => {
    expect(scoredOn(resident, day, { standards: freezing }).status).toBe(status);
  });
});

describe("an outcome", () => {
  const resident = aResident().registered("2024-01-15");

  test("is the same on a day on which only the numbers in the words differ", () => {
    expect(isSameOutcome(scoredOn(resident, "2024-02-15").result, scoredOn(resident, "2024-03-14").result)).toBe(true);
  });

  test.each<[string, ResidentBuilder, string]>([
    ["other points", resident, "2024-02-14"],
    ["another status", resident.whosePermitWas("suspended", "2024-01-01"), "2024-02-15"],
    ["something else missing", resident.withNothingKnownOf("skills"), "2024-02-15"],
    ["no standard in force", resident, "2028-07-26"],
  ])("differs by %s", (_, other, day) => {
    expect(isSameOutcome(scoredOn(resident, "2024-02-15").result, scoredOn(other, day).result)).toBe(false);
  });
});
