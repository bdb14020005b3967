import * as z from "zod";
import { endpoints } from "#shared/contract/endpoints.ts";
import { Standard } from "#shared/policy/standard.ts";
import { evidencePage } from "./evidence-page.ts";
import { type GeneratedFile, jsonText } from "./generated-file.ts";
import { openApiDocument } from "./open-api/document.ts";
import { programmesPage } from "./programmes-page.ts";
import { publishedHolidays } from "./published-holidays.ts";
import { publishedStandards } from "./published-standards.ts";
import { reviewsPage } from "./reviews-page.ts";

/** All that `npm run generate` writes. */
export const generatedFiles: readonly GeneratedFile[] = [
  { path: "docs/openapi.json", content: () => jsonText(openApiDocument(endpoints)) },
  { path: "docs/reviews.md", content: reviewsPage },
  { path: "docs/evidence.md", content: evidencePage },
  { path: "docs/programmes.md", content: programmesPage },
  { path: "policies/policy.schema.json", content: () => jsonText(z.toJSONSchema(Standard, { io: "input" })) },
  { path: "policies/holidays.ts", content: publishedHolidays },
  { path: "policies/published.ts", content: publishedStandards },
];
