import { afterEach, expect, test } from "vitest";
import { environment, environmentIfSet } from "#shared/runtime/environment.ts";

afterEach(() => {
  delete process.env.JOBS_TABLE;
});

test("a variable that is set is read", () => {
  process.env.JOBS_TABLE = "jobs-1";

  expect(environment("JOBS_TABLE")).toBe("jobs-1");
});

test("a variable that is missing is named", () => {
  expect(() => environment("JOBS_TABLE")).toThrow("the environment variable JOBS_TABLE is not set");
});

test("an empty variable is a missing one", () => {
  process.env.JOBS_TABLE = "";

  expect(() => environment("JOBS_TABLE")).toThrow("JOBS_TABLE");
  expect(environmentIfSet("JOBS_TABLE")).toBeUndefined();
});
