import * as z from "zod";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { FindingId } from "#shared/domain/finding.ts";
import { LetterId, LetterKind } from "#shared/domain/letter.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { ReviewId } from "#shared/domain/review.ts";
import type { Endpoint } from "./endpoint.ts";

const ListedLetter = z
  .strictObject({
    letterId: LetterId,
    kind: LetterKind,
    issuedOn: CalendarDate,
    reviewId: ReviewId.exactOptional().meta({ description: "Of a letter that belongs to a review" }),
    findingId: FindingId.exactOptional().meta({ description: "Of a letter that belongs to a finding of forgery" }),
  })
  .readonly()
  .meta({ id: "ListedLetter" });

export const LettersAnswer = z
  .strictObject({ letters: z.array(ListedLetter).max(200).readonly() })
  .readonly()
  .meta({ id: "Letters" });
export type LettersAnswer = z.infer<typeof LettersAnswer>;

export const listLettersEndpoint = {
  id: "list-letters",
  method: "GET",
  path: "/v1/residents/{residentId}/letters",
  summary: "The letters to a resident",
  description:
    "Receipts, requests for material, decisions and certificates, the newest first, at most 200. A resident sees their " +
    "own; window and auditor see those to people of their areas. Each is printed by its letterId.",
  roles: ["resident", "window", "auditor"],
  params: z.strictObject({ residentId: ResidentId }),
  answers: { 200: { description: "The letters", body: LettersAnswer } },
  refusals: ["resident-unknown"],
} as const satisfies Endpoint;
