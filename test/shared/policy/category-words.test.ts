import { expect, test } from "vitest";
import { educationLevels } from "#shared/domain/facts.ts";
import { categoryWords } from "#shared/policy/category-words.ts";

test.each([
  ["bachelor", "本科", "bachelor"],
  ["vocational-qualification:1", "国家职业资格证书一级", "vocational qualification 1"],
  ["skill-level:5", "职业技能等级证书五级", "skill level certificate 5"],
  ["title:middle", "中级职称", "middle title"],
  ["special-skill", "专项职业能力证书", "special skill certificate"],
])("%s is called %s", (category, zh, en) => {
  expect(categoryWords(category)).toEqual({ zh, en });
});

test("every education level has words of its own", () => {
  const words = educationLevels.map((level) => categoryWords(level).zh);

  expect(new Set(words).size).toBe(educationLevels.length);
  for (const zh of words) expect(zh).toMatch(/^\p{Script=Han}+$/u);
});

test("a category nobody has words for is called by its name", () => {
  expect(categoryWords("honour")).toEqual({ zh: "honour", en: "honour" });
});
