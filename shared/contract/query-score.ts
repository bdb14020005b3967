import * as z from "zod";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Endpoint } from "./endpoint.ts";
import { ScoreAnswer, ScoreExcerpt } from "./score-answer.ts";

export const queryScoreEndpoint = {
  id: "query-score",
  method: "GET",
  path: "/v1/residents/{residentId}/score",
  summary: "The score with its lines",
  description:
    "Scores the facts as they stand, on the day asked, under the rules in force that day. Computed on every read. " +
    "A resident sees their own; window and auditor see people of their areas; a verifier sees the lines of their own " +
    "department. 0 points and a void score are different things: see `status`.",
  roles: ["resident", "window", "verifier", "auditor"],
  params: z.strictObject({ residentId: ResidentId }),
  query: z.strictObject({
    asOf: CalendarDate.exactOptional().meta({ description: "Today in Asia/Shanghai unless given" }),
  }),
  answers: { 200: { description: "The score", body: z.union([ScoreAnswer, ScoreExcerpt]) } },
  refusals: ["resident-unknown"],
  etag: true,
} as const satisfies Endpoint;
