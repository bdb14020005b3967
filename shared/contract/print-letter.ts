import * as z from "zod";
import { LetterId } from "#shared/domain/letter.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Endpoint } from "./endpoint.ts";

export const printLetterEndpoint = {
  id: "print-letter",
  method: "GET",
  path: "/v1/residents/{residentId}/letters/{letterId}",
  summary: "A letter, to be printed",
  description:
    "One page of HTML for A4, without scripts and without anything from elsewhere. A letter is printed from data that " +
    "never change and by the template it was written with: printed again it is the same, byte for byte. It bears the " +
    "person's name, and of the identity number the first three and the last four characters. For the resident and the " +
    "window of their area; an auditor sees from the list which letters there were.",
  roles: ["resident", "window"],
  params: z.strictObject({ residentId: ResidentId, letterId: LetterId }),
  query: z.strictObject({
    lang: z.enum(["zh", "en"]).default("zh").meta({ description: "The language of the page" }),
  }),
  answers: { 200: { description: "The page", body: z.string(), mediaType: "text/html" } },
  refusals: ["resident-unknown", "letter-unknown"],
} as const satisfies Endpoint;
