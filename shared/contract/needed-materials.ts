import * as z from "zod";
import { Service } from "#shared/domain/programme.ts";
import { Words } from "#shared/domain/words.ts";
import type { Endpoint } from "./endpoint.ts";

const Code = z.string().meta({ description: "As a request names it", examples: ["payment-statement"] });

const needed = {
  required: z.array(z.array(Code).readonly()).readonly().meta({ description: "One of each of these is needed" }),
  optional: z.array(Code).readonly().meta({ description: "What helps beside them" }),
};

const NeededMaterials = z
  .strictObject({
    materials: z
      .array(z.strictObject({ code: Code, name: Words }).readonly())
      .readonly()
      .meta({ description: "Every material that proves something" }),
    indicators: z
      .array(
        z.strictObject({ indicator: z.string().meta({ description: "The code of a line" }), ...needed }).readonly(),
      )
      .readonly(),
    services: z
      .array(z.strictObject({ service: Service, ...needed }).readonly())
      .readonly()
      .meta({ description: "What an application for each public service needs" }),
  })
  .readonly()
  .meta({ id: "NeededMaterials" });

export const listNeededMaterialsEndpoint = {
  id: "list-needed-materials",
  method: "GET",
  path: "/v1/needed-materials",
  summary: "What proves what",
  description:
    "The materials that a request about each indicator, and an application for each public service, needs: one-of or " +
    "optional, with names to show.",
  roles: ["resident", "window", "verifier", "auditor"],
  answers: { 200: { description: "All of it", body: NeededMaterials } },
  refusals: [],
} as const satisfies Endpoint;
