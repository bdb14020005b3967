import { describe, expect, test } from "vitest";
import { AreaCode } from "#shared/domain/area.ts";
import { date, day } from "#shared/domain/calendar.ts";
import { decimal } from "#shared/domain/points.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import { ScoreInput } from "#shared/domain/score-input.ts";
import { type CanonicalResult, scoreOn } from "#shared/scoring/score.ts";
import { prepareCase, type ScoreCase } from "#shared/scoring/score-case.ts";
import { aLocalStandard, publish, zhejiang } from "#test/support/standards.ts";

const standards = publish(zhejiang(), aLocalStandard());
const asOf = "2024-06-30";

const aCase = (input: Record<string, unknown>, more: Partial<ScoreCase> = {}): ScoreCase => ({
  asOf: date(asOf),
  area: AreaCode.parse("330000"),
  input: ScoreInput.parse({ birthDate: "1990-05-05", permit: { status: "valid" }, ...input }),
  ...more,
});

const scored = (scoreCase: ScoreCase): CanonicalResult => {
  const { standards: under, subject, recomputedThrough } = prepareCase(standards, scoreCase);
  return scoreOn(under, subject, day(asOf), recomputedThrough);
};

const restored = {
  permit: {
    status: "valid",
    events: [
      { type: "issue", on: "2020-05-01" },
      { type: "suspend", on: "2024-05-01" },
      { type: "restore", on: "2024-06-20" },
    ],
  },
};

describe("a case", () => {
  test("is scored under the area's local standard", () => {
    const living = { residence: [{ from: "2023-06-30", province: "330000" }] };

    expect(decimal(scored(aCase(living, { area: AreaCode.parse("339901") })).composition.localTotal)).toBe(12);
    expect(decimal(scored(aCase(living)).composition.localTotal)).toBe(0);
  });

  test("takes the sums of a local layer as given, before its cap", () => {
    const result = scored(aCase({}, { local: { awards: 230.25, deductions: 40.5 } }));

    expect(decimal(result.composition.localTotal)).toBe(159.5);
    expect(result.composition.adjustments).toMatchObject([{ code: "local-cap", points: -3025 }]);
  });

  test("switches readings for itself only", () => {
    const strict = scored(aCase({}, { readings: { unknownEducation: 0 } }));

    expect(decimal(strict.composition.total)).toBe(20);
    expect(decimal(scored(aCase({})).composition.total)).toBe(25);
  });

  test.each([
    [{}, "pending-recompute"],
    [{ lastRecomputedOn: "2024-06-19" }, "pending-recompute"],
    [{ lastRecomputedOn: "2024-06-20" }, "effective"],
  ])("with a restoration and %j is %s", (recomputed, status) => {
    expect(scored(aCase({ ...restored, ...recomputed })).status).toBe(status);
  });

  test("with a restoration of which the suspension is left unsaid is pending too", () => {
    const { permit } = restored;

    expect(scored(aCase({ permit: { ...permit, events: permit.events.slice(2) } })).status).toBe("pending-recompute");
  });

  test("whose events say otherwise is refused, and told what to do", () => {
    const contradicting = aCase({ permit: { ...restored.permit, status: "suspended" } });

    try {
      prepareCase(standards, contradicting);
      expect.unreachable();
    } catch (thrown) {
      expect(isRefusal(thrown) && thrown.code === "invalid-request" && thrown.details.errors).toEqual([
        {
          field: "input.permit.events",
          detail: 'make another state than "suspended" on 2024-06-30; correct permit.status or the events',
        },
      ]);
    }
  });
});
