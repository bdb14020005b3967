import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import { type Machine, stepsFrom } from "#shared/domain/machine.ts";
import { machineFold } from "#shared/domain/machine-fold.ts";
import { machineGuard } from "#shared/domain/machine-guard.ts";
import { Refusal } from "#shared/domain/refusal.ts";

type State = "open" | "shut";
type Step = "made" | "closed" | "painted";
type Role = "owner" | "guest";
const clause = { source: "none", words: "none" };

const door: Machine<State, Step, Role> = {
  made: { from: ["none"], to: ["open"], by: ["owner"], needs: [], clause },
  closed: { from: ["open"], to: ["shut"], by: ["owner", "guest"], needs: [], clause },
  painted: { from: ["open", "shut"], to: "same", by: ["owner"], needs: [], clause },
};

describe("a machine", () => {
  test("names the steps that lead on, whoever takes them or only this one", () => {
    expect(stepsFrom(door, "open")).toEqual(["closed", "painted"]);
    expect(stepsFrom(door, "open", "guest")).toEqual(["closed"]);
    expect(stepsFrom(door, "none")).toEqual(["made"]);
  });

  test("lets whoever may take a step take it from where it leads on", () => {
    expect(() => machineGuard(door)("open", "closed", "guest")).not.toThrow();
  });

  test("refuses a role that may not, wherever it stands", () => {
    const expected = new Refusal("role-not-allowed", { roles: ["guest"], needed: ["owner"] });

    expect(() => machineGuard(door)("shut", "made", "guest")).toThrow(expect.objectContaining({ ...expected }));
  });

  test("refuses a step from where it does not lead on, and names those that do, for that role", () => {
    const refused = (allowed: readonly Step[]) =>
      expect.objectContaining({ code: "step-not-allowed", details: { state: "shut", step: "closed", allowed } });

    expect(() => machineGuard(door)("shut", "closed", "owner")).toThrow(refused(["painted"]));
    expect(() => machineGuard(door)("shut", "closed", "guest")).toThrow(refused([]));
  });
});

describe("a fold", () => {
  interface Door {
    readonly version: number;
    readonly state: State;
    readonly since: ReturnType<typeof date>;
  }
  const step = (version: number, type: Step, on: string) => ({ version, step: { type }, on: date(on) });
  const becomes = (state: State) => machineFold(door, (before: Door | undefined) => ({ ...made, ...before, state }));
  const made: Door = { version: 1, state: "open", since: date("2024-01-01") };

  test("counts the steps, and dates a state from the day it was reached", () => {
    const shut = becomes("shut")(made, step(2, "closed", "2024-02-01"));

    expect(becomes("open")(undefined, step(1, "made", "2024-01-01"))).toEqual(made);
    expect(shut).toEqual({ version: 2, state: "shut", since: "2024-02-01" });
    expect(becomes("shut")(shut, step(3, "painted", "2024-03-01"))).toEqual({ ...shut, version: 3 });
  });

  test("takes no step that does not follow, and goes no way that the machine does not know", () => {
    expect(() => becomes("shut")(made, step(3, "closed", "2024-02-01"))).toThrow("does not follow");
    expect(() => becomes("open")(made, step(2, "closed", "2024-02-01"))).toThrow("does not lead from open to open");
    expect(() => becomes("shut")(made, step(2, "painted", "2024-02-01"))).toThrow("does not lead from open to shut");
    expect(() => becomes("open")(made, step(2, "made", "2024-02-01"))).toThrow("does not lead from open");
  });
});
