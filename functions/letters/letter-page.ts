import { createHash } from "node:crypto";
import type { Letter } from "#shared/domain/letter.ts";
import { type Html, html } from "#shared/http/html.ts";
import { pageStyle } from "#shared/http/page-style.ts";
import { certificatePage } from "./certificate-page.ts";
import { decisionPage } from "./decision-page.ts";
import type { Holder } from "./holder.ts";
import { materialPage } from "./material-page.ts";
import { row } from "./page-parts.ts";
import { type Language, titles } from "./page-words.ts";
import { receiptPage } from "./receipt-page.ts";
import { referralPage } from "./referral-page.ts";
import { statementOf } from "./statement.ts";

/** A letter as a page to print. Pure: the same letter to the same person is the same page, byte for byte. */
export const letterPage = (letter: Letter, holder: Holder, lang: Language): string => {
  switch (letter.template) {
    case 1:
      return firstTemplate(letter, holder, lang).html;
  }
};

// what was printed by it must come out the same for ever: another wording is another template
const firstTemplate = (letter: Letter, holder: Holder, lang: Language): Html => {
  const title = titles[letter.content.kind][lang];
  const zh = lang === "zh";
  const addressed = [
    row(zh ? "姓名" : "Name", holder.name, "name"),
    row(zh ? "公民身份号码" : "Identity number", holder.identityNumber, "identityNumber"),
  ];
  return html`<!doctype html>
<html lang="${zh ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${{ html: pageStyle }}</style>
</head>
<body>
<header>
<p>${zh ? "新市民积分管理服务" : "Points service for new residents"}</p>
<h1>${title}</h1>
</header>
<table>
${addressed}</table>
${bodyOf(letter, holder, lang)}
<footer>
<p>${letter.letterId} · ${letter.issuedOn}</p>
<p>${zh ? "本页数据摘要(SHA-256)" : "Digest of the data of this page (SHA-256)"}: ${digestOf(letter)}</p>
</footer>
</body>
</html>
`;
};

const bodyOf = (letter: Letter, holder: Holder, lang: Language): Html => {
  const { content } = letter;
  switch (content.kind) {
    case "acceptance-receipt":
      return receiptPage(content, lang);
    case "material-asked":
      return materialPage(content, lang);
    case "decision":
      return decisionPage(content, lang);
    case "police-referral":
      return referralPage(content, lang);
    case "score-certificate":
      return certificatePage(content, statementOf(letter, content, holder), lang);
  }
};

/** Names what the letter says by its exact content, which tables and programs keep in the order it was written in. */
const digestOf = ({ letterId, template, issuedOn, content }: Letter): string =>
  createHash("sha256")
    .update(JSON.stringify([letterId, template, issuedOn, content]))
    .digest("hex");
