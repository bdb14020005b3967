import * as z from "zod";

const Plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const Condition = z.union(
  [
    Plain,
    z.strictObject({ exists: z.boolean() }),
    z.strictObject({ prefix: z.string() }),
    z.strictObject({ "anything-but": z.array(Plain).min(1) }),
  ],
  {
    error: ({ input }) =>
      `the condition ${JSON.stringify(input)} isn't implemented: only equality, exists, prefix and anything-but with a list`,
  },
);
/** What one value is held against. */
export type Condition = z.infer<typeof Condition>;

/** Every key must match: a nested pattern its object, a list of conditions its value, any of them. */
export interface FilterPattern {
  readonly [key: string]: FilterPattern | readonly Condition[];
}

const Tree: z.ZodType<FilterPattern> = z.lazy(() =>
  z.record(
    z.string().refine((key) => key !== "$or", "$or isn't implemented"),
    // chosen by its form, so that a refusal names the condition
    z.unknown().transform((value, context): FilterPattern | readonly Condition[] => {
      const parsed = Array.isArray(value) ? z.array(Condition).min(1).safeParse(value) : Tree.safeParse(value);
      if (parsed.success) return parsed.data;
      for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path, message });
      return z.NEVER;
    }),
  ),
);

/** A pattern of Lambda's event filtering, from its JSON. */
export const FilterPattern = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "the pattern is not JSON" });
      return z.NEVER;
    }
  })
  .pipe(Tree);
