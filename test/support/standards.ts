import { readFileSync } from "node:fs";
import { readStandard } from "#shared/policy/read-standard.ts";
import type { RootStandard } from "#shared/policy/standard.ts";
import { createStandards, type Standards } from "#shared/scoring/standards.ts";

/** What a standard's file would hold. */
export type Content = Readonly<Record<string, unknown>>;

/** A registry of standards as their files would hold them. */
export const publish = (...contents: readonly Content[]): Standards =>
  createStandards(contents.map((content, index) => readStandard(`standard ${index + 1}`, content)));

const file = new URL("../../policies/330000-zhejiang/2023-07-26.json", import.meta.url);

/** The provincial standard as its file has it, with some of it changed. */
export const zhejiang = (changed: Content = {}): Content => ({
  ...JSON.parse(readFileSync(file, "utf8")),
  ...changed,
});

/** A county's standard with one award, or whatever else it is given. */
export const aLocalStandard = (changed: Content = {}): Content => ({
  layer: "county",
  code: "sample-county",
  area: "339901",
  name: { zh: "样例县个性指标", en: "Local indicators of a sample county" },
  document: {
    number: "样例政发〔2024〕1号",
    title: { zh: "样例县新市民积分办法", en: "Points rules of a sample county" },
    issuedBy: { zh: "样例县人民政府", en: "A sample county" },
    issuedOn: "2023-12-01",
  },
  effectiveFrom: "2024-01-01",
  validUntil: "2026-12-31",
  validityClause: "自 2024 年 1 月 1 日起施行",
  indicators: [accrual("local-residence", { fact: "residence", eachMonth: 1, maximum: 50 })],
  ...changed,
});

const indicator = (code: string, maximum: number, rule: Content): Content => ({
  code,
  name: { zh: code, en: code },
  source: "样例",
  maximum: { points: maximum, clause: `最高限${maximum}分` },
  words: { zh: `样例指标 ${code}`, en: `Sample indicator ${code}` },
  rule,
});

export const accrual = (
  code: string,
  { fact, eachMonth, maximum }: { readonly fact: string; readonly eachMonth: number; readonly maximum: number },
): Content =>
  indicator(code, maximum, {
    method: "accrual",
    fact,
    eachMonth: { points: eachMonth, clause: `每个月得 ${eachMonth} 分` },
  });

/** Points by category, the best one only. */
export const grade = (
  code: string,
  { fact, maximum, tiers }: { readonly fact: string; readonly maximum: number; readonly tiers: Record<string, number> },
): Content =>
  indicator(code, maximum, {
    method: "grade",
    fact,
    noneClause: "本项不累加",
    tiers: Object.entries(tiers).map(([category, points]) => ({
      points,
      categories: [category],
      clause: `积 ${points} 分`,
    })),
  });

export const ageScale = (
  code: string,
  band: { readonly from: number; readonly to: number; readonly points: number; readonly under: number },
  maximum: number,
): Content => {
  const { under, ...rest } = band;
  return indicator(code, maximum, {
    method: "age-scale",
    fact: "birthDate",
    band: { ...rest, clause: `积${rest.points}分` },
    eachYearUnder: { points: under, clause: `每减少1岁、增加${under}分` },
  });
};

/** The provincial standard, parsed. */
export const zhejiangStandard = (changed: Content = {}): RootStandard => {
  const { standard } = readStandard("zhejiang", zhejiang(changed));
  if (standard.layer !== "province") throw new Error("the provincial standard is not one");
  return standard;
};
