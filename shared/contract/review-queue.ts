import * as z from "zod";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { Department } from "#shared/domain/department.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { ReviewId } from "#shared/domain/review.ts";
import type { Endpoint } from "./endpoint.ts";

export const CityOrCounty = AreaCode.refine((area) => !area.endsWith("0000"), "must be a city or a county").meta({
  description: "A city, or a county of it",
});

const Place = z
  .strictObject({
    residentId: ResidentId,
    reviewId: ReviewId,
    county: AreaCode,
    dueOn: CalendarDate.meta({ description: "Where there is no term, the day since which it waits" }),
    term: z.enum(["fixed", "provisional", "none"]),
    overdue: z.boolean(),
  })
  .readonly()
  .meta({ id: "QueuePlace" });

export const listReviewQueueEndpoint = {
  id: "list-review-queue",
  method: "GET",
  path: "/v1/reviews",
  summary: "What waits for a department, the earliest due first",
  description:
    "For a verifier what waits for their own department, for an auditor what waits for the one asked for; in the city of " +
    "the area. `next` is the cursor of the following page, which may hold fewer entries than asked for.",
  roles: ["verifier", "auditor"],
  query: z.strictObject({
    area: CityOrCounty,
    department: Department.exactOptional().meta({ description: "A verifier's own unless given" }),
    limit: z
      .string()
      .regex(/^([1-9]|[1-9]\d|100)$/, "must be a whole number from 1 to 100")
      .transform(Number)
      .default(20)
      .meta({ description: "Entries a page, 1 to 100; 20 unless given" }),
    cursor: z.string().min(1).max(500).exactOptional().meta({ description: "`next` of the page before" }),
  }),
  answers: {
    200: {
      description: "One page of the queue",
      body: z
        .strictObject({
          department: Department,
          places: z.array(Place).readonly(),
          next: z.string().nullable().meta({ description: "The cursor of the next page; null on the last" }),
        })
        .readonly()
        .meta({ id: "ReviewQueue" }),
    },
  },
  refusals: ["area-not-allowed", "department-not-allowed"],
} as const satisfies Endpoint;

const Count = z
  .strictObject({
    county: AreaCode,
    department: Department,
    waiting: z.int(),
    overdue: z.int(),
    provisional: z.int().meta({ description: "Of those waiting: whose term is not certain yet" }),
    earliestDueOn: CalendarDate.nullable(),
  })
  .readonly()
  .meta({ id: "ReviewCount" });

export const countReviewsEndpoint = {
  id: "count-reviews",
  method: "GET",
  path: "/v1/reviews/overview",
  summary: "How many reviews wait, and how many are overdue",
  description:
    "For every county of the city and every department: what waits for it and how much of that is overdue, so that whoever " +
    "guides and urges (指导、督促) sees where to. A verifier sees their own department. Counted are at most 5,000 a department.",
  roles: ["verifier", "auditor"],
  query: z.strictObject({ area: CityOrCounty }),
  answers: {
    200: {
      description: "The counts",
      body: z
        .strictObject({
          asOf: CalendarDate,
          counts: z.array(Count).readonly(),
          complete: z.boolean().meta({ description: "Whether all were counted" }),
        })
        .readonly()
        .meta({ id: "ReviewOverview" }),
    },
  },
  refusals: ["area-not-allowed", "department-not-allowed"],
} as const satisfies Endpoint;
