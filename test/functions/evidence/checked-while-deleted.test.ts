import { expect, test } from "vitest";
import { checkUpload } from "#functions/evidence/check-upload.ts";
import { deleteDueMaterials } from "#functions/evidence/delete-due-materials.ts";
import { type Evidence, evidenceOfOne } from "#test/support/evidence.ts";
import { fileOfType } from "#test/support/files.ts";

/** An upload that has come so late that its day of deletion has come as well. */
const aLateUpload = async () => {
  const evidence = await evidenceOfOne();
  await evidence.undertake();
  const file = fileOfType("application/pdf");
  const { form, place } = await evidence.request(file);
  await evidence.bucket.send(form, file.content);
  evidence.register.setToday("2024-07-03");
  return { evidence, place };
};

const withStore = (evidence: Evidence, store: Partial<Evidence["store"]>) => ({
  ...evidence,
  store: { ...evidence.store, ...store },
});

test("what is deleted while it is checked stays deleted, and what was just kept goes with it", async () => {
  const { evidence, place } = await aLateUpload();
  const checking = withStore(evidence, {
    keep: async (material, bytes) => {
      await deleteDueMaterials(evidence)();
      await evidence.store.keep(material, bytes);
    },
  });

  expect(await checkUpload(checking)(place)).toBe("deleted");

  expect(await evidence.stored(place)).toMatchObject({ state: "deleted" });
  expect(evidence.bucket.keys()).toEqual([]);
});

test("what is accepted while its bytes are being deleted is not accepted", async () => {
  const { evidence, place } = await aLateUpload();
  const kept = Promise.withResolvers<void>();
  const bytesGone = Promise.withResolvers<void>();
  const checked = checkUpload(
    withStore(evidence, {
      keep: async (material, bytes) => {
        await evidence.store.keep(material, bytes);
        kept.resolve();
        await bytesGone.promise;
      },
    }),
  )(place);
  await kept.promise;

  const deleting = withStore(evidence, {
    discardKept: async (which) => {
      await evidence.store.discardKept(which);
      bytesGone.resolve();
      await checked;
    },
  });
  await deleteDueMaterials(deleting)();

  expect(await checked).toBe("deleted");
  expect(await evidence.stored(place)).toMatchObject({ state: "deleted" });
  expect(evidence.bucket.keys()).toEqual([]);
});

test("what was accepted a moment before its day's work comes to it stays", async () => {
  const { evidence, place } = await aLateUpload();
  const deleting = {
    ...evidence,
    materials: {
      ...evidence.materials,
      replace: async (material: Parameters<Evidence["materials"]["replace"]>[0]) => {
        if (material.state === "deleted") await evidence.check(place);
        return evidence.materials.replace(material);
      },
    },
  };

  await deleteDueMaterials(deleting)();

  expect(await evidence.stored(place)).toMatchObject({ state: "accepted", deleteOn: "2024-08-02" });
  expect(evidence.bucket.keys()).toEqual([`kept/${place.residentId}/${place.materialId}`]);
});
