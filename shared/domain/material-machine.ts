import * as z from "zod";

/** Where a material stands. `docs/evidence.md` shows how it gets from one to the next. */
export const MaterialState = z
  .enum(["requested", "checking", "accepted", "refused", "deleted"])
  .meta({ id: "MaterialState" });
export type MaterialState = z.infer<typeof MaterialState>;

/**
 * What happens to a material: it has come, its content was found to be what was declared or not, a review needs it for
 * longer, its day has come, and nothing of it is left.
 */
export type MaterialStepType = "uploaded" | "passed" | "failed" | "postponed" | "expired" | "cleared";

/** The state machine of a material, written down once: state × step → next state. What isn't named can't happen. */
export const materialMachine: Readonly<
  Record<MaterialState, Readonly<Partial<Record<MaterialStepType, MaterialState>>>>
> = {
  requested: { uploaded: "checking", expired: "deleted" },
  checking: { passed: "accepted", failed: "refused", expired: "deleted" },
  accepted: { postponed: "accepted", expired: "deleted" },
  refused: { expired: "deleted" },
  deleted: { cleared: "deleted" },
};
