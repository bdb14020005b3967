import * as z from "zod";

/** The window, for a person who has said that they agree. */
export const ByWindow = z
  .strictObject({
    by: z.literal("window"),
    consent: z.literal(true).meta({ description: "The person has said that they agree" }),
  })
  .readonly();

/** 代办: who files for somebody else, and on what ground. */
export const OnBehalf = z
  .discriminatedUnion("by", [z.strictObject({ by: z.literal("guardian") }).readonly(), ByWindow])
  .meta({
    id: "OnBehalf",
    description: "Absent when the person acts themself; a window always says that the person agrees",
  });
export type OnBehalf = z.infer<typeof OnBehalf>;
