import { expect, test } from "vitest";
import type { MaterialType } from "#shared/domain/material.ts";
import { uploadKey } from "#shared/storage/evidence-keys.ts";
import { materialId } from "#test/support/a-material.ts";
import { evidenceOfOne } from "#test/support/evidence.ts";
import { anExecutable, fileOf, fileOfType, type HeldFile } from "#test/support/files.ts";

/** Uploads the content for what was declared, past the form where that would not let it in, and has it checked. */
const uploaded = async (declared: HeldFile, contentType: MaterialType, content: Uint8Array = declared.content) => {
  const evidence = await evidenceOfOne();
  await evidence.undertake();
  const { place } = await evidence.request(declared, contentType);
  evidence.bucket.put(uploadKey(place), content);
  await evidence.check(place);
  return { ...evidence, place, material: await evidence.stored(place) };
};

test.each(["application/pdf", "image/jpeg", "image/png", "image/heic"] as const)(
  "%s that is what was declared is accepted, kept, and gone from quarantine",
  async (type) => {
    const { material, place, bucket } = await uploaded(fileOfType(type), type);

    expect(material).toMatchObject({ state: "accepted", version: 3, deleteOn: "2024-07-31" });
    expect(material).not.toHaveProperty("reason");
    expect(bucket.keys()).toEqual([`kept/${place.residentId}/${place.materialId}`]);
  },
);

test.each([
  ["a program that was renamed", anExecutable, "application/pdf", undefined, "content-not-allowed"],
  ["plain words", fileOf(Buffer.from("no picture")), "image/png", undefined, "content-not-allowed"],
  [
    "a web page",
    fileOf(Buffer.from("<html><script>1</script></html>")),
    "application/pdf",
    undefined,
    "content-not-allowed",
  ],
  ["a PNG that is called a PDF", fileOfType("image/png"), "application/pdf", undefined, "content-differs"],
  ["nothing at all", fileOfType("image/png"), "image/png", new Uint8Array(), "empty"],
  ["50 MB", fileOfType("image/png"), "image/png", new Uint8Array(52_428_800), "size-differs"],
  [
    "another file of the same size",
    fileOfType("image/png"),
    "image/png",
    fileOfType("image/png", "another paper").content,
    "hash-differs",
  ],
] as const)("%s is refused with a reason, and nothing of it is kept", async (_, file, type, content, reason) => {
  const { material, list, person, bucket } = await uploaded(file, type, content);

  expect(material).toMatchObject({ state: "refused", reason });
  expect(bucket.keys()).toEqual([]);
  expect(await list(person)).toMatchObject({
    materials: [
      { state: "refused", reason: { code: reason, words: { en: expect.any(String), zh: expect.any(String) } } },
    ],
  });
});

test("told of it twice, it is checked once", async () => {
  const { check, place, material, stored, bucket } = await uploaded(fileOfType("image/png"), "image/png");
  bucket.put(uploadKey(place), fileOfType("image/png").content);

  expect(await check(place)).toBe("accepted");

  expect(await stored(place)).toEqual(material);
  expect(bucket.keys()).toEqual([`kept/${place.residentId}/${place.materialId}`]);
});

test("told of it after it was refused, whatever came once more goes as well", async () => {
  const { check, place, bucket } = await uploaded(anExecutable, "application/pdf");
  bucket.put(uploadKey(place), anExecutable.content);

  expect(await check(place)).toBe("refused");

  expect(bucket.keys()).toEqual([]);
});

test("told of it before there is anything, it waits for what comes", async () => {
  const evidence = await evidenceOfOne();
  await evidence.undertake();
  const file = fileOfType("application/pdf");
  const { form, place } = await evidence.request(file);
  expect(await evidence.check(place)).toBe("requested");

  await evidence.bucket.send(form, file.content);

  expect(await evidence.check(place)).toBe("accepted");
});

test("told of it after it was deleted, nothing is brought back", async () => {
  const { check, retire, place, bucket, stored } = await uploaded(fileOfType("image/png"), "image/png");
  await retire("2024-08-01");
  bucket.put(uploadKey(place), fileOfType("image/png").content);

  expect(await check(place)).toBe("deleted");

  expect((await stored(place)).state).toBe("deleted");
  expect(bucket.keys()).toEqual([]);
});

test("what nobody asked to upload is thrown away", async () => {
  const { check, bucket, id } = await evidenceOfOne();
  const place = { residentId: id, materialId: materialId(1) };
  bucket.put(uploadKey(place), anExecutable.content);

  expect(await check(place)).toBe("unknown");

  expect(bucket.keys()).toEqual([]);
});
