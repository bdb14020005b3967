import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { letterPage } from "#functions/letters/letter-page.ts";
import { Department } from "#shared/domain/department.ts";
import { FindingDepartment } from "#shared/domain/finding.ts";
import type { LetterContent, LetterKind } from "#shared/domain/letter.ts";
import { PersonName } from "#shared/domain/person.ts";
import { ReviewKind, ReviewOutcome } from "#shared/domain/review.ts";
import { ScoreStatus } from "#shared/domain/score.ts";
import { pageHeaders, pageStyle } from "#shared/http/page-style.ts";
import { contents, holder, letter, letterId } from "../../support/letters.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const page = (content: LetterContent, lang: "zh" | "en" = "zh") => letterPage(letter(content), holder, lang);
const kinds = Object.keys(contents) as readonly (keyof typeof contents)[];
const nasty = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;`;

describe.each(["zh", "en"] as const)("in %s", (lang) => {
  // whoever changes the first template finds it here: letters that people hold would be reprinted otherwise
  test.each(kinds)("the first template prints every %s as it has always printed it, byte for byte", (kind) => {
    const printed = variants[kind].map((content) => page(content, lang)).join("");

    expect(sha256(printed)).toBe(digests[lang][kind]);
  });

  test.each(kinds)("%s is one page that loads, runs and sends nothing", (kind) => {
    const printed = page(contents[kind], lang);

    expect(printed).toMatch(/^<!doctype html>\n<html lang="(zh-CN|en)">/);
    expect(printed).not.toMatch(/<(script|img|link|iframe|form|object|a)\b|https?:|\son\w+=|style=/i);
    expect(printed).toContain(`<style>${pageStyle}</style>`);
    expect(printed).toContain(holder.identityNumber);
    expect(printed).toContain(sha256(JSON.stringify([letterId(1), 1, "2026-02-28", contents[kind]])));
  });
});

test.each<[string, LetterContent]>([
  ["reason", { ...contents.decision, reason: nasty }],
  ["clause", { ...contents.decision, clause: nasty }],
  ["name of a line", { ...contents.decision, lineName: { zh: nasty, en: nasty } }],
  ["reason for material", { ...contents["material-asked"], items: [{ name: { zh: "甲", en: "A" }, reason: nasty }] }],
  ["purpose", { ...contents["score-certificate"], purpose: nasty }],
])("a %s that would be markup is printed as it was written", (_, content) => {
  const printed = page(content);

  expect(printed).not.toMatch(/<script|<img/);
  expect(printed).toContain("&#60;script&#62;alert(1)&#60;/script&#62;");
});

test("so is a name", () => {
  const printed = letterPage(letter(), { ...holder, name: PersonName.parse("<b>山</b>") }, "zh");

  expect(printed).toContain("&#60;b&#62;山&#60;/b&#62;");
});

test("the one style of the page is the one that its headers let through", () => {
  const [, style = ""] = /<style>(.*)<\/style>/s.exec(page(contents.decision)) ?? [];
  const hash = createHash("sha256").update(style).digest("base64");

  expect(pageHeaders["content-security-policy"]).toContain("default-src 'none'");
  expect(pageHeaders["content-security-policy"]).toContain(`style-src 'sha256-${hash}'`);
});

describe("a decision", () => {
  test("says what was decided, why, on which clause, by whom, and that it may be appealed once", () => {
    const printed = page(contents.decision, "en");

    for (const words of ["Partly upheld", contents.decision.reason, contents.decision.clause, "you may appeal once"])
      expect(printed).toContain(words);
    expect(printed).toContain("Human Resources and Social Security, Public Security");
  });

  test("on an appeal says that it is the last, and one that upholds needs no appeal", () => {
    const last = page({ ...contents.decision, outcome: "rejected", mayAppeal: false }, "zh");
    const upheld = page({ ...contents.decision, outcome: "upheld", mayAppeal: false }, "zh");

    expect(last).toContain("不再受理复核");
    expect(upheld).toContain("相应数据已更正");
  });
});

test("a decision on what the office has reopened is not called one on an appeal", () => {
  const last = { ...contents.decision, outcome: "rejected", mayAppeal: false } as const;

  expect(page({ ...last, begunBy: "office" }, "en")).toContain("the office itself reopened the matter");
  expect(page({ ...last, begunBy: "office" }, "en")).not.toContain("decision on your appeal");
  expect(page({ ...last, begunBy: "person" }, "en")).toContain("decision on your appeal");
});

describe("a request for material", () => {
  test("names the bad items only, each with its reason, and a provisional day as the earliest", () => {
    const printed = page(contents["material-asked"], "en");

    expect(printed).toContain("Contribution record");
    expect(printed).toContain("照片模糊\n请重新上传");
    expect(printed).toContain("At the earliest 2026-02-26");
    expect(printed).toContain("the request lapses");
  });

  test("in what the office has begun says that without it the decision rests on what is there", () => {
    expect(page({ ...contents["material-asked"], lapses: false }, "zh")).toContain("按已有材料作出决定");
  });
});

test.each([
  [false, "已收到并受理"],
  [true, "未参与原决定"],
])("a receipt (of an appeal: %s) says that the request has come, and by when it is decided", (appeal, words) => {
  const printed = page({ ...contents["acceptance-receipt"], appeal });

  expect(printed).toContain(words);
  expect(printed).toContain("2026-02-26(5 个工作日)");
});

/** Every word that a letter of a kind can print. */
const variants: { readonly [Kind in LetterKind]: readonly LetterContent[] } = {
  "acceptance-receipt": [
    ...(["resident", "guardian", "window", "verifier", "auditor", "system"] as const).map((filedBy) => ({ filedBy })),
    ...ReviewKind.options.flatMap((reviewKind) => [true, false].map((appeal) => ({ reviewKind, appeal }))),
    ...(["province", "city", "county"] as const).map((layer) => ({ line: { layer, code: "social-insurance" } })),
    { deciders: Department.options },
    { term: contents["material-asked"].term },
  ].map((differing) => ({ ...contents["acceptance-receipt"], ...differing })),
  "material-asked": [{ lapses: true }, { lapses: false }, { term: contents["acceptance-receipt"].term }].map(
    (differing) => ({ ...contents["material-asked"], ...differing }),
  ),
  decision: ReviewOutcome.options.flatMap((outcome) =>
    [true, false].flatMap((mayAppeal) =>
      (["person", "office"] as const).map((begunBy) => ({ ...contents.decision, outcome, mayAppeal, begunBy })),
    ),
  ),
  "police-referral": FindingDepartment.options.map((department) => ({ ...contents["police-referral"], department })),
  "score-certificate": [
    ...ScoreStatus.options.map((status) => ({ status, statusClause: "积分自动失效" })),
    ...(["province", "city", "county", "total"] as const).map((layer) => ({
      lines: [{ layer, code: "age", points: 20 }],
    })),
    { total: null, lines: [], lineNames: [] },
  ].map((differing) => ({ ...contents["score-certificate"], ...differing })),
};

const digests = {
  zh: {
    "acceptance-receipt": "582173e0023560d94388a691cfde7c6145a91bb4bd7b1eb602c888fbd7d7f50d",
    "material-asked": "ef7de8243b4562cc8b59ae181e2bbd221d1ff9f773e437f79efc0eb4048f4150",
    decision: "ec89c2d3c585adcbbb55ea22acc70fb436f4c166300213a47374149623f93f14",
    "police-referral": "c262ad9ccb6ac6f84fb2aba0698bb2f78cbf867688dedba0a3c6790737e4b7d0",
    "score-certificate": "ef2843c6426c0902aeffc3d0ac3534f75e6818dc2e5d6410d8b654e97849acb4",
  },
  en: {
    "acceptance-receipt": "202623f96a4c0459339bf6b2abd841b788ed8491c8062d544d2e186ecfe241bb",
    "material-asked": "b8a865030a96826323fbf3ee1d990fee7096a47b93d9d6c173fe0fec0148c64e",
    decision: "671ec4f593d56db5dd00f9f4233e24663a008ff0af8226445f7eda57724c372d",
    "police-referral": "af0c39443bddd6ecd1930cfc04a99c403430a264c5860aaa8d8727c6856475c3",
    "score-certificate": "3f4a1f9931ad38dfd2cced3e2213eebcf393fa9bc4c8c0118262690d9f46f7d7",
  },
};
