import { describe, expect, test } from "vitest";
import { window } from "#test/support/calls.ts";
import {
  ann,
  ben,
  byWindow,
  cat,
  childOf,
  householdDesk,
  kid,
  paper,
  registered,
  self,
  spouseOf,
} from "#test/support/household-desk.ts";
import { person, residentId } from "#test/support/people.ts";

const clerk = { ...window("339901"), subject: "clerk" };
const otherParent = { by: "other-parent", ...registered.ben };

describe("a marriage", () => {
  test("counts once the other has confirmed it, and each is told", async () => {
    const desk = await householdDesk();

    const relationId = await desk.proposed(ann, spouseOf());
    expect(await desk.households.confirmedOf(ann)).toEqual({ children: [] });
    const confirmed = await desk.confirm(self(ben), ben, relationId);

    expect(confirmed).toMatchObject({ status: 200, body: { state: "confirmed", waitsFor: "nobody" } });
    expect(await desk.households.confirmedOf(ann)).toEqual({ spouse: ben, children: [] });
    expect(await desk.households.confirmedOf(ben)).toEqual({ spouse: ann, children: [] });
    expect([desk.told(ann), desk.told(ben)]).toEqual([["relation-answered"], ["relation-proposed"]]);
  });

  test("is nothing once it was refused, taken back or ended, and the other hears of the end", async () => {
    const desk = await householdDesk();

    const [refused, withdrawn] = [await desk.proposed(ann, spouseOf()), await desk.proposed(ann, spouseOf())];
    await desk.refuse(self(ben), ben, refused);
    expect(await desk.end(self(ann), ann, withdrawn)).toMatchObject({ body: { state: "withdrawn" } });
    expect(await desk.confirm(self(ben), ben, withdrawn)).toBe("step-not-allowed");

    const confirmed = await desk.proposed(ann, spouseOf());
    await desk.confirm(self(ben), ben, confirmed);
    expect(await desk.end(self(ben), ben, confirmed)).toMatchObject({ body: { state: "ended" } });
    expect(await desk.households.confirmedOf(ann)).toEqual({ children: [] });
    expect(desk.told(ann).at(-1)).toBe("relation-ended");
  });

  test("is confirmed by nobody else", async () => {
    const desk = await householdDesk();

    const relationId = await desk.proposed(ann, spouseOf());

    expect(await desk.confirm(self(ann), ann, relationId)).toBe("relation-of-others");
    expect(await desk.confirm(self(cat), ben, relationId)).toBe("resident-unknown");
    expect(await desk.confirm(self(cat), cat, relationId)).toBe("relation-unknown");
    expect(await desk.confirm(clerk, ben, relationId)).toBe("consent-missing");
    expect(await desk.confirm(self(ben), ben, relationId, byWindow)).toBe("role-not-allowed");
    expect(await desk.confirm(window("339902"), ben, relationId, byWindow)).toBe("resident-unknown");
    expect(await desk.attest(clerk, ann, relationId, paper)).toBe("relation-of-others");
  });

  test("is the only one: neither proposes nor confirms another", async () => {
    const desk = await householdDesk();
    const ofCat = await desk.proposed(cat, spouseOf());
    await desk.confirm(self(ben), ben, await desk.proposed(ann, spouseOf()));

    expect(await desk.confirm(self(ben), ben, ofCat)).toBe("spouse-there");
    expect(await desk.propose(self(ann), ann, spouseOf(registered.cat))).toBe("spouse-there");
  });

  test("goes through the window too, which says that each of them agrees", async () => {
    const desk = await householdDesk();

    const proposed = await desk.propose(clerk, ann, { ...spouseOf(), ...byWindow });
    const { relationId } = (proposed as { body: { relationId: never } }).body;
    const confirmed = await desk.confirm(clerk, ben, relationId, byWindow);

    expect(confirmed).toMatchObject({ body: { state: "confirmed" } });
    expect(await desk.households.readSteps(ann, relationId)).toMatchObject([
      { step: { type: "proposed" }, by: { role: "window", subject: "clerk" } },
      { step: { type: "confirmed" }, by: { role: "window", subject: "clerk" } },
    ]);
  });

  test("with somebody whom nobody has registered is confirmed where the other lives", async () => {
    const desk = await householdDesk();
    const relationId = await desk.proposed(ann, spouseOf(person(9, "秋霜")));
    const spouse = (await desk.households.read(ann, relationId))?.relative ?? residentId(99);

    expect(await desk.confirm(window("339902"), spouse, relationId, byWindow)).toBe("resident-unknown");
    expect(await desk.confirm(clerk, spouse, relationId, byWindow)).toMatchObject({ body: { state: "confirmed" } });
    expect(await desk.residents.read(spouse)).toBeUndefined();
    expect(await desk.households.confirmedOf(ann)).toEqual({ spouse, children: [] });
  });
});

describe("a child", () => {
  test("is both parents' once the other one has confirmed it", async () => {
    const desk = await householdDesk();

    const relationId = await desk.proposed(ann, childOf(otherParent));
    await desk.confirm(self(ben), ben, relationId);

    const { children } = await desk.households.confirmedOf(ben);
    expect(children).toEqual([{ residentId: expect.stringMatching(/^r-/), bornOn: "2018-03-01", otherParent: ann }]);
    expect((await desk.households.confirmedOf(ann)).children).toMatchObject([{ otherParent: ben }]);
  });

  test("waits for the spouse where nobody else is named, and for nobody where there is none", async () => {
    const desk = await householdDesk();

    expect(await desk.propose(self(ann), ann, childOf({ by: "spouse" }))).toBe("spouse-missing");

    await desk.confirm(self(ben), ben, await desk.proposed(ann, spouseOf()));
    const relationId = await desk.proposed(ann, childOf({ by: "spouse" }));
    expect(await desk.confirm(self(ben), ben, relationId)).toMatchObject({ body: { state: "confirmed" } });
  });

  test("of one parent is attested by another window than wrote it down, from an accepted paper", async () => {
    const desk = await householdDesk();
    const relationId = await desk.proposed(ann, childOf({ by: "window" }));

    expect(await desk.attest(clerk, ann, relationId, { materials: [] })).toBe("materials-missing");
    const unknown = { materials: [{ ...paper.materials[0], materialId: `e-${"9".repeat(26)}` }] };
    expect(await desk.attest(clerk, ann, relationId, unknown)).toBe("material-unknown");
    expect(await desk.attest({ ...clerk, subject: `sub-${ann}` }, ann, relationId, paper)).toBe("decides-on-own");
    expect(await desk.attest({ ...clerk, residentId: ann }, ann, relationId, paper)).toBe("decides-on-own");
    expect(await desk.attest(window("339902"), ann, relationId, paper)).toBe("resident-unknown");
    expect(await desk.attest(clerk, ann, relationId, paper)).toMatchObject({ body: { state: "confirmed" } });
    expect((await desk.households.confirmedOf(ann)).children).toMatchObject([{ bornOn: "2018-03-01" }]);
  });

  test("has an id that is kept when public security registers it", async () => {
    const desk = await householdDesk();
    await desk.confirm(self(ben), ben, await desk.proposed(ann, childOf(otherParent)));
    const [child] = (await desk.households.confirmedOf(ann)).children;

    expect(await desk.identities.find(kid.identityNumber)).toMatchObject({
      residentId: child?.residentId,
      isRegistered: false,
    });
  });
});

describe("what is typed", () => {
  const typed = {
    "nobody has heard of": person(9, "秋霜"),
    "is registered here": registered.ben,
    "is registered elsewhere": registered.cat,
    "has another name": { ...registered.ben, name: "别人" },
  };

  test.each(Object.entries(typed))("is answered alike and looks alike, also for a number that %s", async (_, who) => {
    const desk = await householdDesk();

    const answered = await desk.propose(self(ann), ann, spouseOf(who));
    const seen = await desk.see(self(ann), ann);

    const standing = {
      relationId: expect.stringMatching(/^h-/),
      relation: "spouse",
      state: "proposed",
      since: "2024-07-01",
      waitsFor: "other-adult",
    };
    expect(answered).toEqual({ status: 201, body: standing });
    expect(seen).toEqual([
      {
        ...standing,
        part: "proposer",
        names: { proposer: "山雨", relative: who.name, otherAdult: null },
        persons: null,
        bornOn: null,
        steps: [{ step: "proposed", on: "2024-07-01", role: "resident" }],
      },
    ]);
  });

  test.each([
    ["the relative's", spouseOf(typed["has another name"])],
    ["the other parent's", childOf({ by: "other-parent", ...typed["has another name"] })],
  ])("reaches nobody where %s name differs, whatever the number", async (_, body) => {
    const desk = await householdDesk();

    const relationId = await desk.proposed(ann, body);

    expect(desk.told(ben)).toEqual([]);
    expect(await desk.see(self(ben), ben)).toEqual([]);
    expect(await desk.confirm(self(ben), ben, relationId)).toBe("relation-unknown");
    expect(await desk.end(self(ann), ann, relationId)).toMatchObject({ body: { state: "withdrawn" } });
  });

  test("of a child with another name is attested by nobody", async () => {
    const desk = await householdDesk();
    const relationId = await desk.proposed(ann, childOf({ by: "window" }, typed["has another name"]));

    expect(await desk.attest(clerk, ann, relationId, paper)).toBe("identity-name-differs");
  });

  test("is somebody else than the proposer, and already born", async () => {
    const desk = await householdDesk();
    const unborn = { ...kid, identityNumber: person().identityNumber };
    desk.calendar.today = "1990-01-01" as never;

    expect(await desk.propose(self(ann), ann, spouseOf(unborn))).toBe("happened-after-receipt");
    desk.calendar.today = "2024-07-01" as never;
    expect(await desk.propose(self(ann), ann, spouseOf(registered.ann))).toBe("relation-with-oneself");
    expect(await desk.propose(self(ann), ann, childOf({ by: "other-parent", ...kid }))).toBe("relation-with-oneself");
    expect(await desk.propose(self(ben), ann, spouseOf())).toBe("resident-unknown");
  });

  test("is not tried out for long", async () => {
    const desk = await householdDesk();
    for (let number = 10; number < 20; number++) {
      const relationId = await desk.proposed(ann, spouseOf(person(number)));
      await desk.end(self(ann), ann, relationId);
    }

    expect(await desk.propose(self(ann), ann, spouseOf())).toBe("too-many-relations");
    desk.calendar.today = "2024-07-02" as never;
    expect(await desk.propose(self(ann), ann, spouseOf())).toMatchObject({ status: 201 });
  });
});
