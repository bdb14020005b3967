import * as z from "zod";
import type { Instant } from "./dossier.ts";
import type { ResidentId } from "./resident-id.ts";

export const UndertakingVersion = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, "must be the version of an undertaking, the day from which it is used")
  .meta({ id: "UndertakingVersion", examples: ["2023-07-26"] });
export type UndertakingVersion = z.infer<typeof UndertakingVersion>;

/** In which part somebody gives it: the person, their guardian, or the window with their consent. */
export const UndertakingBy = z.enum(["self", "guardian", "window"]).meta({ id: "UndertakingBy" });
export type UndertakingBy = z.infer<typeof UndertakingBy>;

/** 真实性承诺: that what is handed in is true. Ground of what the document says about forged material (五(三)). */
export interface Undertaking {
  readonly residentId: ResidentId;
  readonly version: UndertakingVersion;
  readonly by: UndertakingBy;
  /** The issuer's subject. */
  readonly subject: string;
  readonly acceptedAt: Instant;
}
