import type { Department } from "#shared/domain/department.ts";
import type { LetterContent } from "#shared/domain/letter.ts";
import type { Term } from "#shared/domain/review.ts";
import { type Html, html } from "#shared/http/html.ts";
import { departments, type Language, layers, reviewKinds } from "./page-words.ts";

/** One line of a letter's table. What others copy from the page is marked with its name. */
export const row = (label: string, value: string | number | Html, of?: string): Html =>
  of === undefined
    ? html`<tr><th scope="row">${label}</th><td>${value}</td></tr>\n`
    : html`<tr><th scope="row">${label}</th><td data-of="${of}">${value}</td></tr>\n`;

/** Words that a person wrote: their line breaks stay, and no writing direction of theirs reaches beyond them. */
export const said = (text: string): Html => html`<bdi class="said">${text}</bdi>`;

export const namesOf = (lang: Language, named: readonly Department[]): string =>
  named.map((department) => departments[department][lang]).join(lang === "zh" ? "、" : ", ");

/** Until when somebody has to act. */
export const dueWords = (lang: Language, { workingDays, dueOn, provisional }: Term): string =>
  lang === "zh"
    ? `${provisional ? "最早于 " : ""}${dueOn}(${workingDays} 个工作日)`
    : `${provisional ? "At the earliest " : ""}${dueOn} (${workingDays} working days)`;

/** What every letter of a review says first. */
export const reviewRows = (
  lang: Language,
  { reviewId, reviewKind, round, line, lineName }: Extract<LetterContent, { readonly reviewKind: unknown }>,
): readonly Html[] => {
  const zh = lang === "zh";
  return [
    row(zh ? "申请编号" : "Request", reviewId),
    row(zh ? "类别" : "Kind", reviewKinds[reviewKind][lang]),
    row(zh ? "所涉项目" : "Line", `${lineName[lang]} (${layers[line.layer][lang]})`),
    row(zh ? "轮次" : "Round", round),
  ];
};
