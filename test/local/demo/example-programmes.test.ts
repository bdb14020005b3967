import { expect, test } from "vitest";
import { exampleProgrammes } from "#local/demo/example-programmes.ts";
import { day } from "#shared/domain/calendar.ts";
import { Service } from "#shared/domain/programme.ts";
import { programmeFaults } from "#shared/domain/programme-faults.ts";

test.each(["2024-02-29", "2026-11-23", "2026-12-31"])("the example programmes hold together on %s", (on) => {
  const examples = exampleProgrammes(day(on));

  expect(examples.map((terms) => programmeFaults(terms))).toEqual(examples.map(() => []));
  expect(examples.every(({ window }) => window.opensOn <= on && on <= window.closesOn)).toBe(true);
  expect(examples.map(({ service }) => service)).toEqual(Service.options);
});
