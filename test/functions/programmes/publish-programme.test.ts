import { describe, expect, test } from "vitest";
import { digestOfTerms, someTerms } from "#test/support/a-programme.ts";
import { ada, afar, anybody, programmeOffice, rob, ruth, vera } from "#test/support/programme-office.ts";

const other = someTerms({ wishes: 1 });

describe("a draft", () => {
  test("stands with the digest of its terms", async () => {
    const office = programmeOffice();

    const drafted = await office.draft(ruth);

    expect(drafted).toMatchObject({
      status: 201,
      state: "draft",
      version: 1,
      round: 1,
      terms: someTerms(),
      digest: digestOfTerms(someTerms()),
      seed: null,
      listingId: null,
    });
    expect(await office.programmes.read(drafted.programmeId)).toMatchObject({ authors: ["ruth"] });
  });

  test("is refused with all that does not hold together", async () => {
    const { draft } = programmeOffice();
    const tieBreaks = [{ by: "indicator", layer: "province", code: "swimming" }];

    const refused = await draft(ruth, someTerms({ wishes: 3, tieBreaks }));

    expect(refused.refused).toBe("invalid-request");
    expect(refused.errors.map(({ field }: { field: string }) => field)).toEqual(["wishes", "tieBreaks[0].code"]);
  });

  test("is written by whoever makes rules in the area", async () => {
    const { draft } = programmeOffice();

    expect(await draft(afar)).toEqual({ refused: "area-not-allowed", area: "339901" });
  });

  test("is written anew as often as is needed, each time as a step", async () => {
    const office = programmeOffice();
    const { programmeId } = await office.draft(ruth);

    const redrafted = await office.redraft(ruth, programmeId, other);

    expect(redrafted).toMatchObject({ status: 200, version: 2, digest: digestOfTerms(other), terms: { wishes: 1 } });
    expect((await office.read(ruth, programmeId)).steps).toMatchObject([
      { step: "drafted", digest: digestOfTerms(someTerms()), by: { role: "rule-maker", subject: "ruth" } },
      { step: "redrafted", digest: digestOfTerms(other) },
    ]);
  });

  test("does not move to an area that isn't the writer's", async () => {
    const office = programmeOffice();
    const { programmeId } = await office.draft(ruth);

    expect(await office.redraft(ruth, programmeId, someTerms({ area: "331001" }))).toMatchObject({
      refused: "area-not-allowed",
    });
    expect((await office.programmes.read(programmeId))?.version).toBe(1);
  });

  test("comes to nothing with a reason, and stays as it was", async () => {
    const office = programmeOffice();
    const { programmeId, digest } = await office.draft(ruth);

    expect(await office.discard(ada, programmeId)).toMatchObject({ status: 200, state: "discarded" });

    expect(await office.publish(ada, programmeId, digest)).toMatchObject({ refused: "step-not-allowed" });
    expect((await office.read(ada, programmeId)).steps[1]).toMatchObject({ reason: "not needed" });
  });
});

describe("to publish", () => {
  test("a second person approves the very terms they have read", async () => {
    const office = programmeOffice();
    const { programmeId, digest } = await office.draft(ruth);

    expect(await office.publish(ada, programmeId, digest)).toMatchObject({ status: 200, state: "published" });
    expect(await office.programmes.read(programmeId)).toMatchObject({ approver: "ada" });
  });

  test("nobody approves what they have written on, whoever wrote last", async () => {
    const office = programmeOffice();
    const { programmeId } = await office.draft(rob);
    const { digest } = await office.redraft(ruth, programmeId, other);

    expect(await office.publish(rob, programmeId, digest)).toEqual({ refused: "second-person-needed" });
    expect(await office.publish(ada, programmeId, digest)).toMatchObject({ state: "published" });
  });

  test("terms that have changed since they were read are not approved", async () => {
    const office = programmeOffice();
    const { programmeId, digest } = await office.draft(ruth);
    await office.redraft(ruth, programmeId, other);

    expect(await office.publish(ada, programmeId, digest)).toEqual({
      refused: "programme-changed",
      digest: digestOfTerms(other),
    });
    expect((await office.programmes.read(programmeId))?.state).toBe("draft");
  });

  test("terms whose time is over are not approved", async () => {
    const office = programmeOffice();
    const { programmeId, digest } = await office.draft(ruth);
    office.clock.today = "2024-05-25";

    expect(await office.publish(ada, programmeId, digest)).toEqual({
      refused: "programme-too-late",
      closedOn: "2024-05-24",
    });
  });

  test("what is published is never changed", async () => {
    const office = programmeOffice();
    const { programmeId, digest } = await office.draft(ruth);
    await office.publish(ada, programmeId, digest);

    const tried = [await office.redraft(ruth, programmeId, other), await office.discard(ruth, programmeId)];

    expect(tried).toMatchObject([{ refused: "step-not-allowed" }, { refused: "step-not-allowed" }]);
    expect(await office.programmes.read(programmeId)).toMatchObject({ state: "published", digest });
  });
});

describe("to others", () => {
  test("a draft looks as if it were not there", async () => {
    const office = programmeOffice();
    const { programmeId, digest } = await office.draft(ruth);
    const unknown = { refused: "programme-unknown", programmeId };

    expect(await office.read(anybody, programmeId)).toEqual(unknown);
    expect(await office.read(afar, programmeId)).toEqual(unknown);
    expect(await office.redraft(afar, programmeId, someTerms({ area: "331001" }))).toEqual(unknown);
    expect(await office.discard(afar, programmeId)).toEqual(unknown);
    expect(await office.publish(afar, programmeId, digest)).toEqual(unknown);
    expect(await office.drawSeed(vera, programmeId)).toEqual(unknown);
    expect((await office.list(anybody)).programmes).toEqual([]);
  });

  test("a published one is there, and nobody's name with it", async () => {
    const office = programmeOffice();
    const { programmeId, digest } = await office.draft(ruth);
    await office.publish(ada, programmeId, digest);

    const seen = await office.read(anybody, programmeId);

    expect(seen.steps.map(({ by }: { by: object }) => by)).toEqual([
      { role: "rule-maker", subject: null },
      { role: "approver", subject: null },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/ruth|"ada"/);
  });

  test("the list has what they may see, of the service asked for", async () => {
    const office = programmeOffice();
    const { programmeId, digest } = await office.draft(ruth);
    await office.draft(ruth, someTerms({ service: "welfare", department: "civil-affairs" }));
    await office.publish(ada, programmeId, digest);
    const listed = async (...asked: Parameters<typeof office.list>) => (await office.list(...asked)).programmes.length;

    expect(await listed(anybody, "339902")).toBe(1);
    expect(await listed(ruth)).toBe(2);
    expect(await listed(ruth, "339900", "welfare")).toBe(1);
    expect(await listed(afar)).toBe(1);
    expect(await listed(ruth, "330000")).toBe(0);
  });
});
