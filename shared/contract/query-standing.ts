import * as z from "zod";
import { ApplicationNumber, ApplicationState } from "#shared/domain/application.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { RankingResult } from "#shared/domain/listing.ts";
import { DecimalPoints } from "#shared/domain/score.ts";
import { ofApplicant } from "./application-input.ts";
import type { Endpoint } from "./endpoint.ts";

const Line = z.strictObject({
  line: DecimalPoints.nullable().meta({ description: "The points of the last one placed; null where nobody is" }),
  distance: DecimalPoints.nullable().meta({ description: "How far one's own points lie above it, or below" }),
});

const Standing = z
  .strictObject({
    applicationNumber: ApplicationNumber,
    state: ApplicationState,
    points: DecimalPoints.nullable().meta({ description: "Null where no score counts" }),
    pointsAsOf: CalendarDate.meta({ description: "The programme's day once it is ranked; before that, today" }),
    isRanked: z.boolean(),
    position: z.int().min(1).nullable().meta({ description: "In the order of the listing" }),
    place: z.int().min(1).nullable().meta({ description: "Shared by those who tie on everything" }),
    result: RankingResult.nullable(),
    threshold: Line.readonly().nullable().meta({ description: "Of the programme, if it has one" }),
    wishes: z
      .array(
        z
          .strictObject({
            offer: z.string(),
            ...Line.shape,
            lastYear: Line.readonly()
              .nullable()
              .meta({ description: "Of the same offer, where the year before has ended" }),
          })
          .readonly(),
      )
      .readonly()
      .meta({ description: "In the order in which they were named" }),
  })
  .readonly()
  .meta({ id: "Standing" });
export type Standing = z.infer<typeof Standing>;

export const queryStandingEndpoint = {
  id: "query-standing",
  method: "GET",
  path: "/v1/residents/{residentId}/applications/{applicationNumber}/standing",
  summary: "Where an application stands, and how far from the line",
  description:
    "At any time: before the ranking with today's points and last year's line, from the preview on with the points and " +
    "the position that count.",
  roles: ["resident", "window"],
  params: ofApplicant,
  answers: { 200: { description: "Where it stands", body: Standing } },
  refusals: ["resident-unknown", "application-unknown"],
} as const satisfies Endpoint;
