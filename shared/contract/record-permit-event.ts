import * as z from "zod";
import { PermitEvent } from "#shared/domain/permit-event.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Endpoint } from "./endpoint.ts";

export const WaitsFor = z.enum(["issue", "suspend"]).meta({
  description: "What the event waits for: the issue of its permit, or the suspension that it lifts",
});

const PermitEventRecorded = z
  .strictObject({
    eventId: z.string(),
    outcome: z.enum(["applied", "waiting", "duplicate"]).meta({
      description:
        "`applied`: it takes part from its effective day on. `waiting`: it does not fit yet and takes part by itself once what " +
        "it waits for has arrived. `duplicate`: it was taken in before",
    }),
    waitsFor: WaitsFor.exactOptional(),
    dossierVersion: z.int().min(1),
  })
  .readonly()
  .meta({ id: "PermitEventRecorded" });

export const recordPermitEventEndpoint = {
  id: "record-permit-event",
  method: "POST",
  path: "/v1/residents/{residentId}/permit-events",
  summary: "Record what happened to a residence permit",
  description:
    "The state of a permit on a day is the fold of its events by effective day and sequence; the order of arrival makes no " +
    "difference, and days ahead are lawful. An event that does not fit yet, such as a restore that overtook its suspend, is " +
    "kept (202) and takes part when it fits. Refused is only what can never be lawful: an event before the issue or after the " +
    "cancel of its permit. `eventId` names the event for ever and is unique for the person: sent again with the same content " +
    "it is a `duplicate`, with another content it is refused. An `issue` needs an area of the token's own. Only the feed of " +
    "public security records, in its own areas.",
  roles: ["feed"],
  params: z.strictObject({ residentId: ResidentId }),
  body: PermitEvent,
  answers: {
    201: { description: "Recorded; it takes part", body: PermitEventRecorded },
    200: { description: "Recorded before", body: PermitEventRecorded },
    202: { description: "Recorded; it waits", body: PermitEventRecorded },
  },
  refusals: [
    "department-not-allowed",
    "area-not-allowed",
    "resident-unknown",
    "event-id-reused",
    "event-never-lawful",
    "dossier-too-large",
    "dossier-busy",
  ],
  stores: true,
} as const satisfies Endpoint;
