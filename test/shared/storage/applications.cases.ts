import { describe, expect, test } from "vitest";
import { date } from "#shared/domain/calendar.ts";
import type { UsedOnce } from "#shared/domain/used-once.ts";
import { shardOfApplication } from "#shared/storage/application-shards.ts";
import type { Applications } from "#shared/storage/applications.ts";
import type { Messages } from "#shared/storage/messages.ts";
import { aMessage } from "#test/support/a-message.ts";
import { programmeId } from "#test/support/a-programme.ts";
import { applicationNumber, applicationTerm, applied, frozenScore, next } from "#test/support/an-application.ts";
import { area, residentId } from "#test/support/people.ts";

interface Stores {
  readonly applications: Applications;
  readonly messages: Pick<Messages, "read">;
}

const child: UsedOnce = { programmeId: programmeId(1), kind: "child", id: residentId(9) };
const asset: UsedOnce = { programmeId: programmeId(1), kind: "asset", id: "a-hash" };
const withdrawn = { type: "withdrawn" } as const;
const everything = { limit: 10 };

/** What every place of applications has to do. */
export const applicationsCases = (make: () => Promise<Stores>): void => {
  const put = async (applications: Applications, number: number, ...given: Parameters<typeof applied>) => {
    const made = applied(given[0], { number, ...given[1] });
    expect(await applications.record(made.application, made.recorded, {})).toBe("recorded");
    return made.application;
  };

  describe("an application", () => {
    test("is read as it was recorded, with its steps in order and what was told of it", async () => {
      const { applications, messages } = await make();
      const [first, message] = [applied(), aMessage()];
      const second = next(first.application, withdrawn);

      expect(await applications.record(first.application, first.recorded, { messages: [message] })).toBe("recorded");
      expect(await applications.record(second.application, second.recorded, {})).toBe("recorded");

      expect(await applications.read(applicationNumber(1))).toEqual(second.application);
      expect(await applications.readSteps(applicationNumber(1))).toEqual([first.recorded, second.recorded]);
      expect((await messages.read(message.messageId))?.message).toEqual(message);
      expect(await applications.read(applicationNumber(2))).toBeUndefined();
      expect(await applications.readSteps(applicationNumber(2))).toEqual([]);
    });

    test("takes one of two steps at once, and the other leaves no trace", async () => {
      const { applications } = await make();
      const before = await put(applications, 1);
      const [one, other] = [next(before, withdrawn), next(before, { type: "accepted", reason: "it is so" })];

      const recorded = await Promise.all(
        [one, other].map((made) => applications.record(made.application, made.recorded, {})),
      );

      expect([...recorded].sort()).toEqual(["overtaken", "recorded"]);
      expect(await applications.readSteps(applicationNumber(1))).toHaveLength(2);
    });

    test("is read among many; those that there are not are missing", async () => {
      const { applications } = await make();
      await put(applications, 1);
      await put(applications, 2);

      const read = await applications.readMany([1, 2, 3].map(applicationNumber));

      expect(read.map((one) => one.applicationNumber).sort()).toEqual([applicationNumber(1), applicationNumber(2)]);
      expect(await applications.readMany([])).toEqual([]);
    });
  });

  describe("what may be used once", () => {
    test("is held by one application; another that uses it is not recorded, and is told what", async () => {
      const { applications } = await make();
      const [one, other] = [applied(), applied({}, { number: 2, residentId: residentId(2) })];

      expect(await applications.record(one.application, one.recorded, { takes: [child] })).toBe("recorded");
      expect(await applications.record(other.application, other.recorded, { takes: [asset, child] })).toEqual({
        used: child,
      });

      expect(await applications.holderOf(child)).toBe(applicationNumber(1));
      expect(await applications.holderOf(asset)).toBeUndefined();
      expect(await applications.read(applicationNumber(2))).toBeUndefined();
    });

    test("of two at once, one gets", async () => {
      const { applications } = await make();
      const both = [1, 2].map((number) => applied({}, { number, residentId: residentId(number) }));

      const recorded = await Promise.all(
        both.map((made) => applications.record(made.application, made.recorded, { takes: [child] })),
      );

      expect(recorded.filter((outcome) => outcome === "recorded")).toHaveLength(1);
    });

    test("is free again for others once it is let go, and not before", async () => {
      const { applications } = await make();
      const one = applied();
      const after = next(one.application, withdrawn);
      const other = applied({}, { number: 2, residentId: residentId(2) });
      await applications.record(one.application, one.recorded, { takes: [child] });

      expect(await applications.record(after.application, after.recorded, { frees: [child] })).toBe("recorded");
      expect(await applications.record(other.application, other.recorded, { takes: [child] })).toBe("recorded");

      expect(await applications.holderOf(child)).toBe(applicationNumber(2));
    });

    test("of another programme, or of another kind, is something else", async () => {
      const { applications } = await make();
      const one = applied();
      const other = applied({}, { number: 2 });
      await applications.record(one.application, one.recorded, { takes: [child] });
      const takes = [
        { ...child, programmeId: programmeId(2) },
        { ...child, kind: "family" as const },
      ];

      expect(await applications.record(other.application, other.recorded, { takes })).toBe("recorded");
    });

    test("is taken over from the one that is named, and from nobody else", async () => {
      const { applications } = await make();
      const one = applied();
      const other = applied({ round: 2 }, { number: 2 });
      await applications.record(one.application, one.recorded, { takes: [child] });

      const wrong = { takes: [{ ...child, from: applicationNumber(3) }] };
      expect(await applications.record(other.application, other.recorded, wrong)).toEqual({ used: child });
      const right = { takes: [{ ...child, from: applicationNumber(1) }] };
      expect(await applications.record(other.application, other.recorded, right)).toBe("recorded");

      expect(await applications.holderOf(child)).toBe(applicationNumber(2));
      // the one that holds it no more can't let it go
      const after = next(one.application, withdrawn);
      expect(await applications.record(after.application, after.recorded, { frees: [child] })).toBe("overtaken");
    });
  });

  test("many steps at once are each recorded or not, and those overtaken are named", async () => {
    const { applications, messages } = await make();
    const before = await Promise.all(
      Array.from({ length: 60 }, (_, at) => put(applications, at + 1, {}, { residentId: residentId(at + 1) })),
    );
    const overtaken = before.slice(0, 2).map((one) => next(one, withdrawn));
    for (const { application, recorded } of overtaken) await applications.record(application, recorded, {});
    const message = aMessage();

    const steps = before.map((one) => next(one, { type: "accepted", reason: "it is so" }));
    const missed = await applications.recordMany(
      steps.map((made, at) => ({ ...made, messages: at === 59 ? [message] : [] })),
    );

    expect([...missed].sort()).toEqual([applicationNumber(1), applicationNumber(2)]);
    const states = (await applications.readMany(before.map((one) => one.applicationNumber))).map(({ state }) => state);
    expect(states.filter((state) => state === "accepted")).toHaveLength(58);
    expect((await messages.read(message.messageId))?.message).toEqual(message);
    expect(await applications.recordMany([])).toEqual([]);
  });

  describe("the lists", () => {
    test("tell an applicant's applications, the earliest first, page by page", async () => {
      const { applications } = await make();
      await put(applications, 1, {}, { at: "2024-07-02T02:00:00.000Z" });
      await put(applications, 2, { programmeId: programmeId(2) }, { at: "2024-07-01T02:00:00.000Z" });
      await put(applications, 3, {}, { residentId: residentId(2) });

      const of = (request: object) => applications.ofResident(residentId(1), { limit: 1, ...request });

      await expect.poll(async () => (await of(everything)).entries).toEqual([2, 1].map(applicationNumber));
      const first = await of({});
      expect(first.entries).toEqual([applicationNumber(2)]);
      expect(await of({ cursor: first.cursor })).toEqual({ entries: [applicationNumber(1)] });
    });

    test("tell those of a programme's round, by the shard of the number, page by page", async () => {
      const { applications } = await make();
      // all end in the same character
      for (const number of [11, 21, 31]) await put(applications, number, {}, { residentId: residentId(number) });
      await put(applications, 41, { round: 2 });
      await put(applications, 12);
      const shard = shardOfApplication(applicationNumber(11));

      const of = (request: object) => applications.ofRound(programmeId(1), 1, shard, { limit: 2, ...request });

      await expect.poll(async () => (await of(everything)).entries).toEqual([11, 21, 31].map(applicationNumber));
      const first = await of({});
      expect(first.entries).toEqual([11, 21].map(applicationNumber));
      expect(await of({ cursor: first.cursor })).toEqual({ entries: [applicationNumber(31)] });
    });

    test("tell what waits for a department in a city, the earliest due first, and nothing that does not", async () => {
      const { applications } = await make();
      const dueOn = (day: string, provisional = false) => ({
        term: { ...applicationTerm, dueOn: date(day), provisional },
      });
      await put(applications, 1, dueOn("2024-07-16"));
      await put(applications, 2, { ...dueOn("2024-07-15", true), area: area("339902") });
      await put(applications, 3, { department: "housing" });
      await put(applications, 4, { area: area("330102") });
      const decided = await put(applications, 5);
      const { application, recorded } = next(decided, { type: "accepted", reason: "it is so" });
      await applications.record(application, recorded, {});

      await expect
        .poll(async () => (await applications.queue("education", area("339900"), everything)).entries)
        .toEqual([
          { applicationNumber: applicationNumber(2), area: "339902", dueOn: "2024-07-15", term: "provisional" },
          { applicationNumber: applicationNumber(1), area: "339901", dueOn: "2024-07-16", term: "fixed" },
        ]);
    });
  });

  test("what a settlement copied is read back to the last digit", async () => {
    const { applications } = await make();
    const before = await put(applications, 1);
    const accepted = next(before, { type: "accepted", reason: "it is so" });
    const frozen = next(accepted.application, { type: "frozen", run: 1, scores: [frozenScore()] });
    for (const { application, recorded } of [accepted, frozen]) await applications.record(application, recorded, {});

    expect((await applications.read(applicationNumber(1)))?.frozen).toEqual([frozenScore()]);
  });
};
