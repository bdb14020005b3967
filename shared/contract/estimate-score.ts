import * as z from "zod";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { SwitchedReadings } from "#shared/domain/readings.ts";
import { GivenLocal, ScoreInput } from "#shared/domain/score-input.ts";
import type { Endpoint } from "./endpoint.ts";
import { EstimateAnswer } from "./score-answer.ts";

export const Estimate = z
  .strictObject({
    asOf: CalendarDate.exactOptional().meta({ description: "Today in Asia/Shanghai unless given" }),
    area: AreaCode.exactOptional().meta({ description: "Whose local standard; the province alone unless given" }),
    input: ScoreInput,
    local: GivenLocal.exactOptional(),
    readings: SwitchedReadings.exactOptional(),
  })
  .readonly();

export const estimateScoreEndpoint = {
  id: "estimate-score",
  method: "POST",
  path: "/v1/estimates",
  summary: "Score facts given in the request",
  description:
    "Scores what the body says and stores nothing: any area, any day from 1900 to 2099. Readings may be switched and the " +
    "sums of a local layer given; the answer then says `hypothetical`.",
  roles: ["resident", "window", "verifier", "rule-maker", "approver", "auditor"],
  body: Estimate,
  answers: { 200: { description: "The estimate", body: EstimateAnswer } },
  refusals: [],
} as const satisfies Endpoint;
