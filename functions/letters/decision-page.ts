import type { DecisionNotice } from "#shared/domain/letter.ts";
import { type Html, html } from "#shared/http/html.ts";
import { namesOf, reviewRows, row, said } from "./page-parts.ts";
import { type Language, outcomes } from "./page-words.ts";

/** 复核决定: what was decided and why, on which clause, and what can be done about it. */
export const decisionPage = (content: DecisionNotice, lang: Language): Html => {
  const { outcome, reason, clause, departments } = content;
  const zh = lang === "zh";
  const rows = [
    ...reviewRows(lang, content),
    row(zh ? "决定" : "Decision", html`<strong>${outcomes[outcome][lang]}</strong>`),
    row(zh ? "理由" : "Reason", said(reason)),
    row(zh ? "依据" : "Clause", said(clause)),
    row(zh ? "作出单位" : "Decided by", namesOf(lang, departments)),
  ];
  return html`<p>${zh ? "您的申请已审核完毕,决定如下。" : "Your request was examined and decided as follows."}</p>
<table>
${rows}</table>
<p>${texts[rightOf(content)][lang]}</p>`;
};

const rightOf = ({ outcome, mayAppeal, begunBy }: DecisionNotice): keyof typeof texts => {
  if (outcome === "upheld") return "corrected";
  if (mayAppeal) return "appeal";
  return begunBy === "office" ? "reopened" : "last";
};

const texts = {
  corrected: {
    zh: "相应数据已更正,积分随之重新计算。您可随时查询积分分值和得分明细。",
    en: "The fact was corrected and the score is recomputed. You may look up total and lines at any time.",
  },
  appeal: {
    zh: "对本决定有异议的,可以就同一项目再申请复核一次,由未参与本决定的人员办理。",
    en: "If you object to this decision you may appeal once; it is then decided by somebody who took no part in it.",
  },
  last: {
    zh: "本决定为再次复核后的决定,同一申请不再受理复核。数据有变化的,可以提出新的申请。",
    en: "This is the decision on your appeal; the same request is not reviewed again. If the facts change you may make a new one.",
  },
  reopened: {
    zh: "本决定为经办机构依职权重新审查后的决定;该申请此前已再次复核过,不再受理复核。数据有变化的,可以提出新的申请。",
    en: "This is the decision after the office itself reopened the matter; the request was appealed before and is not reviewed again. If the facts change you may make a new one.",
  },
} as const;
