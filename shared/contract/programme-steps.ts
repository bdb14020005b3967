import * as z from "zod";
import { ProgrammeId, ProgrammeTerms } from "#shared/domain/programme.ts";
import type { Endpoint } from "./endpoint.ts";
import { ProgrammeAnswer } from "./programme-answer.ts";
import { Statement } from "./review-input.ts";

const path = "/v1/programmes/{programmeId}";
const ofProgramme = {
  params: z.strictObject({ programmeId: ProgrammeId }),
  answers: { 200: { description: "The programme as it stands now", body: ProgrammeAnswer } },
  stores: true,
} as const;
const refusals = ["programme-unknown", "programme-busy", "step-not-allowed"] as const;

export const draftProgrammeEndpoint = {
  id: "draft-programme",
  method: "POST",
  path: "/v1/programmes",
  summary: "Draft a programme",
  description:
    "The rules of a public service by points, as data. Nobody but those who write, approve and audit in the area sees it " +
    "until somebody else has approved it. What does not hold between the fields is listed, with what to do about it.",
  roles: ["rule-maker"],
  body: ProgrammeTerms,
  answers: { 201: { description: "Drafted", body: ProgrammeAnswer } },
  refusals: ["area-not-allowed"],
  stores: true,
} as const satisfies Endpoint;

export const redraftProgrammeEndpoint = {
  id: "redraft-programme",
  method: "PUT",
  path,
  ...ofProgramme,
  summary: "Write a draft anew",
  description:
    "In place of the terms there were; each writing is a step of its own. What is published is never changed.",
  roles: ["rule-maker"],
  body: ProgrammeTerms,
  refusals: [...refusals, "area-not-allowed"],
} as const satisfies Endpoint;

export const discardProgrammeEndpoint = {
  id: "discard-programme",
  method: "POST",
  path: `${path}/discard`,
  ...ofProgramme,
  summary: "Discard a draft",
  description: "By whoever writes or approves, with a reason. What is published can't be discarded.",
  roles: ["rule-maker", "approver"],
  body: z.strictObject({ reason: Statement }).readonly(),
  refusals,
} as const satisfies Endpoint;

export const publishProgrammeEndpoint = {
  id: "publish-programme",
  method: "POST",
  path: `${path}/publication`,
  ...ofProgramme,
  summary: "Approve a draft and publish it",
  description:
    "By somebody who has not written on it. `digest` names the terms that were read: where they are others by now, nothing " +
    "is published. From then on they stand.",
  roles: ["approver"],
  body: z
    .strictObject({
      digest: z
        .string()
        .regex(/^[0-9a-f]{64}$/, "must be the digest of the terms, as GET /v1/programmes/{programmeId} answers it"),
    })
    .readonly(),
  refusals: [...refusals, "second-person-needed", "programme-changed", "programme-too-late"],
} as const satisfies Endpoint;

export const drawSeedEndpoint = {
  id: "draw-seed",
  method: "POST",
  path: `${path}/seed`,
  ...ofProgramme,
  summary: "Say what seed the lots are made of",
  description:
    "Once a round, after the time to apply, by the department that grants the service: taken from the public draw that the " +
    "terms name, so that nobody could know it while one could still apply. It is public at once.",
  roles: ["verifier"],
  body: z
    .strictObject({
      seed: z.string().trim().min(1).max(200).meta({ description: "As the draw was published, to the letter" }),
      source: z.string().trim().min(1).max(300).meta({ description: "Where anybody can look it up" }),
    })
    .readonly(),
  refusals: [...refusals, "area-not-allowed", "department-not-allowed", "programme-too-early", "seed-drawn-before"],
} as const satisfies Endpoint;
