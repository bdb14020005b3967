import * as z from "zod";
import { IdentityNumber } from "#shared/domain/identity-number.ts";
import { PersonName } from "#shared/domain/person.ts";
import type { Endpoint } from "./endpoint.ts";
import { KnownResident } from "./register-resident.ts";

const Search = z
  .strictObject({
    identityNumber: IdentityNumber,
    name: PersonName.exactOptional().meta({ description: "When given, it has to be the registered one" }),
  })
  .readonly()
  .meta({ id: "IdentitySearch" });

export const resolveResidentEndpoint = {
  id: "resolve-resident",
  method: "POST",
  path: "/v1/residents/resolve",
  summary: "Find a person's residentId",
  description:
    "Answers the residentId of a person who is registered in one of the token's areas. The number travels in the body and " +
    "never in an address, where logs would keep it. Nobody registered, somebody of another area, and another name than the " +
    "one given all look the same: 404 `identity-unknown`.",
  roles: ["window", "feed"],
  body: Search,
  answers: { 200: { description: "Found", body: KnownResident } },
  refusals: ["identity-unknown"],
} as const satisfies Endpoint;
