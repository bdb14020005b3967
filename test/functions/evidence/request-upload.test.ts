import { expect, test } from "vitest";
import { requestUploadEndpoint } from "#shared/contract/materials.ts";
import { auditor, resident, verifier, window } from "#test/support/calls.ts";
import { evidenceOfOne } from "#test/support/evidence.ts";
import { fileOfType } from "#test/support/files.ts";
import { residentId } from "#test/support/people.ts";

const file = fileOfType("application/pdf");

test("a form is made out for exactly the declared file, and the upload is written down first", async () => {
  const { undertake, request, stored } = await evidenceOfOne();
  await undertake();

  const { status, form, place } = await request(file);

  expect(status).toBe(201);
  expect(form).toMatchObject({
    expiresInSeconds: 600,
    fields: { key: `quarantine/${place.residentId}/${place.materialId}` },
  });
  expect(await stored(place)).toMatchObject({
    state: "requested",
    version: 1,
    bytes: file.bytes,
    sha256: file.sha256,
    requestedBy: { subject: "somebody", role: "resident" },
    deleteOn: "2024-07-03",
  });
});

test("only the person and the window of their area may upload; everybody else looks for somebody unknown", async () => {
  const { undertake, request } = await evidenceOfOne();
  await undertake();

  expect((await request(file, "application/pdf", window("339901"))).status).toBe(201);
  for (const other of [resident(residentId(9)), window("339902"), verifier("hrss", "339901"), auditor("339901")])
    await expect(request(file, "application/pdf", other)).rejects.toMatchObject({ code: "resident-unknown" });
});

test.each([
  ["0 bytes", 0],
  ["50 MB", 52_428_800],
  ["a byte more than 10 MB", 10_485_761],
])("a file of %s is turned away before there is a form, and told why", (_, bytes) => {
  const parsed = requestUploadEndpoint.body.safeParse({ contentType: "application/pdf", bytes, sha256: file.sha256 });

  expect(parsed.error?.issues).toEqual([
    expect.objectContaining({ path: ["bytes"], message: expect.stringMatching(/empty|10 MB/) }),
  ]);
});

test("a program is no type that can be declared", () => {
  const declared = { contentType: "application/x-msdownload", bytes: 512, sha256: file.sha256 };

  expect(requestUploadEndpoint.body.safeParse(declared).success).toBe(false);
});

test("nobody fills the store: forty uploads a day, and the next day forty more", async () => {
  const { undertake, request, register } = await evidenceOfOne();
  await undertake();
  for (let upload = 0; upload < 40; upload++) await request(file);

  await expect(request(file)).rejects.toMatchObject({ code: "too-many-materials", details: { limit: 40, per: "day" } });

  register.setToday("2024-07-02");
  expect((await request(file)).status).toBe(201);
});
