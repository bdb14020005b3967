import type { MaterialRequest } from "#shared/domain/letter.ts";
import { type Html, html } from "#shared/http/html.ts";
import { dueWords, reviewRows, row, said } from "./page-parts.ts";
import type { Language } from "./page-words.ts";

/** 补正通知: which materials are asked for, why, and by when. */
export const materialPage = (content: MaterialRequest, lang: Language): Html => {
  const { items, term, lapses } = content;
  const zh = lang === "zh";
  const rows = [...reviewRows(lang, content), row(zh ? "提交期限" : "To be handed in by", dueWords(lang, term))];
  const asked = items.map(({ name, reason }) => html`<tr><td>${name[lang]}</td><td>${said(reason)}</td></tr>\n`);
  return html`<p>${texts[lang].opening}</p>
<table>
${rows}</table>
<table>
<tr><th scope="col">${zh ? "材料" : "Material"}</th><th scope="col">${zh ? "需补正的原因" : "Why it is asked for"}</th></tr>
${asked}</table>
<p>${texts[lang].pause} ${lapses ? texts[lang].lapse : texts[lang].decide}</p>`;
};

const texts = {
  zh: {
    opening: "您的申请尚需补充或更换下列材料;未列出的材料无需重新提交。",
    pause: "等待材料期间,审核期限中止计算。",
    lapse: "逾期未提交的,本次申请终止,您可以重新提出。",
    decide: "逾期未提交的,按已有材料作出决定。",
  },
  en: {
    opening: "Your request needs the materials below; whatever is not listed need not be handed in again.",
    pause: "The time for the decision stands still while they are waited for.",
    lapse: "If they are not handed in by the day, the request lapses; you may make a new one.",
    decide: "If they are not handed in by the day, the decision is made on what is there.",
  },
} as const;
