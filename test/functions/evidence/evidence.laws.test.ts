import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkUpload } from "#functions/evidence/check-upload.ts";
import { deleteDueMaterials } from "#functions/evidence/delete-due-materials.ts";
import { dateOf, day, dayAfter } from "#shared/domain/calendar.ts";
import type { MaterialPlace } from "#shared/domain/material.ts";
import { type MaterialState, materialMachine } from "#shared/domain/material-machine.ts";
import { keptKey, uploadKey } from "#shared/storage/evidence-keys.ts";
import { type Evidence, evidenceOfOne } from "#test/support/evidence.ts";
import { anExecutable, fileOfType } from "#test/support/files.ts";
import { mortal } from "#test/support/mortal.ts";

/** Two files that are good, and one that isn't. */
const files = [fileOfType("application/pdf"), fileOfType("application/pdf", "another"), anExecutable];

const which = fc.nat(files.length - 1);

/** What may happen, in any order, any number of times: to which file, and after how many calls the worker dies. */
const happenings = fc.array(
  fc.oneof(
    fc.record({ what: fc.constantFrom("ask", "send", "check-twice-at-once", "attach"), which }),
    fc.record({ what: fc.constant("check"), which, diesAfter: fc.integer({ min: 1, max: 8 }) }),
    fc.record({
      what: fc.constant("pass"),
      days: fc.integer({ min: 1, max: 40 }),
      diesAfter: fc.integer({ min: 1, max: 80 }),
    }),
  ),
  { maxLength: 25 },
);
type Happening = typeof happenings extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

/** Plays them, and notes after each where every material stands. */
const play = async (all: readonly Happening[]) => {
  const evidence = await evidenceOfOne();
  await evidence.undertake();
  const places: (MaterialPlace | undefined)[] = [];
  const courses = new Map<string, MaterialState[]>();
  let today = day("2024-07-01");

  const happen = async (one: Happening): Promise<void> => {
    if (one.what === "pass") {
      today = dayAfter(today, one.days);
      evidence.register.setToday(dateOf(today));
      return deleteDueMaterials(killed(evidence, one.diesAfter))().catch(() => {});
    }
    const [place, file] = [places[one.which], files[one.which] ?? anExecutable];
    if (one.what === "ask") places[one.which] ??= (await evidence.request(file)).place;
    if (!place) return;
    if (one.what === "send") evidence.bucket.put(uploadKey(place), file.content);
    if (one.what === "check") await checkUpload(killed(evidence, one.diesAfter))(place).catch(() => {});
    if (one.what === "check-twice-at-once") await Promise.all([evidence.check(place), evidence.check(place)]);
    if (one.what === "attach" && (await evidence.reviews.ofResident(evidence.id)).length === 0)
      await evidence.file([place.materialId]);
  };

  for (const one of all) {
    await happen(one);
    for (const { materialId, state } of await evidence.materials.ofResident(evidence.id))
      courses.set(materialId, [...(courses.get(materialId) ?? []), state]);
  }
  return { evidence, places: places.filter((place) => place !== undefined), courses };
};

const killed = (evidence: Evidence, diesAfter: number) => {
  const worker = mortal(diesAfter);
  return { ...evidence, materials: worker.of(evidence.materials), store: worker.of(evidence.store) };
};

test("what is accepted is kept as it was declared, and what isn't good is never accepted", async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (all) => {
      const { evidence, places } = await play(all);

      for (const place of places) {
        const material = await evidence.stored(place);
        if (material.state !== "accepted") continue;
        expect(material.sha256).not.toBe(anExecutable.sha256);
        const { url } = await evidence.store.link(material);
        expect(await evidence.bucket.fetch(url)).toHaveLength(material.bytes);
      }
    }),
    { numRuns: 300 },
  );
});

test("from one moment to the next a material only goes where the machine leads", async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (all) => {
      const { courses } = await play(all);

      for (const states of courses.values())
        for (const [at, state] of states.entries()) expect(reachable(states[at - 1] ?? "requested")).toContain(state);
    }),
    { numRuns: 300 },
  );
});

test("once the queue is empty and the calendar has done its work, nothing is left behind", async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (all) => {
      const { evidence, places } = await play(all);

      for (const place of places) await evidence.check(place);
      await evidence.retire("2034-01-01");

      for (const place of places) {
        expect(await evidence.stored(place)).toMatchObject({ state: "deleted" });
        expect(await evidence.stored(place)).not.toHaveProperty("deleteOn");
      }
      expect(evidence.bucket.keys()).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("a review keeps what it rests on for three years, whatever the calendar does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 12 }), async (strides) => {
      const evidence = await evidenceOfOne();
      await evidence.undertake();
      const file = fileOfType("application/pdf");
      const { form, place } = await evidence.request(file);
      await evidence.bucket.send(form, file.content);
      await evidence.check(place);
      await evidence.file([place.materialId]);

      let today = day("2024-07-01");
      for (const days of strides) {
        today = dayAfter(today, days);
        await evidence.retire(dateOf(today));
      }

      expect(today).toBeLessThan(day("2027-07-01"));
      expect(await evidence.stored(place)).toMatchObject({ state: "accepted" });
      expect(evidence.bucket.keys()).toEqual([keptKey(place)]);
    }),
    { numRuns: 100 },
  );
});

/** The state itself and all that come after it, however many steps away. */
const reachable = (from: MaterialState): ReadonlySet<MaterialState> => {
  const found = new Set([from]);
  // a set goes on to what is added to it on the way
  for (const state of found) for (const next of Object.values(materialMachine[state])) found.add(next);
  return found;
};
