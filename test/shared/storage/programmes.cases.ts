import { describe, expect, test } from "vitest";
import { applyProgrammeStep } from "#shared/domain/apply-programme-step.ts";
import { date } from "#shared/domain/calendar.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import type { Programmes } from "#shared/storage/programmes.ts";
import {
  aProgramme,
  drafting,
  programmeId,
  programmeStep,
  publication,
  putProgramme,
  redrafting,
  someTerms,
} from "#test/support/a-programme.ts";
import { area } from "#test/support/people.ts";

/** What every place of programmes has to do. */
export const programmesCases = (make: () => Promise<Programmes>): void => {
  describe("a programme", () => {
    test("is unknown before it was drafted", async () => {
      const programmes = await make();
      await putProgramme(programmes, someTerms(), [], 2);

      expect(await programmes.read(programmeId(1))).toBeUndefined();
      expect(await programmes.readSteps(programmeId(1))).toEqual([]);
    });

    test("is read as it was recorded, with its steps in order", async () => {
      const programmes = await make();
      const programme = await putProgramme(programmes);

      expect(await programmes.read(programmeId(1))).toEqual(programme);
      const steps = await programmes.readSteps(programmeId(1));
      expect(steps.map(({ version, step }) => [version, step.type])).toEqual([
        [1, "drafted"],
        [2, "published"],
      ]);
    });

    test("is drafted once", async () => {
      const programmes = await make();
      const first = await putProgramme(programmes, someTerms(), []);
      const again = aProgramme(someTerms({ year: 2025 }));

      expect(await programmes.record(again, programmeStep(undefined, { step: drafting(again.terms) }))).toBe(
        "overtaken",
      );
      expect(await programmes.read(programmeId(1))).toEqual(first);
    });

    test("takes one of two steps at once, and the other leaves no trace", async () => {
      const programmes = await make();
      const draft = await putProgramme(programmes, someTerms(), []);
      const steps = [publication, { step: { type: "discarded", reason: "not needed" } as const }];

      const outcomes = await Promise.all(
        steps.map((taken) => {
          const recorded = programmeStep(draft, taken);
          return programmes.record(applyProgrammeStep(draft, recorded), recorded);
        }),
      );

      expect([...outcomes].sort()).toEqual(["overtaken", "recorded"]);
      expect(await programmes.readSteps(programmeId(1))).toHaveLength(2);
      expect((await programmes.read(programmeId(1)))?.version).toBe(2);
    });
  });

  describe("a city", () => {
    test("has the programmes of itself and of its counties, page by page", async () => {
      const programmes = await make();
      const areas = ["339901", "339900", "339902", "330000", "331001"];
      for (const [at, of] of areas.entries()) await putProgramme(programmes, someTerms({ area: of }), [], at + 1);

      await expect
        .poll(() => programmes.ofCity(area("339902"), { limit: 9 }))
        .toEqual({ entries: [1, 2, 3].map(programmeId) });
      const first = await programmes.ofCity(area("339902"), { limit: 2 });
      const second = await programmes.ofCity(area("339902"), { limit: 2, cursor: first.cursor });

      expect(first.entries).toEqual([programmeId(1), programmeId(2)]);
      expect(second).toEqual({ entries: [programmeId(3)] });
      expect((await programmes.ofCity(area("330000"), { limit: 9 })).entries).toEqual([programmeId(4)]);
    });

    test("goes with the terms", async () => {
      const programmes = await make();
      const elsewhere = someTerms({ area: "331001" });
      await putProgramme(programmes, someTerms(), [{ step: redrafting(elsewhere) }]);

      await expect.poll(() => programmes.ofCity(area("331000"), { limit: 9 })).toEqual({ entries: [programmeId(1)] });
      expect(await programmes.ofCity(area("339900"), { limit: 9 })).toEqual({ entries: [] });
    });

    test("refuses a cursor that is none of its own", async () => {
      const programmes = await make();

      await expect(programmes.ofCity(area("339900"), { limit: 1, cursor: "nonsense" })).rejects.toThrow(Refusal);
    });
  });

  describe("a day", () => {
    test("has the programmes to which the calendar does something by then, the earliest first", async () => {
      const programmes = await make();
      for (const [number, on] of [
        [1, "2024-06-10"],
        [2, "2024-06-08"],
        [3, "2024-06-11"],
        [4, undefined],
      ] as const) {
        const programme = aProgramme(someTerms(), [], number);
        const recorded = programmeStep(undefined, { step: drafting(programme.terms) }, number);
        await programmes.record(programme, recorded, on && date(on));
      }

      await expect
        .poll(() => programmes.due(date("2024-06-10"), { limit: 9 }))
        .toEqual({ entries: [programmeId(2), programmeId(1)] });
      const first = await programmes.due(date("2024-06-10"), { limit: 1 });
      const second = await programmes.due(date("2024-06-10"), { limit: 1, cursor: first.cursor });

      expect(first.entries).toEqual([programmeId(2)]);
      expect(second).toEqual({ entries: [programmeId(1)] });
    });

    test("loses a programme with which the calendar is done", async () => {
      const programmes = await make();
      const draft = aProgramme();
      await programmes.record(draft, programmeStep(undefined, { step: drafting(draft.terms) }), date("2024-06-10"));
      const due = () => programmes.due(date("2024-12-31"), { limit: 9 });
      await expect.poll(due).toEqual({ entries: [programmeId(1)] });

      const recorded = programmeStep(draft, publication);
      await programmes.record(applyProgrammeStep(draft, recorded), recorded);

      await expect.poll(due).toEqual({ entries: [] });
    });
  });
};
