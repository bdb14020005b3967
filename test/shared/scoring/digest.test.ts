import { expect, test } from "vitest";
import { digestOf } from "#shared/scoring/digest.ts";
import { aResident, type ResidentBuilder } from "#test/support/a-resident.ts";
import { scoredOn } from "#test/support/scored-on.ts";

const on = "2024-06-30";
const digest = (resident: ResidentBuilder, asOf = on): string => digestOf(scoredOn(resident, asOf).result);
const resident = aResident().registered("2024-01-15");

test("the same facts, rules, day and recomputation give the same digest", () => {
  expect(digest(aResident().registered("2024-01-15"))).toBe(digest(resident));
  expect(digest(resident)).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ["another day", digest(resident, "2024-07-01")],
  ["other points", digest(resident.withDiploma("bachelor"))],
  ["another status", digest(resident.whosePermitWas("suspended", "2024-05-01"))],
  ["something missing", digest(resident.withNothingKnownOf("skills"))],
])("%s gives another", (_, other) => {
  expect(other).not.toBe(digest(resident));
});
