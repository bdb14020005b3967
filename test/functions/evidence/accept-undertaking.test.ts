import { expect, test } from "vitest";
import { acceptUndertaking } from "#functions/evidence/accept-undertaking.ts";
import { resident, window } from "#test/support/calls.ts";
import { evidenceOfOne } from "#test/support/evidence.ts";
import { fileOfType } from "#test/support/files.ts";
import { residentId } from "#test/support/people.ts";

const accepted = { version: "2023-07-26", acceptedAt: "2024-07-01T02:00:00.000Z" };

test("the person reads the undertaking, gives it, and it is recorded with time and by whom", async () => {
  const { undertake, readUndertaking, undertakings, id, person } = await evidenceOfOne();
  expect((await readUndertaking(person)).body).toMatchObject({ version: "2023-07-26", accepted: null });

  expect(await undertake()).toEqual({ status: 201, body: { ...accepted, by: "self" } });

  expect(await undertakings.read(id, "2023-07-26")).toMatchObject({ by: "self", subject: "somebody" });
  expect((await readUndertaking(person)).body).toMatchObject({ accepted: { ...accepted, by: "self" } });
});

test("it is given once: whoever gives it again is answered what stands", async () => {
  const { undertake, register, person } = await evidenceOfOne();
  await undertake(person, "guardian");
  register.setToday("2024-07-05");

  expect(await undertake(person, "self")).toEqual({ status: 200, body: { ...accepted, by: "guardian" } });
});

test("the window gives it with consent, in its area, and nobody in another's part", async () => {
  const { undertake, person } = await evidenceOfOne();

  await expect(undertake(person, "window")).rejects.toMatchObject({ code: "role-not-allowed" });
  await expect(undertake(window("339901"), "self")).rejects.toMatchObject({ code: "role-not-allowed" });
  await expect(undertake(window("339902"), "window")).rejects.toMatchObject({ code: "resident-unknown" });
  await expect(undertake(resident(residentId(9)), "self")).rejects.toMatchObject({ code: "resident-unknown" });

  expect(await undertake(window("339900"), "window")).toMatchObject({ status: 201, body: { by: "window" } });
});

test("an undertaking of another version is no longer taken, and the refusal names the one that is", async () => {
  const { readUndertaking, person, ...evidence } = await evidenceOfOne();

  const old = acceptUndertaking(evidence)({
    params: { residentId: evidence.id },
    query: {},
    body: { version: "2020-01-01", by: "self" },
    caller: person,
  });

  await expect(old).rejects.toMatchObject({
    code: "undertaking-not-current",
    details: { version: "2020-01-01", current: "2023-07-26" },
  });
  expect((await readUndertaking(person)).body).toMatchObject({ accepted: null });
});

test("nothing is uploaded before it was given", async () => {
  const { request, undertake, materials, id } = await evidenceOfOne();

  await expect(request(fileOfType("application/pdf"))).rejects.toMatchObject({
    code: "undertaking-missing",
    details: { version: "2023-07-26" },
  });

  expect(await materials.ofResident(id)).toEqual([]);
  await undertake();
  expect((await request(fileOfType("application/pdf"))).status).toBe(201);
});
