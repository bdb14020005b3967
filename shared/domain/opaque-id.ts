import * as z from "zod";
import { IdentityNumber } from "./identity-number.ts";

/** A source's own id: it names a record, an event, a permit or a fact, and is never the number of a person. */
export const OpaqueId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,64}$/, "must be 1 to 64 letters, digits or . _ : -")
  .refine((id) => !IdentityNumber.safeParse(id).success, "must not be an identity number");
