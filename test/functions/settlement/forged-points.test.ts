import { expect, test } from "vitest";
import { type AnApplicant, settlementOffice } from "#test/support/settlement-office.ts";
import { testIdentityKeys } from "#test/support/test-identity-keys.ts";

const keys = await testIdentityKeys();

test("a fact found forged before the cut-off counts no more, though the score of an earlier day counts", async () => {
  const diploma: AnApplicant = {
    pensionYears: 3,
    as: (resident) => resident.withDiploma("bachelor", "2012-07-01", { id: "d-1" }),
  };
  const forged: AnApplicant = {
    pensionYears: 3,
    as: (resident) => (diploma.as?.(resident) ?? resident).whoseFactWasVoided("d-1", "2024-05-28"),
  };
  const office = await settlementOffice([diploma, forged, { pensionYears: 3 }], { keys });

  await office.begin();

  const [honest, ...others] = (await office.listing()).entries.map(({ points }) => points ?? 0);
  expect(others[0]).toBe(others[1]);
  expect((honest ?? 0) - (others[0] ?? 0)).toBe(500);
});
