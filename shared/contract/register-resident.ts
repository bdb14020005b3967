import * as z from "zod";
import { AreaCode } from "#shared/domain/area.ts";
import { IdentityNumber } from "#shared/domain/identity-number.ts";
import { PersonName } from "#shared/domain/person.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Endpoint } from "./endpoint.ts";

const Registration = z
  .strictObject({
    identityNumber: IdentityNumber,
    name: PersonName,
    area: AreaCode.meta({ description: "The area of residence registration; one of the token's own" }),
  })
  .readonly()
  .meta({ id: "Registration" });

/** The id under which a person is known inside. */
export const KnownResident = z.strictObject({ residentId: ResidentId }).readonly().meta({ id: "KnownResident" });

export const registerResidentEndpoint = {
  id: "register-resident",
  method: "POST",
  path: "/v1/residents",
  summary: "Register a person",
  description:
    "Gives a person a residentId, random and opaque, under which facts, permit events and scores are kept. The same " +
    "identity number always gets the same residentId, however often and from wherever it is registered. A later " +
    "registration with another area moves the person there; it never changes the name: a number that is registered under " +
    "another name is refused with `identity-name-differs`, because either the number or the name was mistyped, or the " +
    "person changed their name, and only a person can tell. Spaces and the middle dot of a name make no difference. " +
    "Only the feed of public security registers, in its own areas.",
  roles: ["feed"],
  body: Registration,
  answers: {
    201: { description: "Registered for the first time", body: KnownResident },
    200: { description: "Registered before: the same residentId", body: KnownResident },
  },
  refusals: [
    "happened-after-receipt",
    "department-not-allowed",
    "area-not-allowed",
    "identity-name-differs",
    "dossier-busy",
  ],
  stores: true,
} as const satisfies Endpoint;
