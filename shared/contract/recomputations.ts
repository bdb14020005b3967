import * as z from "zod";
import { AreaCode } from "#shared/domain/area.ts";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Endpoint } from "./endpoint.ts";

export const JobId = z
  .string()
  .regex(
    /^(?:j-[0-9a-z]{26}|(?:night|sweep)-\d{4}-\d\d-\d\d|rules-\d{1,9})$/,
    "must be a jobId as POST /v1/recomputations answers it, or that of a night, a sweep or a change of rules",
  )
  .brand<"JobId">()
  .meta({
    id: "JobId",
    description: "`j-…` as answered; `night-<day>`, `sweep-<day>` and `rules-<registry revision>` by themselves",
    examples: ["j-0h7q3n5v9x2k4m6p8s1t3w5y7z", "night-2026-11-23"],
  });
export type JobId = z.infer<typeof JobId>;

const Work = z
  .discriminatedUnion("of", [
    z.strictObject({ of: z.literal("resident"), residentId: ResidentId }),
    z.strictObject({ of: z.literal("night"), day: CalendarDate }),
    z.strictObject({ of: z.literal("sweep"), day: CalendarDate }),
    z.strictObject({ of: z.literal("rules"), registryRevision: z.int(), areas: z.array(AreaCode).max(1000) }),
    z.strictObject({ of: z.literal("due"), day: CalendarDate }),
    z.strictObject({ of: z.literal("area"), area: AreaCode }),
    z.strictObject({ of: z.literal("everyone") }),
  ])
  .meta({ id: "RecomputationWork", description: "Whom the recomputation is for" });

const Counts = z
  .strictObject({
    found: z.int().meta({ description: "Residents found, through an index" }),
    read: z.int().meta({ description: "Residents whose dossier was read" }),
    written: z.int().meta({ description: "Scores recorded with a newer basis" }),
    changed: z.int().meta({ description: "Of those, scores whose result differs from the one before" }),
    unchanged: z.int().meta({ description: "Residents whose record was right already" }),
    failed: z.int().meta({ description: "Residents whose recomputation failed and was sent to the retry queue" }),
    missed: z.int().meta({ description: "By a sweep: scores that a completed night should have caught" }),
    behind: z.int().meta({ description: "By a sweep: scores recorded from an older dossier than there is" }),
  })
  .readonly();

/** A recomputation, how far it has come and what it found. It shows no facts and no points. */
export const Recomputation = z
  .strictObject({
    jobId: JobId,
    work: Work,
    state: z.enum(["running", "stopped", "failed", "done"]).meta({
      description: "`failed`: a part was given up. What is open after a stop or a failure can be resumed",
    }),
    run: z.int().min(1).meta({ description: "1, and one more with every resumption" }),
    requestedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    shards: z.strictObject({ done: z.int(), of: z.int() }).readonly().meta({
      description:
        "How many parts of the work are done. A night has only parts in which somebody is due, one resident none",
    }),
    counts: Counts,
  })
  .readonly()
  .meta({ id: "Recomputation" });
export type Recomputation = z.infer<typeof Recomputation>;

const yes = z.literal(true);

export const requestRecomputationEndpoint = {
  id: "request-recomputation",
  method: "POST",
  path: "/v1/recomputations",
  summary: "Recompute one resident's score, or those of many",
  description:
    "Of one resident: scores the dossier as it stands today and records the result with its history line, at once. A score " +
    "that is pending after a restored permit takes effect with it. Of an area (a county, a city with all its counties, the " +
    "province), of everyone, or of all whose score may change by today: is stored and goes on by itself; its progress is " +
    "read under the `jobId`, and only what changed is written. The answer says what was done, never what the points are.",
  roles: ["operator"],
  body: z.union([
    z.strictObject({ residentId: ResidentId }).readonly(),
    z.strictObject({ area: AreaCode }).readonly(),
    z.strictObject({ everyone: yes }).readonly(),
    z.strictObject({ due: yes }).readonly(),
  ]),
  answers: {
    201: { description: "Recomputed: one resident", body: Recomputation },
    202: { description: "Begun: many residents", body: Recomputation },
  },
  refusals: ["resident-unknown", "job-not-started"],
  stores: true,
} as const satisfies Endpoint;

export const readRecomputationEndpoint = {
  id: "read-recomputation",
  method: "GET",
  path: "/v1/recomputations/{jobId}",
  summary: "A recomputation's progress",
  description:
    "What a recomputation has read, recorded and changed so far: one that was asked for, a night, a sweep or a change of rules.",
  roles: ["operator"],
  params: z.strictObject({ jobId: JobId }),
  answers: { 200: { description: "The recomputation", body: Recomputation } },
  refusals: ["job-unknown"],
} as const satisfies Endpoint;
