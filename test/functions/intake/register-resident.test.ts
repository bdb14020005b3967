import { expect, test } from "vitest";
import { feed, window } from "#test/support/calls.ts";
import { intake } from "#test/support/intake.ts";
import { identityNumber, person, residentId } from "#test/support/people.ts";

test("a person is registered under a random id, with a dossier that holds neither number nor name", async () => {
  const { register, residents } = await intake();

  const { status, body } = await register();

  const { residentId } = body as { residentId: never };
  const dossier = await residents.read(residentId);
  expect(status).toBe(201);
  expect(body).toEqual({ residentId: expect.stringMatching(/^r-[0-9a-z]{26}$/) });
  expect(dossier).toMatchObject({ version: 1, area: "339901", identityBirthDate: "1990-05-17" });
  expect(JSON.stringify(dossier)).not.toMatch(/山雨|\d{17}/);
});

test("the same person always gets the same id", async () => {
  const { register, residents } = await intake();
  const first = await register();

  const again = await register();

  expect(again).toEqual({ status: 200, body: first.body });
  expect(await residents.readChanges((first.body as { residentId: never }).residentId)).toHaveLength(1);
});

test("whoever was admitted as somebody's family is registered under the id they have", async () => {
  const { register, identities, residents } = await intake();
  const { residentId: admitted } = await identities.admit(person(1, "别人"), residentId(7));

  const [first, again] = [await register({ name: "山雨" }), await register({ name: "山雨", area: "339902" })];

  expect(first).toEqual({ status: 201, body: { residentId: admitted } });
  expect(again).toEqual({ status: 200, body: { residentId: admitted } });
  expect(await residents.read(admitted)).toMatchObject({ version: 2, area: "339902" });
});

test("whoever is only admitted is found by nobody", async () => {
  const { identities, resolve } = await intake();
  await identities.admit(person(1), residentId(7));

  const found = resolve({ identityNumber: person(1).identityNumber }, window("330000"));

  await expect(found).rejects.toMatchObject({ code: "identity-unknown" });
});

test("a number whose birth date is still to come is refused", async () => {
  const { register } = await intake();

  const refused = register({ identityNumber: identityNumber("2050-05-17", 1) });

  await expect(refused).rejects.toMatchObject({
    code: "happened-after-receipt",
    details: { errors: [{ field: "identityNumber" }] },
  });
});

test("two persons get two ids", async () => {
  const { register } = await intake();

  const [one, other] = [await register(), await register({ identityNumber: identityNumber("1990-05-17", 2) })];

  expect([one.status, other.status]).toEqual([201, 201]);
  expect(other.body).not.toEqual(one.body);
});

test("registrations of one person at once all get the same id, one of them as the first", async () => {
  const { register } = await intake();

  const replies = await Promise.all(Array.from({ length: 8 }, () => register()));

  expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
});

test("registered again elsewhere, a person has moved there", async () => {
  const { register, residents } = await intake();
  const { body } = await register();

  const again = await register({ area: "339902" }, feed("public-security", "339902"));

  expect(again).toEqual({ status: 200, body });
  expect(await residents.read((body as { residentId: never }).residentId)).toMatchObject({
    version: 2,
    area: "339902",
  });
});

test("another name for a known number is refused, and changes nothing", async () => {
  const { register, residents, identities } = await intake();
  const { body } = await register({ name: "山雨" });

  const refused = register({ name: "海风", area: "339902" });

  const { residentId } = body as { residentId: never };
  await expect(refused).rejects.toMatchObject({ code: "identity-name-differs", details: {} });
  expect(await residents.read(residentId)).toMatchObject({ version: 1, area: "339901" });
  expect(await identities.read(residentId)).toMatchObject({ name: "山雨" });
});

test("only public security registers", async () => {
  const { register } = await intake();

  await expect(register({}, feed("education", "339900"))).rejects.toMatchObject({ code: "department-not-allowed" });
});

test.each(["339801", "339900", "330000"])("a feed of 339901 registers nobody in %s", async (area) => {
  const { register } = await intake();

  const refused = register({ area }, feed("public-security", "339901"));

  await expect(refused).rejects.toMatchObject({ code: "area-not-allowed", details: { area } });
});

test("a resident is found by number, and by number and name", async () => {
  const { register, resolve } = await intake();
  const { body } = await register({ name: "山雨" });
  const [number, name] = [identityNumber("1990-05-17", 1), "山雨" as never];

  const found = [
    await resolve({ identityNumber: number }, window("339900")),
    await resolve({ identityNumber: number, name }, feed("hrss", "339901")),
  ];

  expect(found).toEqual([
    { status: 200, body },
    { status: 200, body },
  ]);
});

test("nobody, somebody elsewhere and somebody of another name look the same", async () => {
  const { register, resolve } = await intake();
  await register({ name: "山雨" });
  const number = identityNumber("1990-05-17", 1);

  const refused = await Promise.allSettled([
    resolve({ identityNumber: identityNumber("1990-05-17", 2) }, window("339901")),
    resolve({ identityNumber: number }, window("339902")),
    resolve({ identityNumber: number, name: "海风" as never }, window("339901")),
  ]);

  const unknown = { status: "rejected", reason: expect.objectContaining({ code: "identity-unknown", details: {} }) };
  expect(refused).toEqual([unknown, unknown, unknown]);
});

test("whoever was moved by a permit is found where the permit is", async () => {
  const { aResident, permitEvent, resolve } = await intake();
  const residentId = await aResident("339901");
  await permitEvent(residentId, { type: "issue", area: "339902" });
  const number = identityNumber("1990-05-17", 1);

  const found = await resolve({ identityNumber: number }, window("339902"));

  expect(found.body).toEqual({ residentId });
  await expect(resolve({ identityNumber: number }, window("339901"))).rejects.toMatchObject({
    code: "identity-unknown",
  });
});
