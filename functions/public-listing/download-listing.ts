import type { Call } from "#shared/contract/endpoint.ts";
import type { downloadListingEndpoint } from "#shared/contract/listings.ts";
import type { Listings } from "#shared/storage/listings.ts";
import { entryCells } from "./entry-cells.ts";
import { entriesOfPart, partIn, perExport } from "./parts.ts";
import { publicListing } from "./public-listing.ts";
import { headings } from "./result-words.ts";
import type { TermsOf } from "./terms-of.ts";

/** RFC 4180, and the mark by which spreadsheets know UTF-8. */
export const downloadListing =
  (listings: Pick<Listings, "read" | "entries">, termsOf: TermsOf) =>
  async ({ params: { listingId }, query: { part, lang } }: Call<typeof downloadListingEndpoint>) => {
    const listing = await publicListing(listings, listingId);
    const { revision } = partIn(listing, perExport, { part });
    const entries = await entriesOfPart((request) => listings.entries(listingId, revision, request), part, perExport);
    const cells = entryCells(await termsOf(listing), lang);
    const head = part === 1 ? [`\uFEFF${line(headings.map((heading) => heading[lang]))}`] : [];
    const content = [...head, ...entries.map((entry) => line(cells(entry)))].join("");
    return { status: 200, text: { mediaType: "text/csv", content } };
  };

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(",")}\r\n`;

// a spreadsheet takes for a formula what begins like one
const quoted = (cell: string): string => `"${cell.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
