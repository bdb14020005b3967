import { describe, expect, test } from "vitest";
import { recompute } from "#functions/recomputation/recompute.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { residentId } from "#test/support/people.ts";
import { aPermitHolder, type Register } from "#test/support/permit-holder.ts";
import { registerOfPeople } from "#test/support/register-of-people.ts";
import { publish, zhejiang } from "#test/support/standards.ts";

const county = "339901";

const linesOf = async ({ scores }: Register, id: ResidentId) => (await scores.history(id, { limit: 20 })).entries;

describe("a recomputation", () => {
  test("records what was computed and on what it rests, with a line of history", async () => {
    const register = registerOfPeople("2024-06-30");
    const id = await register.register(county);

    const recomputed = await recompute(register)(id, "requested");

    const recorded = {
      basis: { dossierVersion: 1, registryRevision: 1, asOf: "2024-06-30" },
      status: "no-permit",
      area: county,
      nextChangeOn: "2028-07-26",
      cause: "requested",
    };
    expect(recomputed).toMatchObject({ outcome: "recorded-changed", previous: undefined, score: recorded });
    expect(await register.scores.read(id)).toMatchObject(recorded);
    expect(await linesOf(register, id)).toMatchObject([{ ...recorded, previous: null }]);
  });

  test("of nobody is of nobody, and records nothing", async () => {
    const register = registerOfPeople("2024-06-30");

    expect(await register.recompute(residentId(7))).toBe("unknown");
    expect(await register.scores.read(residentId(7))).toBeUndefined();
  });

  test("on the very same basis keeps what is recorded, whatever its cause", async () => {
    const register = registerOfPeople("2024-06-30");
    const id = await register.register(county);
    await register.recompute(id);
    const before = await register.scores.read(id);

    const again = [await register.recompute(id), await register.recompute(id, "dossier-changed")];

    expect(again).toEqual(["kept", "kept"]);
    expect(await register.scores.read(id)).toEqual(before);
  });

  test.each(["requested", "dossier-changed", "retried"] as const)(
    "%s always saves a newer basis, and history stays as it was where nothing differs",
    async (cause) => {
      const register = registerOfPeople("2024-06-30");
      const id = await register.register(county);
      await register.recompute(id);
      register.setToday("2024-07-01");

      expect(await register.recompute(id, cause)).toBe("recorded");

      expect(await register.scores.read(id)).toMatchObject({ basis: { asOf: "2024-07-01" }, cause });
      expect(await linesOf(register, id)).toHaveLength(1);
    },
  );

  test.each(["night", "swept", "rules-changed"] as const)(
    "by the %s writes nothing where result, next change, area and dossier version are those stored",
    async (cause) => {
      const { register, id } = await aPermitHolder("2024-06-30");
      await register.recompute(id);
      const before = await register.scores.read(id);
      register.setToday("2024-07-01");

      const recomputed = await recompute({ ...register, standards: { ...register.standards, revision: 2 } })(id, cause);

      expect(recomputed).toMatchObject({
        outcome: "unchanged",
        previous: before,
        score: { basis: { asOf: "2024-07-01" } },
      });
      expect(await register.scores.read(id)).toEqual(before);
    },
  );

  test("writes that the next change is on another day, though nothing else differs", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.recompute(id);
    const standards = publish(zhejiang(), zhejiang({ effectiveFrom: "2026-01-01" }));

    const { outcome } = await recompute({ ...register, standards })(id, "rules-changed");

    expect(outcome).toBe("recorded");
    expect(await register.scores.read(id)).toMatchObject({ nextChangeOn: "2026-01-01", cause: "rules-changed" });
  });

  test("of many on request keeps too, as whoever asks for it says", async () => {
    const register = registerOfPeople("2024-06-30");
    const id = await register.register(county);
    await register.recompute(id);
    register.setToday("2024-07-01");

    const { outcome } = await recompute(register)(id, "requested", "keep");

    expect(outcome).toBe("unchanged");
  });

  test("by night writes a newer dossier version though nothing else differs", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.recompute(id);
    await register.permit(id, {
      type: "suspend",
      eventId: "again",
      effectiveOn: "2019-01-01",
      permitId: "never-issued",
    });

    const outcome = await register.recompute(id, "night");

    expect(outcome).toBe("recorded");
    expect(await register.scores.read(id)).toMatchObject({ basis: { dossierVersion: 3 } });
  });
});

describe("a basis never goes backwards", () => {
  test("where the calendar stands behind the recorded day; nor does a restore stay pending for that", async () => {
    const { register, id } = await aPermitHolder("2024-07-01");
    await register.recompute(id);
    register.setToday("2024-06-30");
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-01" });
    await register.permit(id, { type: "restore", eventId: "restore", effectiveOn: "2024-06-20" });

    const outcome = await register.recompute(id, "dossier-changed");

    expect(outcome).toBe("recorded-changed");
    expect(await register.scores.read(id)).toMatchObject({
      status: "effective",
      basis: { dossierVersion: 4, asOf: "2024-07-01" },
    });
  });

  test("under a registry that was rolled back; and a newer dossier is not recorded under it in silence", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await recompute({ ...register, standards: { ...register.standards, revision: 2 } })(id, "requested");

    const outcome = await register.recompute(id);
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-01" });

    expect(outcome).toBe("kept");
    await expect(register.recompute(id, "dossier-changed")).rejects.toThrow("under a newer registry");
    expect(await register.scores.read(id)).toMatchObject({ basis: { dossierVersion: 2, registryRevision: 2 } });
  });

  test("where others record in between, all is read again", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    let overtakes = 2;
    const residents = {
      readSubject: async (whom: typeof id) => {
        const read = await register.residents.readSubject(whom);
        if (overtakes-- > 0) {
          await register.permit(id, { type: "suspend", eventId: `e${overtakes}`, effectiveOn: "2024-06-20" });
          await register.recompute(id);
        }
        return read;
      },
    };

    const { outcome } = await recompute({ ...register, residents })(id, "requested");

    expect(outcome).toBe("kept");
    expect((await register.scores.read(id))?.basis.dossierVersion).toBe(4);
  });

  test("one that came in between is told of in history, though its result was gone again at once", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.recompute(id);
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-30" });
    let first = true;
    const scores = {
      ...register.scores,
      read: async (whom: typeof id) => {
        const stored = await register.scores.read(whom);
        if (!first) return stored;
        first = false;
        await register.recompute(id, "retried");
        await register.permit(id, {
          type: "convert",
          eventId: "convert",
          effectiveOn: "2024-06-30",
          newPermitId: "permit-2",
          area: county,
        });
        return stored;
      },
    };

    const { outcome } = await recompute({ ...register, scores })(id, "dossier-changed");

    expect(outcome).toBe("recorded-changed");
    expect((await linesOf(register, id)).map(({ status, previous }) => [previous?.status, status])).toEqual([
      ["void-suspended", "effective"],
      ["effective", "void-suspended"],
      [undefined, "effective"],
    ]);
  });
});
