import { describe, expect, test } from "vitest";
import { day } from "#shared/domain/calendar.ts";
import { unreported } from "#shared/scoring/itemising.ts";
import { neverRecomputed, scoreOn } from "#shared/scoring/score.ts";
import { scoreSheet } from "#shared/scoring/score-sheet.ts";
import { subjectOf } from "#shared/scoring/subject.ts";
import { aResident, type ResidentBuilder } from "#test/support/a-resident.ts";
import { aLocalStandard, publish, zhejiang } from "#test/support/standards.ts";

const freeze = {
  name: { zh: "冻结", en: "Frozen" },
  source: "样例",
  words: { zh: "冻结", en: "Frozen" },
  clause: "扣分冻结",
};
const standards = publish(zhejiang(), aLocalStandard({ freeze, readings: { fraudScope: "all" } }));

const sheetOf = ({ dossier }: ResidentBuilder, asOf = "2024-06-30") => {
  const subject = subjectOf(dossier);
  const result = scoreOn(standards, subject, day(asOf), neverRecomputed);
  return scoreSheet({ standards, subject, result, recomputedThrough: neverRecomputed, provenance: unreported });
};

const resident = aResident().withDiploma("bachelor", "2010-07-01", { id: "d1" }).registered("2023-06-30");
const suspended = resident.whosePermitWas("suspended", "2024-05-01");

describe("a score sheet", () => {
  test("has the five figures by name, and totals before and after status", () => {
    expect(sheetOf(suspended)).toMatchObject({
      asOf: "2024-06-30",
      area: "339901",
      status: "void-suspended",
      since: "2024-05-01",
      age: 20,
      education: 10,
      skill: 0,
      socialInsurance: 0,
      residence: 3,
      provincialTotal: 33,
      local: { status: "in-force", total: 12 },
      total: 45,
      effectiveTotal: 0,
      nextChangeOn: "2024-07-30",
    });
  });

  test.each<[string, ResidentBuilder, string | null]>([
    ["effective", resident, null],
    ["no-permit", resident.withoutPermit(), "持有浙江省居住证(以下简称居住证)的人员"],
    ["void-suspended", suspended, "居住证使用功能中止或注销时,积分自动失效"],
    ["void-cancelled", resident.whosePermitWas("cancelled", "2024-05-01"), "居住证使用功能中止或注销时,积分自动失效"],
    [
      "pending-recompute",
      suspended.whosePermitWas("restored", "2024-06-01"),
      "居住证使用功能恢复后,积分重新计算后生效",
    ],
    ["void-fraud", resident.whoseFactWasVoided("d1", "2024-06-01"), "伪造、变造或使用虚假申请材料而获得的积分清零"],
    ["frozen", resident.sanctioned("2024-06-01"), "对于新市民出现违法违纪、违规失信、违反社会公德等情况"],
  ])("quotes the words by which a score is %s", (status, who, statusClause) => {
    expect(sheetOf(who)).toMatchObject({ status, statusClause });
  });

  test("says that a county without a standard in force has published none: never a silent 0", () => {
    const elsewhere = resident.whosePermitWas("moved", "2024-06-01", { area: "339902" });

    expect(sheetOf(elsewhere)).toMatchObject({ area: "339902", local: { status: "not-published", total: null } });
  });

  test("names the standards in force, with their digests", () => {
    const { standards: named } = sheetOf(resident);

    expect(named.map(({ code, layer, area }) => [code, layer, area])).toEqual([
      ["zhejiang-common", "province", "330000"],
      ["sample-county", "county", "339901"],
    ]);
    expect(named[0]?.digest).toBe(standards.published[0]?.digest);
  });
});

describe("outside the standard's validity", () => {
  test.each(["2023-07-25", "2028-07-26"])(
    "on %s nothing is scored, and the sheet says what standards exist",
    (asOf) => {
      const sheet = sheetOf(resident, asOf);

      expect(sheet).toMatchObject({
        status: "policy-not-in-force",
        statusClause: null,
        age: null,
        education: null,
        skill: null,
        socialInsurance: null,
        residence: null,
        provincialTotal: null,
        total: null,
        effectiveTotal: 0,
        lines: [],
        missing: [],
      });
      expect(sheet.standards.map(({ effectiveFrom, validUntil }) => [effectiveFrom, validUntil])).toEqual([
        ["2023-07-26", "2028-07-25"],
        ["2024-01-01", "2026-12-31"],
      ]);
    },
  );
});
