import type { AcceptanceReceipt } from "#shared/domain/letter.ts";
import { type Html, html } from "#shared/http/html.ts";
import { dueWords, namesOf, reviewRows, row } from "./page-parts.ts";
import { filers, type Language } from "./page-words.ts";

/** 受理回执: that the request has come, who decides, and by when. */
export const receiptPage = (content: AcceptanceReceipt, lang: Language): Html => {
  const { filedBy, appeal, deciders, materials, term } = content;
  const zh = lang === "zh";
  const rows = [
    ...reviewRows(lang, content),
    row(zh ? "提交人" : "Filed by", filers[filedBy][lang]),
    row(zh ? "收到材料" : "Materials received", materials),
    row(zh ? "审核单位" : "Decided by", namesOf(lang, deciders)),
    row(zh ? "办理期限" : "To be decided by", dueWords(lang, term)),
  ];
  return html`<p>${appeal ? texts[lang].appeal : texts[lang].request}</p>
<table>
${rows}</table>
<p>${texts[lang].basis}</p>`;
};

const texts = {
  zh: {
    request: "您的申请已收到并受理,现将受理情况告知如下。",
    appeal: "您对决定提出的异议已收到并受理,将由未参与原决定的人员重新审核,现将受理情况告知如下。",
    basis:
      "依据:「对积分有异议等情况可提出复核申请」「复核申请材料由新市民提供,市县有关单位负责审核」(浙政办发〔2023〕38号 四(二))。",
  },
  en: {
    request: "Your request was received and accepted, as follows.",
    appeal:
      "Your appeal was received and accepted. Somebody who took no part in the decision looks at it afresh, as follows.",
    basis:
      "Basis: whoever objects to their points may ask for a review; the resident brings the material, the local office " +
      "verifies it (浙政办发〔2023〕38号, 4(2)).",
  },
} as const;
