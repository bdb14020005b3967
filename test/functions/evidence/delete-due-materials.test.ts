import { describe, expect, test } from "vitest";
import { deleteDueMaterials } from "#functions/evidence/delete-due-materials.ts";
import { date } from "#shared/domain/calendar.ts";
import { uploadKey } from "#shared/storage/evidence-keys.ts";
import { aReview, recordedStep } from "#test/support/a-review.ts";
import { next } from "#test/support/an-application.ts";
import { anAcceptedMaterial, evidenceOfOne } from "#test/support/evidence.ts";
import { fileOfType } from "#test/support/files.ts";
import { mortal } from "#test/support/mortal.ts";

const aDecidedReview = aReview({ state: "withdrawn", version: 2 });

describe("the day's deletions", () => {
  test("an upload that nobody finishes is gone after a day, and says so", async () => {
    const evidence = await evidenceOfOne();
    await evidence.undertake();
    const { place } = await evidence.request(fileOfType("application/pdf"));
    evidence.bucket.put(uploadKey(place), new Uint8Array([1]));

    await evidence.retire("2024-07-02");
    expect(await evidence.stored(place)).toMatchObject({ state: "requested" });

    await evidence.retire("2024-07-03");
    expect(await evidence.stored(place)).toMatchObject({ state: "deleted" });
    expect(await evidence.stored(place)).not.toHaveProperty("deleteOn");
    expect(evidence.bucket.keys()).toEqual([]);
  });

  test("a material that was handed in with nothing goes after thirty days", async () => {
    const evidence = await evidenceOfOne();
    const place = await anAcceptedMaterial(evidence);

    await evidence.retire("2024-07-30");
    expect(await evidence.stored(place)).toMatchObject({ state: "accepted" });

    await evidence.retire("2024-07-31");
    expect(await evidence.stored(place)).toMatchObject({ state: "deleted" });
    expect(evidence.bucket.keys()).toEqual([]);
    await expect(evidence.read(evidence.person, place.materialId)).rejects.toMatchObject({
      code: "material-not-accepted",
      details: { state: "deleted" },
    });
  });

  test("one that is part of an application stays until three years after its last step", async () => {
    const evidence = await evidenceOfOne();
    const place = await anAcceptedMaterial(evidence);
    const applied = await evidence.apply([place.materialId]);

    await evidence.retire("2024-07-31");
    expect(await evidence.stored(place)).toMatchObject({ state: "accepted", deleteOn: "2027-07-01" });

    const on = date("2025-02-28");
    const withdrawn = next(applied, { type: "withdrawn" }, { on });
    await evidence.applications.record(withdrawn.application, withdrawn.recorded, {});
    await evidence.retire("2027-07-01");
    expect(await evidence.stored(place)).toMatchObject({ state: "accepted", deleteOn: "2028-02-28" });
  });

  test("one that is part of a review stays until three years after its last step", async () => {
    const evidence = await evidenceOfOne();
    const place = await anAcceptedMaterial(evidence);
    await evidence.file([place.materialId]);

    await evidence.retire("2024-07-31");
    expect(await evidence.stored(place)).toMatchObject({ state: "accepted", deleteOn: "2027-07-01" });

    const review = { ...aDecidedReview, residentId: evidence.id, materials: [] };
    const withdrawn = { ...recordedStep(review, { type: "withdrawn" }), on: "2025-02-28" as typeof review.since };
    await evidence.reviews.record(review, withdrawn, { nextDay: undefined });
    await evidence.retire("2027-07-01");
    expect(await evidence.stored(place)).toMatchObject({ state: "accepted", deleteOn: "2028-02-28" });

    await evidence.retire("2028-02-28");
    expect(await evidence.stored(place)).toMatchObject({ state: "deleted" });
    expect(evidence.bucket.keys()).toEqual([]);
  });

  test("a review of something else keeps nothing", async () => {
    const evidence = await evidenceOfOne();
    const [one, two] = [await anAcceptedMaterial(evidence), await anAcceptedMaterial(evidence)];
    await evidence.file([one.materialId]);

    await evidence.retire("2024-07-31");

    expect(await evidence.stored(one)).toMatchObject({ state: "accepted" });
    expect(await evidence.stored(two)).toMatchObject({ state: "deleted" });
  });

  test("one that can't be deleted keeps no other from it, and makes the day's work fail, which is tried again", async () => {
    const evidence = await evidenceOfOne();
    const [one, two] = [await anAcceptedMaterial(evidence), await anAcceptedMaterial(evidence)];
    evidence.register.setToday("2024-07-31");
    const discardKept: typeof evidence.store.discardKept = async (place) => {
      if (place.materialId === one.materialId) throw new Error("the store doesn't answer");
      await evidence.store.discardKept(place);
    };

    const failing = deleteDueMaterials({ ...evidence, store: { ...evidence.store, discardKept } });

    await expect(failing()).rejects.toThrow("some materials were not deleted");
    expect(evidence.bucket.keys()).toEqual([`kept/${one.residentId}/${one.materialId}`]);
    await evidence.retire("2024-08-01");
    expect(evidence.bucket.keys()).toEqual([]);
    expect(await evidence.stored(two)).toMatchObject({ state: "deleted" });
  });
});

/** The calls of a worker that deletes one material: 32 shards, one read, one look for reviews, and what it then does. */
const calls = 38;

test.each(Array.from({ length: calls }, (_, at) => at + 1))(
  "killed after call %i, the next day's work ends it",
  async (diesAfter) => {
    const evidence = await evidenceOfOne();
    const place = await anAcceptedMaterial(evidence);
    evidence.register.setToday("2024-07-31");
    const worker = mortal(diesAfter);

    const work = deleteDueMaterials({
      ...evidence,
      materials: worker.of(evidence.materials),
      store: worker.of(evidence.store),
      reviews: worker.of(evidence.reviews),
    })();

    await work.catch(() => {});
    // of two calls on their way at once the other one gets there as well
    expect(worker.calls() - diesAfter).toBeOneOf([0, 1]);
    await evidence.retire("2024-08-01");
    expect(await evidence.stored(place)).toMatchObject({ state: "deleted" });
    expect(await evidence.stored(place)).not.toHaveProperty("deleteOn");
    expect(evidence.bucket.keys()).toEqual([]);
  },
);

test("that is after each call that there is", async () => {
  const evidence = await evidenceOfOne();
  await anAcceptedMaterial(evidence);
  evidence.register.setToday("2024-07-31");
  const worker = mortal(Number.POSITIVE_INFINITY);

  await deleteDueMaterials({
    ...evidence,
    materials: worker.of(evidence.materials),
    store: worker.of(evidence.store),
    reviews: worker.of(evidence.reviews),
  })();

  expect(worker.calls()).toBe(calls);
});
