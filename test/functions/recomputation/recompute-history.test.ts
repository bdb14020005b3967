import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { area } from "#test/support/people.ts";
import { aPermitHolder, type Register } from "#test/support/permit-holder.ts";
import { accrual, aLocalStandard, publish, zhejiang } from "#test/support/standards.ts";

const linesOf = async ({ scores }: Register, id: ResidentId) => (await scores.history(id, { limit: 20 })).entries;

describe("a line of history", () => {
  test("tells what ended, where a restore was pending though no points differ", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.recompute(id);
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-30", sequence: 1 });
    await register.permit(id, { type: "restore", eventId: "restore", effectiveOn: "2024-06-30", sequence: 2 });

    await register.recompute(id, "dossier-changed");

    const [line] = await linesOf(register, id);
    expect(line).toMatchObject({
      status: "effective",
      cause: "dossier-changed",
      previous: { status: "pending-recompute", effectiveTotal: 0, basis: { dossierVersion: 2 } },
      changes: [],
    });
  });

  test("tells that other standards are in force, though no points differ", async () => {
    const standards = publish(zhejiang({ validUntil: "2024-06-30" }), zhejiang({ effectiveFrom: "2024-07-01" }));
    const { register, id } = await aPermitHolder("2024-06-30", standards);
    await register.recompute(id);
    register.setToday("2024-07-01");

    const outcome = await register.recompute(id, "night");

    const [line] = await linesOf(register, id);
    expect(outcome).toBe("recorded-changed");
    expect(line?.changes).toEqual([]);
    expect(line?.standard).not.toBe(line?.previous?.standard);
  });

  test("tells of a line that changed under a suspended permit, though no total differs", async () => {
    const slowly = accrual("local-residence", { fact: "residence", eachMonth: 1, maximum: 200 });
    const { register, id } = await aPermitHolder(
      "2024-07-14",
      publish(zhejiang(), aLocalStandard({ indicators: [slowly] })),
    );
    const residence = [{ from: date("2013-01-15"), to: null, province: area("330000") }];
    await register.policeReport(id, { birthDate: null, residence });
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-01" });
    await register.recompute(id);
    register.setToday("2024-07-15");

    const outcome = await register.recompute(id, "night");

    expect(outcome).toBe("recorded-changed");
    expect((await linesOf(register, id))[0]).toMatchObject({
      status: "void-suspended",
      changes: [{ layer: "county", code: "local-residence", from: 13_700, to: 13_800 }],
    });
  });

  test("tells that something is no longer unknown, though no points differ", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.recompute(id);
    await register.policeReport(id, { birthDate: null, residence: [] });

    const outcome = await register.recompute(id, "dossier-changed");

    expect(outcome).toBe("recorded-changed");
    expect(
      (await linesOf(register, id)).map(({ missing, changes }) => [missing.includes("residence"), changes]),
    ).toEqual([
      [false, []],
      [true, expect.anything()],
    ]);
  });

  test("names every line that is new, gone or otherwise", async () => {
    const standards = publish(zhejiang(), aLocalStandard());
    const { register, id } = await aPermitHolder("2024-06-30", standards);
    await register.recompute(id);
    await register.permit(id, { type: "move", eventId: "move", effectiveOn: "2024-06-30", area: "339902" });

    await register.recompute(id, "dossier-changed");

    const [line] = await linesOf(register, id);
    expect(line?.changes).toEqual([{ layer: "county", code: "local-residence", from: 0, to: null }]);
  });

  test("is not written for another area under the same standards, which is recorded all the same", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.permit(id, { type: "move", eventId: "move", effectiveOn: "2024-07-10", area: "339902" });
    await register.recompute(id);
    const dueOn = (await register.scores.read(id))?.nextChangeOn;
    register.setToday("2024-07-10");

    const outcome = await register.recompute(id, "night");

    expect([dueOn, outcome]).toEqual(["2024-07-10", "recorded"]);
    expect(await register.scores.read(id)).toMatchObject({ area: "339902", nextChangeOn: "2028-07-26" });
    expect(await linesOf(register, id)).toHaveLength(1);
  });
});

describe("a restore dated ahead", () => {
  const aSuspended = async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-01" });
    await register.permit(id, { type: "restore", eventId: "restore", effectiveOn: "2024-07-05" });
    await register.recompute(id, "dossier-changed");
    return { register, id };
  };

  test("is left pending by a recomputation as of an earlier day, and due on its own", async () => {
    const { register, id } = await aSuspended();

    expect(await register.scores.read(id)).toMatchObject({ status: "void-suspended", nextChangeOn: "2024-07-05" });
  });

  test("takes effect by the first night from its day on, however many were missed", async () => {
    const { register, id } = await aSuspended();
    register.setToday("2024-07-09");

    const outcome = await register.recompute(id, "night");

    expect(outcome).toBe("recorded-changed");
    expect((await linesOf(register, id))[0]).toMatchObject({
      cause: "night",
      status: "effective",
      previous: { status: "pending-recompute", basis: { asOf: "2024-06-30" } },
    });
  });

  test("suspended and restored on one day to come is due on that day, and its night ends the pending", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-07-05", sequence: 1 });
    await register.permit(id, { type: "restore", eventId: "restore", effectiveOn: "2024-07-05", sequence: 2 });
    await register.recompute(id, "dossier-changed");
    const before = await register.scores.read(id);
    register.setToday("2024-07-05");

    const outcome = await register.recompute(id, "night");

    expect(before).toMatchObject({ status: "effective", nextChangeOn: "2024-07-05" });
    expect(outcome).toBe("recorded-changed");
    expect(await register.scores.read(id)).toMatchObject({ status: "effective", basis: { asOf: "2024-07-05" } });
  });
});
