import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { patched, plantedFaults } from "./planted-faults.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("every planted fault still fits the sources, so that it can be caught", () => {
  const faults = plantedFaults();

  expect(faults.length).toBeGreaterThanOrEqual(12);
  for (const fault of faults) expect(patched(root, fault).size, fault.name).toBeGreaterThan(0);
});

test("a planted fault that no longer fits the sources is told by its name", () => {
  const fault = {
    name: "worn-out",
    what: "Changes what is not there.",
    patch: "--- a/package.json\n+++ b/package.json\n@@ -1 +1 @@\n-not there\n+neither\n",
  };

  expect(() => patched(root, fault)).toThrow("the planted fault worn-out fits package.json no more");
});
