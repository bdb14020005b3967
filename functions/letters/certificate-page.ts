import type { CertificateStatement, ScoreCertificate } from "#shared/domain/letter.ts";
import { type Html, html } from "#shared/http/html.ts";
import { row } from "./page-parts.ts";
import { type Language, layers, statuses } from "./page-words.ts";

/** 积分证明: every value that the check code covers, marked so that programs can copy it too. */
export const certificatePage = (
  { lineNames, checkCode }: ScoreCertificate,
  statement: CertificateStatement,
  lang: Language,
): Html => {
  const { number, issuedOn, asOf, purpose, area, status, statusClause, effectiveTotal, total, dossierVersion } =
    statement;
  const zh = lang === "zh";
  const about = [
    row(zh ? "证明编号" : "Number", number, "number"),
    row(zh ? "用途" : "Purpose", html`<bdi>${purpose}</bdi>`, "purpose"),
    row(zh ? "开具日期" : "Issued on", issuedOn, "issuedOn"),
    row(zh ? "积分截至日期" : "Points as of", asOf, "asOf"),
    row(zh ? "适用标准的地区" : "Area whose standards apply", area, "area"),
    row(zh ? "积分状态" : "Status", `${statuses[status][lang]} · ${status}`, "status"),
    ...(statusClause === null ? [] : [row(zh ? "状态依据" : "Clause of the status", statusClause, "statusClause")]),
    row(zh ? "有效积分" : "Points that count", effectiveTotal, "effectiveTotal"),
    row(zh ? "各项合计" : "Total of the lines", total ?? "–", "total"),
  ];
  const lines = statement.lines.map(
    ({ layer, code, points }, at) =>
      html`<tr data-of="line"><td>${layers[layer][lang]} · ${layer}</td><td>${lineNames[at]?.[lang] ?? ""} · ${code}</td><td class="points">${points}</td></tr>\n`,
  );
  const grounds = [
    ...statement.standards.map(({ code, effectiveFrom, digest }) =>
      row(zh ? "赋分标准" : "Standard", `${code} · ${effectiveFrom} · ${digest}`, "standard"),
    ),
    row(zh ? "档案版本" : "Version of the dossier", dossierVersion, "dossierVersion"),
    row(zh ? "核验码" : "Check code", html`<strong class="code">${checkCode}</strong>`, "checkCode"),
  ];
  return html`<table>
${about}</table>
<table>
<tr><th scope="col">${zh ? "层级" : "Layer"}</th><th scope="col">${zh ? "项目" : "Line"}</th><th scope="col">${zh ? "积分" : "Points"}</th></tr>
${lines}</table>
<table>
${grounds}</table>
<p>${texts[lang]}</p>`;
};

const texts = {
  zh: "任何人可凭本页所载内容和核验码核验真伪(POST /v1/certificate-checks),核验只答真伪。本证明只说明开具时所知的情况,此后的变化以查询结果为准。",
  en:
    "Anyone may verify this page by what is printed on it and the check code (POST /v1/certificate-checks), which answers " +
    "yes or no and nothing else. It states what was known when it was issued; for later changes look the score up.",
} as const;
