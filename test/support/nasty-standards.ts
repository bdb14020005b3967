import type { Standards } from "#shared/scoring/standards.ts";
import { accrual, ageScale, aLocalStandard, type Content, grade, publish, zhejiang } from "./standards.ts";

/** Local layers that give too much and take too much, so that every cap and floor bites for some of the nasty dossiers. */
export const nastyStandards = (province: Content = {}): Standards => publish(zhejiang(province), ...layers);

const cityWide = aLocalStandard({
  layer: "city",
  code: "sample-city",
  area: "339900",
  effectiveFrom: "2022-02-28",
  validUntil: "2027-02-28",
  indicators: [accrual("city-residence", { fact: "residence", eachMonth: 4, maximum: 260 })],
});

const county = {
  code: "sample-county",
  area: "339901",
  maximum: { points: 40, clause: "最高分值40分" },
  indicators: [
    ageScale("local-age", { from: 30, to: 45, points: 6, under: 0.25 }, 12),
    grade("local-education", { fact: "education", maximum: 25, tiers: { bachelor: 15, master: 20, doctor: 25 } }),
    accrual("local-pension", { fact: "pension", eachMonth: 0.75, maximum: 45 }),
  ],
  deductions: [
    grade("misconduct", { fact: "skills", maximum: 500, tiers: { "title:junior": 60, "skill-level:5": 450 } }),
  ],
  freeze: {
    name: { zh: "冻结", en: "Frozen" },
    source: "样例",
    words: { zh: "冻结", en: "Frozen" },
    clause: "扣分冻结",
  },
};

const layers: readonly Content[] = [
  cityWide,
  aLocalStandard({ ...county, effectiveFrom: "2021-03-01", validUntil: "2026-12-31" }),
  aLocalStandard({
    ...county,
    code: "sample-county-revised",
    effectiveFrom: "2025-07-01",
    validUntil: "2029-06-30",
    readings: { capOrder: "after-deductions", deductionScope: "local-only", fraudScope: "all" },
  }),
  aLocalStandard({
    code: "another-county",
    area: "339902",
    effectiveFrom: "2024-02-29",
    validUntil: "2033-12-31",
    indicators: [accrual("local-residence", { fact: "residence", eachMonth: 0.5, maximum: 60 })],
    deductions: [grade("misconduct", { fact: "education", maximum: 500, tiers: { primary: 300, college: 35 } })],
    readings: { ageRule: "on-birthday", leftover: "pool30", countDuringSuspension: false, countBackpaid: false },
  }),
];
