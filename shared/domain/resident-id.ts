import * as z from "zod";

/** A random, opaque name for a person; it says nothing about them and may stand in logs and queues. */
export const ResidentId = z
  .string()
  .regex(/^r-[0-9a-z]{26}$/, "must be a residentId as POST /v1/residents or /v1/residents/resolve answers it")
  .brand<"ResidentId">()
  .meta({ id: "ResidentId", description: "Random and opaque", examples: ["r-0h7q3n5v9x2k4m6p8s1t3w5y7z"] });
export type ResidentId = z.infer<typeof ResidentId>;
