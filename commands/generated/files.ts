import * as z from "zod";
import { endpoints } from "#shared/contract/endpoints.ts";
import { Standard } from "#shared/policy/standard.ts";
import { type GeneratedFile, jsonText } from "./generated-file.ts";
import { openApiDocument } from "./open-api/document.ts";
import { publishedStandards } from "./published-standards.ts";

/** All that `npm run generate` writes. */
export const generatedFiles: readonly GeneratedFile[] = [
  { path: "docs/openapi.json", content: () => jsonText(openApiDocument(endpoints)) },
  { path: "policies/policy.schema.json", content: () => jsonText(z.toJSONSchema(Standard, { io: "input" })) },
  { path: "policies/published.ts", content: publishedStandards },
];
