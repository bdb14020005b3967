import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { CreditRecord } from "#shared/domain/finding.ts";
import type { Findings } from "#shared/storage/findings.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { shardOf } from "#shared/storage/shards.ts";
import { findingId, findingProposal, findingTerm, nextFinding } from "#test/support/a-finding.ts";
import { area, following, registeredIn, residentId } from "#test/support/people.ts";

interface Made {
  readonly findings: Findings;
  readonly residents: Residents;
}

const creditOf = (sequence: number): CreditRecord => ({
  sequence,
  residentId: residentId(1),
  findingId: findingId(1),
  record: "confirmed",
  area: area("339901"),
  department: "education",
  clause: "五(三)",
  on: date("2024-07-09"),
});

/** What every place of findings has to do. */
export const findingsCases = (make: () => Promise<Made>): void => {
  describe("a finding", () => {
    test("is read as it was recorded, with its steps in order", async () => {
      const { findings } = await make();
      const first = nextFinding(undefined, findingProposal());
      const second = nextFinding(first.finding, { type: "heard", statement: "it is true" });

      expect(await findings.record(first.finding, first.recorded, {})).toBe("recorded");
      expect(await findings.record(second.finding, second.recorded, {})).toBe("recorded");

      expect(await findings.read(residentId(1), findingId(1))).toEqual(second.finding);
      expect(await findings.readSteps(residentId(1), findingId(1))).toEqual([first.recorded, second.recorded]);
      expect(await findings.ofResident(residentId(1))).toEqual([second.finding]);
      expect(await findings.ofResident(residentId(2))).toEqual([]);
    });

    test("takes one of two steps at once", async () => {
      const { findings } = await make();
      const first = nextFinding(undefined, findingProposal());
      await findings.record(first.finding, first.recorded, {});
      const heard = nextFinding(first.finding, { type: "heard", statement: "it is true" });
      const dismissed = nextFinding(first.finding, { type: "dismissed", reason: "the school has found it" });

      expect(await findings.record(first.finding, first.recorded, {})).toBe("overtaken");
      const outcomes = await Promise.all(
        [heard, dismissed].map(({ finding, recorded }) => findings.record(finding, recorded, {})),
      );

      expect([...outcomes].sort()).toEqual(["overtaken", "recorded"]);
    });

    test("is written together with dossier and credit record, or not at all", async () => {
      const { findings, residents } = await make();
      const registered = following(residentId(1), registeredIn("339901"));
      await residents.append(registered.dossier, registered.recorded);
      const dossier = following(registered.dossier, {
        type: "facts-voided",
        findingId: findingId(1),
        facts: [{ factId: "diploma-1", voidedOn: date("2024-07-09"), reason: findingId(1) }],
        reviewIds: [],
      });
      const [one, two, three] = [1, 2, 3].map((number) => nextFinding(undefined, findingProposal(), { number }));
      if (!one || !two || !three) throw new Error("three findings");

      expect(await findings.record(one.finding, one.recorded, { dossier, credit: creditOf(1) })).toBe("recorded");
      // the dossier is another by now
      expect(await findings.record(two.finding, two.recorded, { dossier, credit: creditOf(2) })).toBe("overtaken");
      // somebody else's is the first record
      expect(await findings.record(three.finding, three.recorded, { credit: creditOf(1) })).toBe("overtaken");

      expect((await residents.read(residentId(1)))?.voidedFacts).toMatchObject([{ findingId: findingId(1) }]);
      expect(await findings.ofResident(residentId(2))).toEqual([]);
      expect(await findings.lastCredit()).toBe(1);
    });

    test("is due on its day and after, until it has no day any more", async () => {
      const { findings } = await make();
      const [shard, nextDay] = [shardOf(residentId(1)), date("2024-07-09")];
      const first = nextFinding(undefined, findingProposal());
      await findings.record(first.finding, first.recorded, { nextDay });
      const due = async (on: string) =>
        (await findings.due(shard, date(on), { limit: 10 })).entries.map((one) => one.findingId);

      await expect.poll(() => due("2024-07-09")).toEqual([findingId(1)]);
      expect(await due("2024-07-10")).toEqual([findingId(1)]);
      expect(await due(findingTerm.dueOn)).toEqual([]);

      const over = nextFinding(first.finding, { type: "hearing-over" });
      await findings.record(over.finding, over.recorded, {});
      await expect.poll(() => due("2024-07-10")).toEqual([]);
    });
  });

  test("credit records are read from any number on, in order and as often as one likes", async () => {
    const { findings } = await make();
    for (const number of [1, 2, 3]) {
      const { finding, recorded } = nextFinding(undefined, findingProposal(), { number });
      await findings.record(finding, recorded, { credit: creditOf(number) });
    }

    const after = async (sequence: number, limit: number) =>
      (await findings.creditAfter(sequence, limit)).map((record) => record.sequence);
    expect(await after(0, 2)).toEqual([1, 2]);
    expect(await after(2, 2)).toEqual([3]);
    expect(await after(3, 2)).toEqual([]);
    expect(await findings.creditAfter(0, 1)).toEqual([creditOf(1)]);
    expect(await findings.lastCredit()).toBe(3);
  });
};
