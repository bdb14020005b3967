import type * as z from "zod";

/** The resources of one type, their intrinsics resolved, each parsed by a schema that refuses what it doesn't know. */
export type ResourcesOf = <Schema extends z.ZodType>(
  type: string,
  schema: Schema,
) => readonly { readonly id: string; readonly properties: z.infer<Schema> }[];
