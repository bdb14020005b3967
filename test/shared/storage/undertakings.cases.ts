import { expect, test } from "vitest";
import type { Undertaking } from "#shared/domain/undertaking.ts";
import type { Undertakings } from "#shared/storage/undertakings.ts";
import { residentId } from "#test/support/people.ts";

const given: Undertaking = {
  residentId: residentId(1),
  version: "2023-07-26",
  by: "self",
  subject: "resident-1",
  acceptedAt: "2024-07-01T02:00:00.000Z",
};

/** What every place of undertakings has to do. */
export const undertakingsCases = (make: () => Promise<Undertakings>): void => {
  test("what was given is read at once, by person and version", async () => {
    const undertakings = await make();

    expect(await undertakings.record(given)).toEqual({ undertaking: given, isNew: true });

    expect(await undertakings.read(residentId(1), "2023-07-26")).toEqual(given);
    expect(await undertakings.read(residentId(1), "2024-01-01")).toBeUndefined();
    expect(await undertakings.read(residentId(2), "2023-07-26")).toBeUndefined();
  });

  test("whoever gives it again gets what stands", async () => {
    const undertakings = await make();
    await undertakings.record(given);

    const again = await undertakings.record({ ...given, by: "guardian", acceptedAt: "2024-07-02T02:00:00.000Z" });

    expect(again).toEqual({ undertaking: given, isNew: false });
    expect(await undertakings.read(residentId(1), "2023-07-26")).toEqual(given);
  });
};
