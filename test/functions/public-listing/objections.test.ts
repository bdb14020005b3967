import { describe, expect, test } from "vitest";
import { ListingId } from "#shared/domain/listing.ts";
import { applicationNumber } from "#test/support/an-application.ts";
import { auditor, resident, verifier } from "#test/support/calls.ts";
import { decider, listingDesk, objector } from "#test/support/listing-desk.ts";
import { residentId } from "#test/support/people.ts";
import { type AnApplicant, settlementOffice } from "#test/support/settlement-office.ts";
import { testIdentityKeys } from "#test/support/test-identity-keys.ts";

const keys = await testIdentityKeys();

/** Two places in the east and one in the west, and four who want one; the fourth has the fewest points. */
const applicants: readonly AnApplicant[] = [
  { pensionYears: 9 },
  { pensionYears: 7 },
  { pensionYears: 5 },
  { pensionYears: 3 },
];

const listed = async () => {
  const office = await settlementOffice(applicants, { keys });
  await office.begin();
  const { listing } = await office.listing();
  return { office, desk: listingDesk(office, ListingId.parse(listing.listingId)) };
};

const [first, second, , fourth] = [1, 2, 3, 4].map(applicationNumber) as [never, never, never, never];
const leaveOut = { outcome: "upheld", entry: "leave-out" };

const taken = async (number: string) => {
  const { office, desk } = await listed();
  const { objectionId } = (await desk.object(number)).body;
  await desk.assign(objectionId);
  return { office, desk, objectionId };
};

describe("an objection", () => {
  test("is taken with a reason, and keeps the listing public until it is decided", async () => {
    const { office, desk } = await listed();

    const { status, body } = await desk.object(first);

    expect(status).toBe(201);
    expect(body).toMatchObject({ state: "submitted", applicationNumber: first, decision: null });
    expect((await desk.listing()).openObjections).toBe(1);
    await office.keep("2024-06-30");
    expect((await desk.listing()).state).toBe("public");
    expect((await office.programme()).state).toBe("listed");
  });

  test("is made once to one entry, by one objector", async () => {
    const { desk } = await listed();
    const { objectionId } = (await desk.object(first)).body;

    await expect(desk.object(first)).rejects.toMatchObject({ code: "objection-exists", details: { objectionId } });
    await desk.object(second);
    await desk.object(first, { ...objector, subject: "another" });
    expect((await desk.listing()).openObjections).toBe(3);
  });

  test("comes too late once the term is over, and to nothing where there is no such entry", async () => {
    const { office, desk } = await listed();
    await expect(desk.object("A-9999-9999-9999-9999")).rejects.toMatchObject({ code: "listing-entry-unknown" });
    await desk.object(second);

    await office.keep("2024-06-30");

    await expect(desk.object(first)).rejects.toMatchObject({ code: "objection-too-late" });
  });

  test("all of several at once are taken, and counted", async () => {
    const { desk } = await listed();

    await Promise.all([1, 2, 3, 4].map((at) => desk.object(first, { ...objector, subject: `objector-${at}` })));

    expect((await desk.listing()).openObjections).toBe(4);
  });

  test("is seen by whoever made it and by those who answer for the listing, and by nobody else", async () => {
    const { desk } = await listed();
    const { objectionId } = (await desk.object(first)).body;
    const stranger = { ...objector, subject: "a stranger" };

    expect((await desk.readObjection(objectionId)).body.reason).toBe("they moved away");
    for (const caller of [decider, auditor("339901")]) {
      expect((await desk.readObjection(objectionId, caller)).body.objectionId).toBe(objectionId);
      expect((await desk.listObjections(caller)).body.objections).toHaveLength(1);
    }
    for (const caller of [stranger, verifier("housing", "339900"), verifier("education", "339902")]) {
      const unseen = { ...caller, subject: "a stranger" };
      await expect(desk.readObjection(objectionId, unseen)).rejects.toMatchObject({ code: "objection-unknown" });
      expect((await desk.listObjections(unseen)).body.objections).toEqual([]);
    }
  });

  test("waits in the queue of its department, and of no other", async () => {
    const { desk } = await listed();
    const { objectionId } = (await desk.object(first)).body;

    expect((await desk.queue()).body.places.map((place) => place.objectionId)).toEqual([objectionId]);
    expect((await desk.queue(verifier("housing", "339900"))).body.places).toEqual([]);
    await expect(desk.queue(verifier("hrss", "339902"))).rejects.toMatchObject({ code: "area-not-allowed" });
    await expect(desk.queue(verifier("", "339900"))).rejects.toMatchObject({ code: "department-not-allowed" });
  });

  test("is withdrawn by whoever made it, and by nobody else", async () => {
    const { desk } = await listed();
    const { objectionId } = (await desk.object(first)).body;

    await expect(desk.withdraw(objectionId, decider)).rejects.toMatchObject({ code: "objection-unknown" });
    expect((await desk.withdraw(objectionId)).body.state).toBe("withdrawn");

    expect((await desk.listing()).openObjections).toBe(0);
    await expect(desk.withdraw(objectionId)).rejects.toMatchObject({ code: "step-not-allowed" });
  });
});

describe("a decision", () => {
  test("is not for the objector, the applicant, or whoever decided on the application", async () => {
    const { desk } = await listed();
    const asVerifier = { ...verifier("education", "339900"), subject: "objector" };
    const { objectionId } = (await desk.object(first, asVerifier)).body;

    await expect(desk.assign(objectionId, asVerifier)).rejects.toMatchObject({
      code: "decides-on-own",
      details: { because: "own-request" },
    });
    const applicant = { ...decider, residentId: residentId(1) };
    await expect(desk.assign(objectionId, applicant)).rejects.toMatchObject({ code: "decides-on-own" });
    await expect(desk.assign(objectionId, { ...decider, subject: "beatrix" })).rejects.toMatchObject({
      code: "decides-on-own",
      details: { because: "own-decision" },
    });
    await expect(desk.assign(objectionId, { ...decider, department: "housing" })).rejects.toMatchObject({
      code: "objection-unknown",
    });
  });

  test("is for whoever has it in hand, and a colleague may take it over", async () => {
    const { desk, objectionId } = await taken(first);
    const colleague = { ...decider, subject: "viktor" };

    await expect(desk.decide(objectionId, { outcome: "rejected" }, colleague)).rejects.toMatchObject({
      code: "objection-not-held",
    });
    await desk.assign(objectionId, colleague);
    await expect(desk.decide(objectionId, { outcome: "rejected" })).rejects.toMatchObject({
      code: "objection-not-held",
    });
    expect((await desk.decide(objectionId, { outcome: "rejected" }, colleague)).body.state).toBe("rejected");
    expect(await desk.listing()).toMatchObject({ revision: 1, openObjections: 0 });
  });

  test("that leaves an entry out makes another revision, gives the place to the next and says why", async () => {
    const { office, desk, objectionId } = await taken(second);
    const before = (await desk.public.read()).body;

    const { body } = await desk.decide(objectionId, leaveOut);

    expect(body).toMatchObject({ state: "upheld", decision: { becomes: "left-out" } });
    const after = (await desk.public.read()).body;
    expect(after.listing).toMatchObject({ revision: 2, openObjections: 0, counts: { placed: 3, "left-out": 1 } });
    expect(after.listing.changes).toEqual([
      expect.objectContaining({ revision: 2, applicationNumber: second, clause: "第三条" }),
    ]);
    const results = after.entries.map(({ applicationNumber: number, result }) => [number, result]);
    expect(results.at(-1)).toEqual([second, "left-out"]);
    expect(results).toContainEqual([fourth, "placed"]);
    expect((await desk.public.read({ revision: 1 })).body.entries).toEqual(before.entries);
    expect((await office.applications.read(second))?.state).toBe("left-out");
  });

  test("that scores anew ranks by what is known now, as of the same day", async () => {
    const { office, desk, objectionId } = await taken(first);
    const poorer = office.dossiers.get(residentId(4));
    if (!poorer) throw new Error("the fourth applicant has a dossier");
    office.dossiers.set(residentId(1), { ...poorer, residentId: residentId(1) });

    await desk.decide(objectionId, { outcome: "upheld", entry: "score-anew" });

    const { listing, entries } = (await desk.public.read()).body;
    const [own, last] = [first, fourth].map((number) => entries.find((entry) => entry.applicationNumber === number));
    expect(listing.revision).toBe(2);
    expect(own?.points).toBe(last?.points);
    expect((await office.applications.read(first))?.frozen?.[0]?.dossierVersion).toBe(poorer.version);
  });

  test("that would change nothing is refused", async () => {
    const { desk, objectionId } = await taken(first);

    await expect(desk.decide(objectionId, { outcome: "upheld", entry: "score-anew" })).rejects.toMatchObject({
      code: "objection-changes-nothing",
    });
    expect((await desk.listing()).revision).toBe(1);
  });

  test("goes into what is granted: who was left out gets nothing, and the next gets the place", async () => {
    const { office, desk, objectionId } = await taken(second);
    await desk.decide(objectionId, leaveOut);

    await office.keep("2024-06-30");

    expect((await office.programme()).state).toBe("final");
    expect(await office.states()).toEqual([
      expect.stringMatching(/^granted/),
      "not-granted",
      expect.stringMatching(/^granted/),
      expect.stringMatching(/^granted/),
    ]);
    await expect(desk.public.read()).rejects.toMatchObject({ code: "listing-ended" });
    expect((await desk.readObjection(objectionId)).body.state).toBe("upheld");
  });
});

test("whoever previews or reads on sees their own entry only", async () => {
  const { office, desk } = await listed();

  expect((await desk.own(first, resident(residentId(1)))).body.entry.applicationNumber).toBe(first);
  await expect(desk.own(second, resident(residentId(1)))).rejects.toMatchObject({ code: "listing-entry-unknown" });
  expect((await office.programme()).state).toBe("listed");
});
