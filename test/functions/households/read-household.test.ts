import { expect, test } from "vitest";
import { feed, verifier, window } from "#test/support/calls.ts";
import { ann, ben, cat, childOf, householdDesk, registered, self, spouseOf } from "#test/support/household-desk.ts";

/** Ann and Ben are married and have a child; Cat has proposed herself to Ben too. */
const family = async () => {
  const desk = await householdDesk();
  await desk.proposed(cat, spouseOf());
  await desk.confirm(self(ben), ben, await desk.proposed(ann, spouseOf()));
  await desk.confirm(self(ben), ben, await desk.proposed(ann, childOf({ by: "spouse" })));
  const [child] = (await desk.households.confirmedOf(ann)).children;
  if (!child) throw new Error("there is no child");
  return { desk, child: child.residentId };
};

const byPart = (relations: unknown) =>
  (relations as { relation: string; state: string; part: string }[])
    .map(({ relation, state, part }) => `${part} of a ${relation}, ${state}`)
    .toSorted();

test("an adult sees their relations with the names typed, and who it is once it is confirmed", async () => {
  const { desk, child } = await family();

  const seen = await desk.see(self(ben), ben);

  expect(byPart(seen)).toEqual([
    "other-adult of a child, confirmed",
    "other-adult of a spouse, confirmed",
    "other-adult of a spouse, proposed",
  ]);
  expect(seen).toContainEqual(
    expect.objectContaining({
      relation: "child",
      names: { proposer: "山雨", relative: "山小雨", otherAdult: null },
      persons: { proposer: ann, relative: child, otherAdult: ben },
      bornOn: "2018-03-01",
    }),
  );
  expect(seen).toContainEqual(
    expect.objectContaining({
      state: "proposed",
      names: { proposer: registered.cat.name, relative: "海风", otherAdult: null },
      persons: null,
    }),
  );
});

test("a child sees that they are one, and nothing of anybody", async () => {
  const { desk, child } = await family();

  expect(await desk.see(self(child), child)).toEqual([
    expect.objectContaining({
      part: "child",
      state: "confirmed",
      names: null,
      persons: null,
      bornOn: null,
      steps: null,
    }),
  ]);
});

test("a department that grants services sees what is confirmed, without names", async () => {
  const { desk, child } = await family();

  const seen = await desk.see(verifier("education", "339900"), ben);

  expect(byPart(seen)).toEqual(["other-adult of a child, confirmed", "other-adult of a spouse, confirmed"]);
  expect(seen).toContainEqual(
    expect.objectContaining({ persons: { proposer: ann, relative: child, otherAdult: ben }, bornOn: "2018-03-01" }),
  );
  expect(JSON.stringify(seen)).not.toMatch(/\p{Script=Han}|relation-|identityNumber/u);
});

test("a window of the area sees all of it, also who is to answer", async () => {
  const { desk } = await family();

  const seen = await desk.see(window("339902"), cat);

  expect(seen).toMatchObject([{ state: "proposed", persons: { proposer: cat, relative: ben, otherAdult: ben } }]);
});

test.each([
  ["another resident", self(cat)],
  ["a window of another area", window("339902")],
  ["a verifier of another area", verifier("education", "339902")],
  ["a department that grants nothing", verifier("public-security", "339900")],
  ["a feed", feed("education", "339900")],
])("%s sees nobody there", async (_, caller) => {
  const { desk } = await family();

  expect(await desk.see(caller, ben)).toBe("resident-unknown");
});
