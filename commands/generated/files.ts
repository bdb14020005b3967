import { endpoints } from "#shared/contract/endpoints.ts";
import { type GeneratedFile, jsonText } from "./generated-file.ts";
import { openApiDocument } from "./open-api/document.ts";

/** All that `npm run generate` writes. */
export const generatedFiles: readonly GeneratedFile[] = [
  { path: "docs/openapi.json", content: () => jsonText(openApiDocument(endpoints)) },
];
