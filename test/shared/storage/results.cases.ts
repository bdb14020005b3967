import { expect, test } from "vitest";
import { ApplicationNumber } from "#shared/domain/application.ts";
import { ProgrammeId } from "#shared/domain/programme.ts";
import type { Results } from "#shared/storage/results.ts";

const programmeId = ProgrammeId.parse(`p-${"1".padStart(26, "0")}`);
const numbered = (number: number) => ApplicationNumber.parse(`A-0000-0000-0000-${`${number}`.padStart(4, "0")}`);

/** What every list of results has to do. */
export const resultsCases = (make: () => Promise<Results>): void => {
  test("a list begins empty, and nothing of it has been acknowledged", async () => {
    const results = await make();

    expect(await results.after(programmeId, 0, 10)).toEqual([]);
    expect(await results.readHandOver(programmeId)).toEqual({ last: 0, acknowledged: 0 });
  });

  test("results are numbered without a gap, and asked for from any number on", async () => {
    const results = await make();

    await results.append(programmeId, [1, 2, 3].map(granted));
    await results.append(programmeId, [4].map(granted));

    expect(await results.after(programmeId, 0, 10)).toEqual(
      [1, 2, 3, 4].map((sequence) => ({ ...granted(sequence), corrects: false, sequence })),
    );
    expect((await results.after(programmeId, 1, 2)).map(({ sequence }) => sequence)).toEqual([2, 3]);
  });

  test("more than go into one transaction are all there", async () => {
    const results = await make();
    const all = Array.from({ length: 60 }, (_, at) => granted(at + 1));

    await results.append(programmeId, all);

    expect((await results.after(programmeId, 0, 100)).map(({ applicationNumber }) => applicationNumber)).toEqual(
      all.map(({ applicationNumber }) => applicationNumber),
    );
  });

  test("what was appended before adds nothing, nor does an older word", async () => {
    const results = await make();
    await results.append(programmeId, [{ ...granted(1), version: 5 }]);

    await results.append(programmeId, [{ ...granted(1), version: 5 }]);
    await results.append(programmeId, [{ ...granted(1), version: 6 }]);
    await results.append(programmeId, [{ ...granted(1), version: 4, result: "not-granted" }]);

    expect(await results.after(programmeId, 0, 10)).toHaveLength(1);
  });

  test("a newer word that is another follows as a correction", async () => {
    const results = await make();
    await results.append(programmeId, [granted(1)]);

    await results.append(programmeId, [{ ...granted(1), version: 4, result: "cancelled" }]);

    expect(await results.after(programmeId, 1, 10)).toEqual([
      { ...granted(1), version: 4, result: "cancelled", corrects: true, sequence: 2 },
    ]);
  });

  test("what was never told as granted is not told as cancelled", async () => {
    const results = await make();

    await results.append(programmeId, [{ ...granted(1), result: "cancelled" }]);

    expect(await results.after(programmeId, 0, 10)).toEqual([]);
  });

  test("several who append the same at once add it once", async () => {
    const results = await make();

    await Promise.all([1, 2, 3].map(() => results.append(programmeId, [1, 2].map(granted))));

    expect((await results.after(programmeId, 0, 10)).map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  test("an acknowledgement only moves on, and never beyond what there is", async () => {
    const results = await make();
    await results.append(programmeId, [1, 2, 3].map(granted));

    const through = [
      await results.acknowledge(programmeId, 2),
      await results.acknowledge(programmeId, 1),
      await results.acknowledge(programmeId, 99),
    ];

    expect(through.map(({ acknowledged }) => acknowledged)).toEqual([2, 2, 3]);
    expect(await results.readHandOver(programmeId)).toEqual({ last: 3, acknowledged: 3 });
  });
};

const granted = (number: number) => ({
  applicationNumber: numbered(number),
  version: 3,
  result: "granted" as const,
  offer: "school-1",
  on: "2024-09-01",
});
