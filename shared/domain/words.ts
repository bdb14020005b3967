import * as z from "zod";

/** Words in both languages of the service. */
export const Words = z
  .strictObject({ zh: z.string().min(1), en: z.string().min(1) })
  .readonly()
  .meta({ id: "Words" });
export type Words = z.infer<typeof Words>;
