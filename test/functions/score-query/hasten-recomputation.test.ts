import { describe, expect, test } from "vitest";
import { queryScore } from "#functions/score-query/query-score.ts";
import { date } from "#shared/domain/calendar.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { resident } from "#test/support/calls.ts";
import { aPermitHolder, type Register } from "#test/support/permit-holder.ts";

const ask = async (register: Register, id: ResidentId, asOf?: string): Promise<string> => {
  const { body } = await queryScore(register)({
    params: { residentId: id },
    query: asOf === undefined ? {} : { asOf: date(asOf) },
    body: {},
    caller: resident(id),
  });
  return body.status;
};

/** Whose permit was suspended, and restored with effect from the day. */
const aRestored = async (effectiveOn = "2024-06-30") => {
  const { register, id } = await aPermitHolder("2024-06-30");
  await register.recompute(id);
  await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-01" });
  await register.permit(id, { type: "restore", eventId: "restore", effectiveOn });
  return { register, id };
};

const asked = (id: ResidentId) => [{ residentId: id, dossierVersion: 4, why: "pending-too-long" }];

describe("a score that a query finds pending", () => {
  test("is left alone for ten minutes from when its restore came", async () => {
    const { register, id } = await aRestored();
    register.passMinutes(10);

    expect(await ask(register, id)).toBe("pending-recompute");
    expect(register.retryQueue.waiting()).toEqual([]);
  });

  test("is asked for again after more than ten minutes, at every query until it is recomputed", async () => {
    const { register, id } = await aRestored();
    register.passMinutes(10.001);

    expect(await ask(register, id)).toBe("pending-recompute");
    expect(register.retryQueue.waiting()).toEqual(asked(id));

    await register.recompute(id, "retried");
    expect(await ask(register, id)).toBe("effective");
    expect(register.retryQueue.waiting()).toHaveLength(1);
  });

  test("dated ahead has waited since its day began, not since it was received", async () => {
    const { register, id } = await aRestored("2024-07-05");
    register.setToday("2024-07-05");
    // from ten in the morning back to five past midnight in Shanghai
    register.passMinutes(-10 * 60 + 5);
    const early = [await ask(register, id), register.retryQueue.waiting().length];
    register.passMinutes(6);

    const late = [await ask(register, id), register.retryQueue.waiting().length];

    expect([early, late]).toEqual([
      ["pending-recompute", 0],
      ["pending-recompute", 1],
    ]);
  });

  test("waits since the change that made its restore fit, where that overtook its suspend", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.permit(id, { type: "restore", eventId: "restore", effectiveOn: "2024-06-20" });
    await register.recompute(id);
    register.passMinutes(60);
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-10" });
    register.passMinutes(9);
    const early = [await ask(register, id), register.retryQueue.waiting().length];
    register.passMinutes(2);

    const late = [await ask(register, id), register.retryQueue.waiting().length];

    expect([early, late]).toEqual([
      ["pending-recompute", 0],
      ["pending-recompute", 1],
    ]);
  });

  test.each([
    ["a year ahead", "2025-06-30"],
    ["a year behind", "2023-08-30"],
  ])("waits in real time, though the calendar stands %s", async (_, calendar) => {
    const { register, id } = await aPermitHolder("2024-06-30");
    register.moveCalendar(calendar);
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2023-08-01" });
    await register.permit(id, { type: "restore", eventId: "restore", effectiveOn: calendar });
    register.passMinutes(9);
    const early = [await ask(register, id), register.retryQueue.waiting().length];
    register.passMinutes(2);

    const late = [await ask(register, id), register.retryQueue.waiting().length];

    expect([early, late]).toEqual([
      ["pending-recompute", 0],
      ["pending-recompute", 1],
    ]);
  });

  test("on another day than today is nothing to hasten", async () => {
    const { register, id } = await aRestored();
    register.passMinutes(60);

    expect(await ask(register, id, "2024-07-20")).toBe("pending-recompute");
    expect(register.retryQueue.waiting()).toEqual([]);
  });

  test("is answered even if nobody can be asked to recompute it", async () => {
    const { register, id } = await aRestored();
    register.passMinutes(60);
    const down: Pick<Register, "retryQueue" | "residents">[] = [
      { ...register, retryQueue: { ...register.retryQueue, send: async (requests) => requests } },
      { ...register, retryQueue: { ...register.retryQueue, send: () => Promise.reject(new Error("no queue")) } },
      { ...register, residents: { ...register.residents, readChanges: () => Promise.reject(new Error("too busy")) } },
    ];

    for (const broken of down) {
      expect(await ask({ ...register, ...broken }, id)).toBe("pending-recompute");
    }
  });
});
