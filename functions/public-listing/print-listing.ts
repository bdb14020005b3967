import type { Call } from "#shared/contract/endpoint.ts";
import type { printListingEndpoint } from "#shared/contract/listings.ts";
import { type Html, html } from "#shared/http/html.ts";
import { pageHeaders, pageStyle } from "#shared/http/page-style.ts";
import type { Listings } from "#shared/storage/listings.ts";
import { entryCells } from "./entry-cells.ts";
import { entriesOfPart, partIn, partsOf, perPage } from "./parts.ts";
import { publicListing } from "./public-listing.ts";
import { headings } from "./result-words.ts";
import type { TermsOf } from "./terms-of.ts";

/** 公示, to be put up on a wall. */
export const printListing =
  (listings: Pick<Listings, "read" | "entries">, termsOf: TermsOf) =>
  async ({ params: { listingId }, query: { part, lang } }: Call<typeof printListingEndpoint>) => {
    const listing = await publicListing(listings, listingId);
    const terms = await termsOf(listing);
    const { revision } = partIn(listing, perPage, { part });
    const entries = await entriesOfPart((request) => listings.entries(listingId, revision, request), part, perPage);
    const zh = lang === "zh";
    const title = `${terms.name[lang]} · ${zh ? "公示" : "Public listing"}`;
    const { publishedOn = "", term, changes, digest, counts } = listing;
    const due = term ? `${term.provisional ? (zh ? "最早 " : "at the earliest ") : ""}${term.dueOn}` : "";
    const page = html`<!doctype html>
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
<p>${zh ? `公示期:${publishedOn} 至 ${due},期内可提出异议` : `Listed from ${publishedOn} to ${due}; objections are taken until then`}</p>
</header>
<table>
<thead>${row(headings.map((heading) => html`<th scope="col">${heading[lang]}</th>`))}</thead>
<tbody>
${entries.map(entryCells(terms, lang)).map((cells) => row(cells.map((cell) => html`<td>${cell}</td>`)))}</tbody>
</table>
${changes.map(
  (change) =>
    html`<p>${change.on} ${change.applicationNumber}: <bdi class="said">${change.reason}</bdi> (${change.clause})</p>\n`,
)}<footer>
<p>${listingId} · ${zh ? "版本" : "revision"} ${revision} · ${part}/${partsOf(counts, perPage)}</p>
<p>SHA-256: ${digest}</p>
</footer>
</body>
</html>
`.html;
    return { status: 200, page, headers: pageHeaders };
  };

const row = (cells: readonly Html[]): Html => html`<tr>${cells}</tr>\n`;
