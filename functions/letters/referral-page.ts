import type { PoliceReferral } from "#shared/domain/letter.ts";
import { type Html, html } from "#shared/http/html.ts";
import { dueWords, row, said } from "./page-parts.ts";
import { findingDepartments, type Language } from "./page-words.ts";

/** 移送: what was found to be forged and what it had won, on which clause, and that it may be appealed. */
export const referralPage = (content: PoliceReferral, lang: Language): Html => {
  const { findingId, department, reason, clause, confirmation, facts, reviewIds, applications } = content;
  const { barredUntil, appeal } = content;
  const zh = lang === "zh";
  const named = (label: string, ids: readonly string[]) => (ids.length > 0 ? [row(label, ids.join(", "))] : []);
  const rows = [
    row(zh ? "认定编号" : "Finding", findingId),
    row(zh ? "认定单位" : "Found by", findingDepartments[department][lang]),
    row(zh ? "认定事由" : "What was found", said(reason)),
    row(zh ? "认定理由" : "Why it was confirmed", said(confirmation)),
    row(zh ? "依据" : "Clause", said(clause)),
    ...named(zh ? "清零的数据项" : "Facts that count no more", facts),
    ...named(zh ? "失效的更正" : "Corrections that count no more", reviewIds),
    ...named(zh ? "取消的申请" : "Applications cancelled", applications),
    ...(barredUntil ? [row(zh ? "积分整体清零至" : "Score void as a whole until", barredUntil)] : []),
    row(zh ? "申诉期限" : "May be appealed against until", dueWords(lang, appeal)),
  ];
  return html`<p>${texts.opening[lang]}</p>
<table>
${rows}</table>
<p>${texts.right[lang]}</p>`;
};

const texts = {
  opening: {
    zh: "经核查并听取当事人陈述申辩,认定下列材料系伪造、变造或虚假,现移送公安机关依法处理。",
    en: "After examination, and after the person was heard, the material below was found to be forged, altered or false. The matter is referred to public security.",
  },
  right: {
    zh: "当事人不服的,可以在上列期限内申诉一次,由未参与提出和认定的人员办理;申诉期间认定继续有效。认定被撤销的,以撤销后的记录为准。",
    en: "The person may appeal once within that time; somebody decides who took no part before, and until then the finding stands. If it is overturned, that record takes the place of this letter.",
  },
} as const;
