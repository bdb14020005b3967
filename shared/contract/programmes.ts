import * as z from "zod";
import { AreaCode } from "#shared/domain/area.ts";
import { ProgrammeId, Service } from "#shared/domain/programme.ts";
import type { Endpoint } from "./endpoint.ts";
import { ProgrammeAnswer, ProgrammeCourse } from "./programme-answer.ts";
import { Role } from "./roles.ts";

export const listProgrammesEndpoint = {
  id: "list-programmes",
  method: "GET",
  path: "/v1/programmes",
  summary: "The programmes of a city and its counties",
  description:
    "What points are for: everybody sees what is published. Drafts, and what became of them, see those who write, approve " +
    "and audit in the area. Those that hold in a whole province are found under the province. `next` is the cursor of the " +
    "following page, which may hold fewer entries than asked for.",
  roles: Role.options,
  query: z.strictObject({
    area: AreaCode.meta({ description: "A city or a county of it, or a province" }),
    service: Service.exactOptional(),
    limit: z
      .string()
      .regex(/^([1-9]|[1-4]\d|50)$/, "must be a whole number from 1 to 50")
      .transform(Number)
      .default(20)
      .meta({ description: "Entries a page, 1 to 50; 20 unless given" }),
    cursor: z.string().min(1).max(500).exactOptional().meta({ description: "`next` of the page before" }),
  }),
  answers: {
    200: {
      description: "One page of the programmes",
      body: z
        .strictObject({
          programmes: z.array(ProgrammeAnswer).readonly(),
          next: z.string().nullable().meta({ description: "The cursor of the next page; null on the last" }),
        })
        .readonly()
        .meta({ id: "Programmes" }),
    },
  },
  refusals: [],
} as const satisfies Endpoint;

export const readProgrammeEndpoint = {
  id: "read-programme",
  method: "GET",
  path: "/v1/programmes/{programmeId}",
  summary: "A programme with every step",
  description: "Its terms, their digest, how it stands and how it came there. Who sees what is as with the list.",
  roles: Role.options,
  params: z.strictObject({ programmeId: ProgrammeId }),
  answers: { 200: { description: "The programme and its steps, the first one first", body: ProgrammeCourse } },
  refusals: ["programme-unknown"],
} as const satisfies Endpoint;
