import { expect, test } from "vitest";
import { applyMaterialStep, type MaterialStep } from "#shared/domain/apply-material-step.ts";
import { date } from "#shared/domain/calendar.ts";
import { MaterialState, type MaterialStepType, materialMachine } from "#shared/domain/material-machine.ts";
import { aMaterial } from "#test/support/a-material.ts";

const at = "2024-07-01T03:00:00.000Z";
const deleteOn = date("2024-07-31");

const steps: { readonly [Type in MaterialStepType]: MaterialStep & { readonly type: Type } } = {
  uploaded: { type: "uploaded" },
  passed: { type: "passed", at, deleteOn },
  failed: { type: "failed", at, deleteOn, reason: "hash-differs" },
  postponed: { type: "postponed", deleteOn },
  expired: { type: "expired", at },
  cleared: { type: "cleared" },
};

const pairs = MaterialState.options.flatMap((state) => Object.values(steps).map((step) => [state, step] as const));

test.each(pairs)("a material that is %s takes the step as the machine says, or not at all: $1.type", (state, step) => {
  const next = materialMachine[state][step.type];
  const take = () => applyMaterialStep(aMaterial({ state, version: 4 }), step);

  if (next === undefined) expect(take).toThrow(`a material that is ${state} can't be ${step.type}`);
  else expect(take()).toMatchObject({ state: next, version: 5 });
});

test("every path ends, and only where nothing is left", () => {
  for (const state of MaterialState.options) {
    const isEnd = Object.values(materialMachine[state]).every((next) => next === state);
    expect(isEnd).toBe(state === "deleted");
    if (!isEnd) expect(materialMachine[state].expired).toBe("deleted");
  }
});

test("a deleted one keeps its day until its bytes are gone", () => {
  const deleted = applyMaterialStep(aMaterial({ state: "accepted", deleteOn }), steps.expired);
  expect(deleted).toMatchObject({ state: "deleted", settledAt: at, deleteOn });

  expect(applyMaterialStep(deleted, steps.cleared)).not.toHaveProperty("deleteOn");
});

test("a refused one says why", () => {
  expect(applyMaterialStep(aMaterial({ state: "checking" }), steps.failed)).toMatchObject({
    state: "refused",
    reason: "hash-differs",
    settledAt: at,
    deleteOn,
  });
});
