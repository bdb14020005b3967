import * as z from "zod";
import { ListingId } from "#shared/domain/listing.ts";
import { ProgrammeId, ProgrammeState } from "#shared/domain/programme.ts";
import { SettlementPhase } from "#shared/domain/settlement.ts";
import type { Endpoint } from "./endpoint.ts";

export const ofProgramme = z.strictObject({ programmeId: ProgrammeId });

const Part = z
  .strictObject({
    phase: SettlementPhase,
    done: z.int().meta({ description: "Parts that are done" }),
    of: z.int().meta({ description: "Parts that were begun; of `freeze` all 32" }),
    counts: z.record(z.string(), z.int()).meta({ description: "What came of the applications so far" }),
  })
  .readonly();

/** How far the settlement of a programme has come. It shows nobody's points. */
export const Settlement = z
  .strictObject({
    programmeId: ProgrammeId,
    state: ProgrammeState,
    round: z.union([z.literal(1), z.literal(2)]),
    run: z.int().min(0).meta({ description: "0 before the first; one more whenever it is ranked anew" }),
    phases: z.array(Part).readonly(),
    undecided: z.int().meta({ description: "Applications that are incomplete and wait for a decision: see readiness" }),
    listingId: ListingId.nullable(),
  })
  .readonly()
  .meta({ id: "Settlement" });
export type Settlement = z.infer<typeof Settlement>;

export const beginSettlementEndpoint = {
  id: "begin-settlement",
  method: "POST",
  path: "/v1/programmes/{programmeId}/settlement",
  summary: "Rank the applications of a programme",
  description:
    "From the cut-off day on, with the seed drawn: copies the result of every accepted application as of the day that counts, " +
    "ranks them, and shows the listing to the applicants or to everyone. It goes on by itself; called again while it goes on, " +
    "it takes up what has stopped, and looks once more at those that waited for a decision.",
  roles: ["verifier"],
  params: ofProgramme,
  answers: { 202: { description: "Begun, or taken up again", body: Settlement } },
  refusals: [
    "programme-unknown",
    "programme-busy",
    "programme-too-early",
    "seed-missing",
    "step-not-allowed",
    "department-not-allowed",
    "area-not-allowed",
  ],
  stores: true,
} as const satisfies Endpoint;

export const resettleProgrammeEndpoint = {
  id: "resettle-programme",
  method: "POST",
  path: "/v1/programmes/{programmeId}/resettlement",
  summary: "Rank once more, before the public sees it",
  description:
    "A mistake was found during the preview: every application is frozen anew from what is known by now, still as of the day " +
    "that counts, and ranked again; the preview begins anew.",
  roles: ["verifier"],
  params: ofProgramme,
  body: z.strictObject({ reason: z.string().trim().min(1).max(1000) }).readonly(),
  answers: { 202: { description: "Begun", body: Settlement } },
  refusals: ["programme-unknown", "programme-busy", "step-not-allowed", "department-not-allowed", "area-not-allowed"],
  stores: true,
} as const satisfies Endpoint;

export const readSettlementEndpoint = {
  id: "read-settlement",
  method: "GET",
  path: "/v1/programmes/{programmeId}/settlement",
  summary: "How far the settlement of a programme has come",
  description: "Of the present run, each part with what it has come to.",
  roles: ["verifier", "auditor", "operator"],
  params: ofProgramme,
  answers: { 200: { description: "The progress", body: Settlement } },
  refusals: ["programme-unknown", "department-not-allowed", "area-not-allowed"],
} as const satisfies Endpoint;
