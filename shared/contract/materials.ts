import * as z from "zod";
import { CalendarDate } from "#shared/domain/calendar.ts";
import { largestMaterial, MaterialId, MaterialReason, MaterialType, Sha256 } from "#shared/domain/material.ts";
import { MaterialState } from "#shared/domain/material-machine.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { Words } from "#shared/domain/words.ts";
import type { Endpoint } from "./endpoint.ts";

const Bytes = z
  .int()
  .min(1, "must be at least 1: the file is empty")
  .max(largestMaterial, "must be at most 10485760 (10 MB): make the file smaller, or hand it in as several");

const Declared = z
  .strictObject({
    contentType: MaterialType,
    bytes: Bytes.meta({ description: "The exact size of the file" }),
    sha256: Sha256,
  })
  .readonly()
  .meta({ id: "DeclaredMaterial", description: "What is going to be uploaded; exactly this is let in" });

const UploadForm = z
  .strictObject({
    materialId: MaterialId,
    url: z.string(),
    fields: z.record(z.string(), z.string()),
    expiresInSeconds: z.int(),
  })
  .readonly()
  .meta({
    id: "UploadForm",
    description: "Send `fields` as `multipart/form-data` to `url`, with the bytes as the last field, `file`",
  });

export const MaterialAnswer = z
  .strictObject({
    materialId: MaterialId,
    state: MaterialState,
    contentType: MaterialType,
    bytes: z.int(),
    sha256: Sha256,
    requestedOn: CalendarDate,
    reason: z
      .strictObject({ code: MaterialReason, words: Words })
      .readonly()
      .nullable()
      .meta({ description: "Why it was refused, and what to do about it" }),
    deleteOn: CalendarDate.nullable().meta({
      description: "When it goes, as things stand: being part of a review or an application keeps it for longer",
    }),
  })
  .readonly()
  .meta({ id: "Material" });
export type MaterialAnswer = z.infer<typeof MaterialAnswer>;

const residentParams = z.strictObject({ residentId: ResidentId });

export const requestUploadEndpoint = {
  id: "request-upload",
  method: "POST",
  path: "/v1/residents/{residentId}/materials",
  summary: "Ask for the upload of a material",
  description:
    "Answers a form through which exactly the declared file can be sent straight to the store, within ten minutes: a file " +
    "of another size or another SHA-256 is turned away there. What arrives is checked by its content, whatever it is " +
    "called; `GET` of the same path tells how that went. Nobody but the resident, those who decide on a review " +
    "or application that it is part of, and the window where a window asked for the upload, can read it. An upload that nobody finishes is cleared away after a day. The undertaking " +
    "of truth comes first.",
  roles: ["resident", "window"],
  params: residentParams,
  body: Declared,
  answers: { 201: { description: "The form", body: UploadForm } },
  refusals: ["resident-unknown", "undertaking-missing", "too-many-materials"],
} as const satisfies Endpoint;

export const listMaterialsEndpoint = {
  id: "list-materials",
  method: "GET",
  path: "/v1/residents/{residentId}/materials",
  summary: "The materials of a person, each with its state and reason",
  description:
    "In order of their ids. The window of the area sees state and reason of each, so that it can say what is missing. A verifier sees those that are part of a review or an application on which their department decides, in " +
    "their areas.",
  roles: ["resident", "window", "verifier"],
  params: residentParams,
  answers: {
    200: {
      description: "All that there are",
      body: z
        .strictObject({ materials: z.array(MaterialAnswer).readonly() })
        .readonly()
        .meta({ id: "Materials" }),
    },
  },
  refusals: ["resident-unknown", "department-not-allowed"],
} as const satisfies Endpoint;

export const readMaterialEndpoint = {
  id: "read-material",
  method: "GET",
  path: "/v1/residents/{residentId}/materials/{materialId}",
  summary: "An address under which a material can be read for a minute",
  description:
    "For the resident, for the verifiers of a department that decides on a review or application that the material is part " +
    "of, and for " +
    "the window of their area where a window asked for the upload. Whoever has the address can read the file until it expires: it is not to be passed on.",
  roles: ["resident", "window", "verifier"],
  params: z.strictObject({ residentId: ResidentId, materialId: MaterialId }),
  answers: {
    200: {
      description: "The address",
      body: z
        .strictObject({ material: MaterialAnswer, url: z.string(), expiresInSeconds: z.int() })
        .readonly()
        .meta({ id: "MaterialLink" }),
    },
  },
  refusals: ["resident-unknown", "material-unknown", "material-not-accepted", "department-not-allowed"],
} as const satisfies Endpoint;
