import { beforeAll, expect, test } from "vitest";
import { anExecutable, fileOf, fileOfType } from "../support/files.ts";
import { county, intakeOverHttp } from "../support/intake-over-http.ts";
import { walkTo } from "../support/nights.ts";
import { reviewDesk } from "../support/review-desk.ts";
import { testSystem } from "../support/test-system.ts";
import { uploadsOverHttp } from "../support/uploads-over-http.ts";

const system = testSystem({ shared: true });
const { undertake, ask, send, upload } = uploadsOverHttp(system);
let intake: Awaited<ReturnType<typeof intakeOverHttp>>;

beforeAll(async () => {
  await system.clock("2024-07-01");
  intake = await intakeOverHttp(system);
});

/** A new person who has given the undertaking, and their token. */
const aPerson = async () => {
  const residentId = await intake.register();
  const token = await system.token("resident", { residentId });
  await undertake(residentId, token);
  return { residentId, token };
};

const listed = async (residentId: string, token: string) =>
  (await system.api("GET", `/v1/residents/${residentId}/materials`, { token })).body.materials;

/** How many objects lie in the store, whatever they are. */
const objects = async (): Promise<number> => {
  const { buckets } = (await system.local("GET", "/local/status")).body;
  return buckets.find(({ name }: { readonly name: string }) => name === "EvidenceBucket").objects;
};

/** The night before the day, and all that it starts. */
const night = async (before: string, day: string): Promise<void> => {
  await system.clock(before);
  await walkTo(system, day);
  await system.quiet();
};

const file = fileOfType("application/pdf");

test("no upload before the undertaking of truth, and the refusal says which one to give", async () => {
  const residentId = await intake.register();
  const token = await system.token("resident", { residentId });

  const refused = await ask(residentId, token, file, "application/pdf");
  const text = await system.api("GET", `/v1/residents/${residentId}/undertakings`, { token });
  const given = await undertake(residentId, token);
  const again = await undertake(residentId, token);

  expect([refused.status, refused.body.type]).toEqual([409, "/problems/undertaking-missing"]);
  expect(refused.body.detail).toContain(text.body.version);
  expect(text.body).toMatchObject({ version: "2023-07-26", accepted: null });
  expect([given.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual(given.body);
});

test("a paper is uploaded straight to the store, checked, listed, and read back for a minute", async () => {
  const { residentId, token } = await aPerson();

  const materialId = await upload(residentId, token, file);
  const { status, body } = await system.api("GET", `/v1/residents/${residentId}/materials/${materialId}`, { token });
  const shown = await fetch(body.url);

  expect(await listed(residentId, token)).toEqual([
    expect.objectContaining({ materialId, state: "accepted", reason: null, sha256: file.sha256 }),
  ]);
  expect([status, body.expiresInSeconds]).toEqual([200, 60]);
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(file.content);
  expect(shown.headers.get("content-disposition")).toBe(`attachment; filename="${materialId}.pdf"`);
});

test("a program that was renamed is refused by its content, and nothing of it is kept", async () => {
  const { residentId, token } = await aPerson();
  const before = await objects();

  const materialId = await upload(residentId, token, anExecutable);
  const read = await system.api("GET", `/v1/residents/${residentId}/materials/${materialId}`, { token });

  expect(await listed(residentId, token)).toEqual([
    expect.objectContaining({
      materialId,
      state: "refused",
      reason: expect.objectContaining({ code: "content-not-allowed" }),
    }),
  ]);
  expect([read.status, read.body.type]).toEqual([409, "/problems/material-not-accepted"]);
  expect(read.body.detail).toContain("PDF, JPEG, PNG or HEIC");
  expect(await objects()).toBe(before);
});

test("a file of 0 bytes or 50 MB is turned away before there is a form, and by the form of another", async () => {
  const { residentId, token } = await aPerson();
  const empty = fileOf(new Uint8Array());
  const huge = fileOf(new Uint8Array(52_428_800));

  for (const wrong of [empty, huge]) {
    const { status, body } = await ask(residentId, token, wrong, "application/pdf");
    expect([status, body.errors]).toEqual([400, [{ field: "bytes", detail: expect.stringMatching(/empty|10 MB/) }]]);
  }

  const { body: form } = await ask(residentId, token, file, "application/pdf");
  expect(await send(form, empty.content)).toEqual({ status: 400, code: "EntityTooSmall" });
  expect(await send(form, huge.content)).toEqual({ status: 400, code: "EntityTooLarge" });
  await system.quiet();
  expect(await listed(residentId, token)).toEqual([expect.objectContaining({ state: "requested" })]);
});

test("other bytes than were declared are turned away by the store: their hash is another", async () => {
  const { residentId, token } = await aPerson();
  const { body: form } = await ask(residentId, token, file, "application/pdf");

  const { status, code } = await send(form, fileOfType("application/pdf", "another").content);

  expect(status).toBe(400);
  expect(code).toMatch(/BadDigest|XAmzContentChecksumMismatch/);
});

test("nobody but the person can read what they have uploaded, nor anybody but the window of their area list it or upload in their place", async () => {
  const { residentId, token } = await aPerson();
  const materialId = await upload(residentId, token, file);
  const stranger = await system.token("resident", { residentId: (await aPerson()).residentId });
  const window = await system.token("window", { areas: [county] });
  const elsewhere = await system.token("window", { areas: ["339902"] });
  const verifier = await system.token("verifier", { areas: [county], department: "hrss" });
  const read = async (by: string) =>
    (await system.api("GET", `/v1/residents/${residentId}/materials/${materialId}`, { token: by })).status;
  const list = async (by: string) =>
    (await system.api("GET", `/v1/residents/${residentId}/materials`, { token: by })).status;

  expect([await read(token), await list(token)]).toEqual([200, 200]);
  expect([await read(window), await list(window)]).toEqual([404, 200]);
  for (const by of [stranger, elsewhere, verifier]) expect([await read(by), await list(by)]).toEqual([404, 404]);
  for (const role of ["auditor", "feed", "operator", "rule-maker", "approver"] as const) {
    const by = await system.token(role, { areas: [county] });
    expect([await read(by), await list(by)]).toEqual([403, 403]);
  }
  expect((await ask(residentId, stranger, file, "application/pdf")).status).toBe(404);
});

test("what nobody finishes, and what is handed in with nothing, goes by the calendar", async () => {
  const { residentId, token } = await aPerson();
  await ask(residentId, token, file, "application/pdf");
  await upload(residentId, token, file);

  await night("2024-07-02", "2024-07-03");
  const afterADay = await listed(residentId, token);
  await night("2024-07-30", "2024-07-31");
  const afterAMonth = await listed(residentId, token);

  const statesOf = (materials: readonly { readonly state: string }[]) => materials.map(({ state }) => state).sort();
  expect(statesOf(afterADay)).toEqual(["accepted", "deleted"]);
  expect(statesOf(afterAMonth)).toEqual(["deleted", "deleted"]);
  expect(await objects()).toBe(0);
});

test("those who decide on the review that it is part of can read it, and no other department or area", async () => {
  const desk = await reviewDesk(system, intake);
  const person = await desk.aPerson();
  const loose = await person.upload();
  const materialId = await person.upload();
  await person.submit({ materials: [{ code: "payment-statement", materialId }] });
  const verifier = (department: string, area: string) => system.token("verifier", { department, areas: [area] });
  const read = async (token: string, which = materialId) =>
    system.api("GET", `${person.path}/materials/${which}`, { token });

  const decider = await verifier("hrss", county);
  const { status, body } = await read(decider);
  const shown = await fetch(body.url);

  expect([status, shown.status]).toEqual([200, 200]);
  expect((await system.api("GET", `${person.path}/materials`, { token: decider })).body.materials).toHaveLength(1);
  expect((await read(decider, loose)).body.type).toBe("/problems/material-unknown");
  for (const token of [await verifier("education", county), await verifier("hrss", "339902")])
    expect((await read(token)).body.type).toBe("/problems/resident-unknown");
  expect((await read(await system.token("auditor", { areas: [county] }))).status).toBe(403);
});
