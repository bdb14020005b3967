import { expect, test } from "vitest";
import type { Caller } from "#shared/contract/endpoint.ts";
import { auditor, feed, operator, resident, verifier, window } from "#test/support/calls.ts";
import { anAcceptedMaterial, evidenceOfOne } from "#test/support/evidence.ts";
import { anExecutable, fileOfType } from "#test/support/files.ts";
import { area, residentId } from "#test/support/people.ts";

const file = fileOfType("application/pdf");

test("the window sees how far everything has come, and opens what a window has asked for", async () => {
  const evidence = await evidenceOfOne();
  const { materialId } = await anAcceptedMaterial(evidence);

  expect(await evidence.list(window("339901"))).toMatchObject({ materials: [{ materialId, state: "accepted" }] });
  await expect(evidence.read(window("339901"), materialId)).rejects.toMatchObject({ code: "material-unknown" });
});

test("the person, and the window that has asked for it, get an address for a minute, and the bytes under it", async () => {
  const evidence = await evidenceOfOne();
  const { materialId } = await anAcceptedMaterial(evidence, file, window("339901"));

  for (const caller of [evidence.person, window("339901"), window("339900")]) {
    const { status, body } = await evidence.read(caller, materialId);
    const { url, expiresInSeconds, material } = body as { url: string; expiresInSeconds: number; material: unknown };
    expect([status, expiresInSeconds]).toEqual([200, 60]);
    expect(material).toMatchObject({ materialId, sha256: file.sha256, state: "accepted" });
    expect(await evidence.bucket.fetch(url)).toEqual(file.content);
  }
});

test("those who decide on a review that it is part of see it, and of the rest nothing", async () => {
  const evidence = await evidenceOfOne();
  const attached = await anAcceptedMaterial(evidence);
  const loose = await anAcceptedMaterial(evidence);
  const decider = verifier("hrss", "339900");
  await expect(evidence.read(decider, attached.materialId)).rejects.toMatchObject({ code: "resident-unknown" });

  await evidence.file([attached.materialId]);

  expect((await evidence.read(decider, attached.materialId)).status).toBe(200);
  await expect(evidence.read(decider, loose.materialId)).rejects.toMatchObject({ code: "material-unknown" });
  expect(await evidence.list(decider)).toMatchObject({ materials: [{ materialId: attached.materialId }] });
  expect(await evidence.list(evidence.person)).toMatchObject({ materials: [{}, {}] });
});

test("those who decide on an application that it is part of see it, also where their department supplies no facts", async () => {
  const evidence = await evidenceOfOne();
  const attached = await anAcceptedMaterial(evidence);
  const loose = await anAcceptedMaterial(evidence);
  const decider = verifier("housing", "339900");
  await expect(evidence.read(decider, attached.materialId)).rejects.toMatchObject({ code: "resident-unknown" });

  await evidence.apply([attached.materialId], { department: "housing" });

  expect((await evidence.read(decider, attached.materialId)).status).toBe(200);
  await expect(evidence.read(decider, loose.materialId)).rejects.toMatchObject({ code: "material-unknown" });
  await expect(evidence.read(verifier("housing", "339902"), attached.materialId)).rejects.toMatchObject({
    code: "resident-unknown",
  });
  await expect(evidence.read(verifier("education", "339900"), attached.materialId)).rejects.toMatchObject({
    code: "resident-unknown",
  });
});

test.each<readonly [string, Caller]>([
  ["somebody else", resident(residentId(9))],
  ["the window of another area", window("339902")],
  ["a verifier of another department", verifier("education", "339901")],
  ["a verifier of another area", verifier("hrss", "339902")],
  ["an auditor of the area", auditor("339901")],
  ["a feed of the area", feed("hrss", "339901")],
  ["an operator", operator],
])("%s finds nobody there, neither to read nor to list", async (_, caller) => {
  const evidence = await evidenceOfOne();
  const { materialId } = await anAcceptedMaterial(evidence);
  await evidence.file([materialId]);

  await expect(evidence.read(caller, materialId)).rejects.toMatchObject({ code: "resident-unknown" });
  await expect(evidence.list(caller)).rejects.toMatchObject({ code: "resident-unknown" });
});

test("it is the area of the review that says whose office decides, also after the person has moved", async () => {
  const evidence = await evidenceOfOne();
  const { materialId } = await anAcceptedMaterial(evidence);
  await evidence.file([materialId], { area: area("339902") });

  expect((await evidence.read(verifier("hrss", "339902"), materialId)).status).toBe(200);
  await expect(evidence.read(verifier("hrss", "339901"), materialId)).rejects.toMatchObject({
    code: "resident-unknown",
  });
});

test("a verifier without a department sees nothing", async () => {
  const evidence = await evidenceOfOne();
  const { materialId } = await anAcceptedMaterial(evidence);

  await expect(evidence.read(verifier("", "339901"), materialId)).rejects.toMatchObject({
    code: "department-not-allowed",
  });
});

test("only what was accepted can be read; the others say where they stand", async () => {
  const evidence = await evidenceOfOne();
  await evidence.undertake();
  const { place } = await evidence.request(anExecutable);
  const reading = () => evidence.read(evidence.person, place.materialId);
  await expect(reading()).rejects.toMatchObject({ code: "material-not-accepted", details: { state: "requested" } });
  evidence.bucket.put(`quarantine/${place.residentId}/${place.materialId}`, anExecutable.content);

  await evidence.check(place);

  await expect(reading()).rejects.toMatchObject({
    code: "material-not-accepted",
    details: { state: "refused", reason: "content-not-allowed" },
  });
});
