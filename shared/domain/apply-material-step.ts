import type { CalendarDate } from "./calendar.ts";
import type { Instant } from "./dossier.ts";
import type { Material, MaterialReason } from "./material.ts";
import { materialMachine } from "./material-machine.ts";

/** A step with what it brings. */
export type MaterialStep =
  | { readonly type: "uploaded" }
  | { readonly type: "passed"; readonly at: Instant; readonly deleteOn: CalendarDate }
  | { readonly type: "failed"; readonly at: Instant; readonly deleteOn: CalendarDate; readonly reason: MaterialReason }
  | { readonly type: "postponed"; readonly deleteOn: CalendarDate }
  /** It keeps its day until its bytes are gone: whoever is killed in between is followed by the next day's work. */
  | { readonly type: "expired"; readonly at: Instant }
  | { readonly type: "cleared" };

/**
 * The material after the step.
 * @throws Error when the state doesn't know the step
 */
export const applyMaterialStep = (material: Material, step: MaterialStep): Material => {
  const state = materialMachine[material.state][step.type];
  if (state === undefined) throw new Error(`a material that is ${material.state} can't be ${step.type}`);
  const after = { ...material, state, version: material.version + 1 };
  switch (step.type) {
    case "uploaded":
      return after;
    case "postponed":
      return { ...after, deleteOn: step.deleteOn };
    case "passed":
      return { ...after, settledAt: step.at, deleteOn: step.deleteOn };
    case "failed":
      return { ...after, settledAt: step.at, deleteOn: step.deleteOn, reason: step.reason };
    case "expired":
      return { ...after, settledAt: step.at };
    case "cleared": {
      const { deleteOn: _, ...cleared } = after;
      return cleared;
    }
  }
};
