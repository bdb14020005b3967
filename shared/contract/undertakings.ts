import * as z from "zod";
import { ResidentId } from "#shared/domain/resident-id.ts";
import { UndertakingBy, UndertakingVersion } from "#shared/domain/undertaking.ts";
import { Words } from "#shared/domain/words.ts";
import type { Endpoint } from "./endpoint.ts";

const Accepting = z
  .discriminatedUnion("by", [
    z.strictObject({ version: UndertakingVersion, by: z.enum(["self", "guardian"]) }).readonly(),
    z
      .strictObject({
        version: UndertakingVersion,
        by: z.literal("window"),
        consent: z.literal(true).meta({ description: "The person is there, has read it and agrees" }),
      })
      .readonly(),
  ])
  .meta({ id: "AcceptingUndertaking", description: "Which version, and in which part" });

const Accepted = z
  .strictObject({ version: UndertakingVersion, by: UndertakingBy, acceptedAt: z.iso.datetime() })
  .readonly()
  .meta({ id: "AcceptedUndertaking" });

const Undertaking = z
  .strictObject({
    version: UndertakingVersion,
    name: Words,
    text: Words,
    clause: z.string().meta({ description: "The words of the document that it rests on" }),
    accepted: Accepted.nullable().meta({ description: "By whom in which part, and when; null until it was" }),
  })
  .readonly()
  .meta({ id: "Undertaking" });

const residentParams = z.strictObject({ residentId: ResidentId });
const path = "/v1/residents/{residentId}/undertakings";

export const readUndertakingEndpoint = {
  id: "read-undertaking",
  method: "GET",
  path,
  summary: "The undertaking of truth as it reads today, and whether it was given",
  description: "What has to be accepted before anything is uploaded or filed, in Chinese and English.",
  roles: ["resident", "window"],
  params: residentParams,
  answers: { 200: { description: "The text in use", body: Undertaking } },
  refusals: ["resident-unknown"],
} as const satisfies Endpoint;

export const acceptUndertakingEndpoint = {
  id: "accept-undertaking",
  method: "POST",
  path,
  summary: "Give the undertaking of truth",
  description:
    "The person themself, their guardian, or the window with the person's consent. It is recorded once, with time and by " +
    "whom: whoever gives it again is answered what stands.",
  roles: ["resident", "window"],
  params: residentParams,
  body: Accepting,
  answers: {
    201: { description: "Recorded", body: Accepted },
    200: { description: "Recorded before: what stands", body: Accepted },
  },
  refusals: ["resident-unknown", "undertaking-not-current"],
} as const satisfies Endpoint;
