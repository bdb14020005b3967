import { expect, test } from "vitest";
import type { Person } from "#shared/domain/person.ts";
import type { Identities } from "#shared/storage/identities.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { following, person, registeredIn, residentId } from "#test/support/people.ts";

interface Stores {
  readonly identities: Identities;
  readonly residents: Residents;
}

/** What every place of identities has to do. */
export const identitiesCases = (make: () => Promise<Stores>): void => {
  test("nobody's number is unknown", async () => {
    const { identities } = await make();

    expect(await identities.find(person().identityNumber)).toBeUndefined();
    expect(await identities.read(residentId(1))).toBeUndefined();
  });

  test("a registration writes the identity and the dossier that begins with it", async () => {
    const { identities, residents } = await make();

    const registered = await register(identities, person(), 1);

    expect(registered).toBe("registered");
    expect((await identities.find(person().identityNumber))?.residentId).toBe(residentId(1));
    expect(await identities.read(residentId(1))).toEqual(person());
    expect(await residents.read(residentId(1))).toMatchObject({ version: 1, area: "339901" });
    expect(await residents.readChanges(residentId(1))).toHaveLength(1);
  });

  test("a number that is registered is known, and nothing is written", async () => {
    const { identities, residents } = await make();
    await register(identities, person(1, "山雨"), 1);

    const again = await register(identities, person(1, "别人"), 2);

    expect(again).toBe("known");
    expect((await identities.find(person().identityNumber))?.residentId).toBe(residentId(1));
    expect(await identities.read(residentId(1))).toEqual(person(1, "山雨"));
    expect(await identities.read(residentId(2))).toBeUndefined();
    expect(await residents.read(residentId(2))).toBeUndefined();
  });

  test("of many registrations of one person at once, one makes a dossier", async () => {
    const { identities, residents } = await make();
    const attempts = [1, 2, 3, 4, 5, 6];

    const registered = await Promise.all(attempts.map((number) => register(identities, person(), number)));

    const dossiers = await Promise.all(attempts.map((number) => residents.read(residentId(number))));
    const winner = (await identities.find(person().identityNumber))?.residentId;
    expect(registered.toSorted()).toEqual(["known", "known", "known", "known", "known", "registered"]);
    expect(dossiers.flatMap((dossier) => dossier?.residentId ?? [])).toEqual([winner]);
  });

  test("two persons are told apart", async () => {
    const { identities } = await make();
    await register(identities, person(1), 1);
    await register(identities, person(2), 2);

    expect((await identities.find(person(1).identityNumber))?.residentId).toBe(residentId(1));
    expect((await identities.find(person(2).identityNumber))?.residentId).toBe(residentId(2));
  });

  test("whoever is admitted has an id and no dossier, and goes by any name", async () => {
    const { identities, residents } = await make();

    const admitted = await identities.admit(person(1, "山雨"), residentId(1));

    expect(admitted).toMatchObject({ residentId: residentId(1), isRegistered: false });
    expect(await identities.find(person().identityNumber)).toMatchObject({
      residentId: residentId(1),
      isRegistered: false,
    });
    expect(await admitted.isNamed(person(1, "别人").name)).toBe(true);
    expect(await identities.read(residentId(1))).toEqual(person(1, "山雨"));
    expect(await residents.read(residentId(1))).toBeUndefined();
  });

  test("whoever has an id is admitted under that one", async () => {
    const { identities } = await make();
    await register(identities, person(1, "山雨"), 1);
    await identities.admit(person(2), residentId(2));

    const [registered, admitted] = [
      await identities.admit(person(1, "别人"), residentId(3)),
      await identities.admit(person(2), residentId(4)),
    ];

    expect(registered).toMatchObject({ residentId: residentId(1), isRegistered: true });
    expect(admitted).toMatchObject({ residentId: residentId(2), isRegistered: false });
    expect(await identities.read(residentId(1))).toEqual(person(1, "山雨"));
    expect(await identities.read(residentId(3))).toBeUndefined();
  });

  test("a registration after an admission keeps the id, and its name is the one that counts", async () => {
    const { identities, residents } = await make();
    await identities.admit(person(1, "别人"), residentId(1));

    expect(await register(identities, person(1, "山雨"), 2)).toBe("known");
    expect(await register(identities, person(1, "山雨"), 1)).toBe("registered");
    expect(await register(identities, person(1, "山雪"), 1)).toBe("known");

    const known = await identities.find(person().identityNumber);
    expect(known).toMatchObject({ residentId: residentId(1), isRegistered: true });
    expect(await known?.isNamed(person(1, "别人").name)).toBe(false);
    expect(await identities.read(residentId(1))).toEqual(person(1, "山雨"));
    expect(await residents.read(residentId(1))).toMatchObject({ version: 1, area: "339901" });
  });

  test("of many admissions and registrations of one person at once, all come to one id", async () => {
    const { identities } = await make();

    const admitted = await Promise.all([1, 2, 3, 4].map((number) => identities.admit(person(), residentId(number))));
    await Promise.all([5, 6].map((number) => register(identities, person(), number)));

    const known = await identities.find(person().identityNumber);
    expect(new Set(admitted.map((one) => one.residentId))).toEqual(new Set([known?.residentId]));
  });

  test.each([
    ["山雨", "山雨", true],
    ["山雨", " 山　雨", true],
    ["阿依努尔·麦麦提", "阿依努尔•麦麦提", true],
    ["阿依努尔·麦麦提", "阿依努尔．麦麦提", true],
    ["山雨", "山雪", false],
    ["阿依努尔·麦麦提", "阿依努尔麦麦提", false],
  ])("whoever is registered as %s is named %s: %s", async (registered, asked, isNamed) => {
    const { identities } = await make();
    await register(identities, person(1, registered), 1);

    const known = await identities.find(person().identityNumber);

    expect(await known?.isNamed(person(1, asked).name)).toBe(isNamed);
  });
};

const register = (identities: Identities, who: Person, number: number) => {
  const { dossier, recorded } = following(residentId(number), registeredIn("339901"));
  return identities.register(who, dossier, recorded);
};
