import type { Words } from "#shared/domain/words.ts";

const words = (zh: string, en: string): Words => ({ zh, en });

/** What people call each category of paper. */
const byCategory: Readonly<Record<string, Words>> = {
  primary: words("小学", "primary school"),
  "junior-secondary": words("初中", "junior secondary"),
  "senior-secondary": words("高中", "senior secondary"),
  "vocational-secondary": words("中职", "secondary vocational"),
  college: words("大专", "junior college"),
  "higher-vocational": words("高职", "higher vocational"),
  bachelor: words("本科", "bachelor"),
  master: words("硕士", "master"),
  doctor: words("博士", "doctor"),
  "special-skill": words("专项职业能力证书", "special skill certificate"),
  "title:junior": words("初级职称", "junior title"),
  "title:middle": words("中级职称", "middle title"),
  "title:senior": words("高级职称", "senior title"),
};

const byKind: Readonly<Record<string, Words>> = {
  "vocational-qualification": words("国家职业资格证书", "vocational qualification"),
  "skill-level": words("职业技能等级证书", "skill level certificate"),
};

const levels = ["", "一", "二", "三", "四", "五"];

export const categoryWords = (category: string): Words => {
  const [kind = "", level = ""] = category.split(":");
  const named = byKind[kind];
  if (named) return words(`${named.zh}${levels[Number(level)]}级`, `${named.en} ${level}`);
  return byCategory[category] ?? words(category, category);
};
