import { describe, expect, test } from "vitest";
import { checkUpload } from "#functions/evidence/check-upload.ts";
import { uploadKey } from "#shared/storage/evidence-keys.ts";
import { evidenceOfOne } from "#test/support/evidence.ts";
import { anExecutable, fileOfType, type HeldFile } from "#test/support/files.ts";
import { mortal } from "#test/support/mortal.ts";

/** Checks an upload in a process that dies right after its n-th call, then again as the queue has it done again. */
const checkedAfterDeath = async (file: HeldFile, diesAfter: number) => {
  const evidence = await evidenceOfOne();
  await evidence.undertake();
  const { place } = await evidence.request(file);
  evidence.bucket.put(uploadKey(place), file.content);
  const process = mortal(diesAfter);
  const checking = { ...evidence, materials: process.of(evidence.materials), store: process.of(evidence.store) };
  const first = await checkUpload(checking)(place).catch(() => "killed");
  // both of what is thrown away at once are on their way when the process dies
  await evidence.check(place);
  return { ...evidence, place, first, calls: process.calls() };
};

describe("a worker that dies after any of its calls, and the message that comes again", () => {
  test.each([1, 2, 3, 4, 5, 6])("keep what is good, after call %i", async (diesAfter) => {
    const { first, stored, place, bucket } = await checkedAfterDeath(fileOfType("application/pdf"), diesAfter);

    expect(first).toBe("killed");
    expect(await stored(place)).toMatchObject({ state: "accepted", version: 3 });
    expect(bucket.keys()).toEqual([`kept/${place.residentId}/${place.materialId}`]);
  });

  test.each([1, 2, 3, 4, 5])("refuse what is not, after call %i", async (diesAfter) => {
    const { first, stored, place, bucket } = await checkedAfterDeath(anExecutable, diesAfter);

    expect(first).toBe("killed");
    expect(await stored(place)).toMatchObject({ state: "refused", version: 3, reason: "content-not-allowed" });
    expect(bucket.keys()).toEqual([]);
  });

  test("have been killed after each call that there is", async () => {
    const never = Number.POSITIVE_INFINITY;

    expect((await checkedAfterDeath(fileOfType("application/pdf"), never)).calls).toBe(6);
    expect((await checkedAfterDeath(anExecutable, never)).calls).toBe(5);
  });
});

test("two workers at once come to what one would have come to", async () => {
  const evidence = await evidenceOfOne();
  await evidence.undertake();
  const file = fileOfType("application/pdf");
  const { form, place } = await evidence.request(file);
  await evidence.bucket.send(form, file.content);

  await Promise.all([evidence.check(place), evidence.check(place), evidence.check(place)]);

  expect(await evidence.stored(place)).toMatchObject({ state: "accepted", version: 3 });
  expect(evidence.bucket.keys()).toEqual([`kept/${place.residentId}/${place.materialId}`]);
});
