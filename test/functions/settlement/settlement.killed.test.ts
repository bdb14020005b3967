import { expect, test } from "vitest";
import { applicationNumber } from "#test/support/an-application.ts";
import { type AnApplicant, settlementOffice } from "#test/support/settlement-office.ts";
import { testIdentityKeys } from "#test/support/test-identity-keys.ts";

const keys = await testIdentityKeys();

/** Three places, four who want one; one incomplete, and two who tie. */
const applicants: readonly AnApplicant[] = [
  { pensionYears: 1 },
  { pensionYears: 5 },
  { pensionYears: 3, wishes: ["west", "east"] },
  { pensionYears: 3, wishes: ["east"] },
  { pensionYears: 9, as: (resident) => resident.withNothingKnownOf("education") },
];

/** From the cut-off through preview and listing to the results, with one place given back, killed after so many writes. */
const settled = async (sliceSeconds: number, diesAfter: number) => {
  const office = await settlementOffice(applicants, {
    keys,
    diesAfter,
    sliceSeconds,
    terms: { previewWorkingDays: 3 },
  });
  await office.begin();
  await office.step(2, { type: "withdrawn" });
  await office.keep("2024-06-06");
  await office.keep("2024-06-18");
  await office.step(3, { type: "withdrawn" });
  await office.work();
  return {
    calls: office.calls(),
    left: {
      state: (await office.programme()).state,
      states: await office.states(),
      listing: await office.listing(),
      handedOver: await office.handedOver(),
      steps: await Promise.all(
        applicants.map(async (_, at) =>
          (await office.applications.readSteps(applicationNumber(at + 1))).map(({ step }) => step.type),
        ),
      ),
    },
  };
};

test.each([0, 600])(
  "killed after any write, in slices of %i s, a settlement leaves what it would have left",
  async (seconds) => {
    const whole = await settled(seconds, Number.POSITIVE_INFINITY);
    expect(whole.left).toMatchObject({
      state: "final",
      states: ["granted east", "withdrawn", "withdrawn west", "granted east", "not-granted"],
    });
    expect(whole.left.listing.entries.map(({ result }) => result)).toEqual(["placed", "placed", "placed", "left-out"]);
    expect(whole.left.handedOver.map(({ sequence }) => sequence)).toEqual(whole.left.handedOver.map((_, at) => at + 1));

    for (let write = 1; write <= whole.calls; write++) {
      const { left } = await settled(seconds, write);

      expect([write, left]).toEqual([write, whole.left]);
    }
  },
);
