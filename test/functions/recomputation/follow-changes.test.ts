import type { DynamoDBRecord } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { type Following, followChanges } from "#functions/recomputation/follow-changes.ts";
import type { RetryQueue } from "#shared/storage/retry-queue.ts";
import { residentId } from "#test/support/people.ts";
import { registerOfPeople } from "#test/support/register-of-people.ts";
import { sequenceNumber } from "#test/support/stream-record.ts";

const county = "339901";

/** Three people with a permit, six records of whom have come; what is measured is kept. */
const aFeed = async () => {
  const register = registerOfPeople("2024-06-30");
  const ids = [await register.register(county), await register.register(county), await register.register(county)];
  for (const [index, id] of ids.entries()) {
    await register.permit(id, { type: "issue", eventId: `e${index}`, effectiveOn: "2020-07-15", area: county });
  }
  const measured: (number | readonly number[])[] = [];
  const publish: Following["publish"] = (values) => measured.push(...Object.values(values));
  const follow = async (records: readonly DynamoDBRecord[], changed: Partial<Following> = {}) => {
    const following = { ...register, publish, ...changed };
    const { batchItemFailures } = await followChanges(following)({ Records: [...records] });
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  const versions = async () =>
    Promise.all(ids.map(async (id) => (await register.scores.read(id))?.basis.dossierVersion));
  const [one = residentId(1), two = residentId(2), three = residentId(3)] = ids;
  return { register, follow, versions, measured, one, two, three };
};

const poisoned = (record: DynamoDBRecord): DynamoDBRecord => ({
  ...record,
  dynamodb: { ...record.dynamodb, NewImage: { ...record.dynamodb?.NewImage, dossier: { S: "{" } } },
});

const queueThatIsDown: RetryQueue = { send: async (requests) => requests };

describe("the change feed", () => {
  test("recomputes everyone it tells of, through the newest version it tells of", async () => {
    const { register, follow, versions } = await aFeed();

    const failures = await follow(register.stream());

    expect(failures).toEqual([]);
    expect(await versions()).toEqual([2, 2, 2]);
    expect(register.retryQueue.waiting()).toEqual([]);
  });

  test("records a suspension and a restoration, and that a change was why", async () => {
    const { register, follow, one } = await aFeed();
    await follow(register.stream());
    await register.permit(one, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-20" });
    await follow(register.stream().slice(-1));
    await register.permit(one, { type: "restore", eventId: "restore", effectiveOn: "2024-06-30" });
    await follow(register.stream().slice(-1));

    const { entries } = await register.scores.history(one, { limit: 10 });

    expect(entries.map(({ status, previous, cause }) => [previous?.status, status, cause])).toEqual([
      ["pending-recompute", "effective", "dossier-changed"],
      ["effective", "void-suspended", "dossier-changed"],
      [undefined, "effective", "dossier-changed"],
    ]);
  });

  test("measures from commit to record, once for each change", async () => {
    const { register, follow, measured, one } = await aFeed();
    await follow(register.stream());
    await register.permit(one, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-20" });
    register.passMinutes(2);
    await register.permit(one, { type: "cancel", eventId: "cancel", effectiveOn: "2024-06-20" });
    register.passMinutes(1);
    const news = register.stream().slice(-2);

    await follow(news);
    await follow(news);

    expect(measured).toEqual([
      [0, 0, 0, 0, 0, 0],
      [180_000, 60_000],
    ]);
  });

  test("that comes twice, or the older after the newer, ends the same", async () => {
    const { register, follow, one } = await aFeed();
    await follow(register.stream());
    const state = async () => [await register.scores.read(one), await register.scores.history(one, { limit: 10 })];
    const before = await state();

    await follow(register.stream());
    await follow(register.stream().toReversed());
    await follow(register.stream().slice(0, 1));

    expect(await state()).toEqual(before);
  });

  test("has nothing to do for what is no dossier", async () => {
    const { register, follow, versions } = await aFeed();
    const removals = register.stream().map((record): DynamoDBRecord => ({ ...record, eventName: "REMOVE" }));

    expect(await follow(removals)).toEqual([]);
    expect(await versions()).toEqual([undefined, undefined, undefined]);
  });
});

describe("what fails", () => {
  test("a record that can't be read waits in the retry queue, and nobody behind it waits", async () => {
    const { register, follow, versions, two } = await aFeed();
    const records = register.stream().map((record, index) => (index === 4 ? poisoned(record) : record));

    const failures = await follow(records);

    expect(failures).toEqual([]);
    expect(await versions()).toEqual([2, undefined, 2]);
    expect(register.retryQueue.waiting()).toEqual([{ residentId: two, dossierVersion: 2, why: "change-unreadable" }]);
  });

  test("a recomputation that fails waits there too", async () => {
    const { register, follow, versions, three } = await aFeed();
    const scores: Following["scores"] = {
      ...register.scores,
      save: async (score, saving) => {
        if (score.residentId === three) throw new Error("the table is too busy");
        return register.scores.save(score, saving);
      },
    };

    const failures = await follow(register.stream(), { scores });

    expect(failures).toEqual([]);
    expect(await versions()).toEqual([2, 2, undefined]);
    expect(register.retryQueue.waiting()).toEqual([{ residentId: three, dossierVersion: 2, why: "change-failed" }]);
  });

  test.each([
    ["isn't there", async () => undefined],
    ["is older than what was committed", async () => ({ ...(await aFeed().then(firstSubject)), version: 1 })],
  ])("a dossier that %s is no reason to forget the change", async (_, readSubject) => {
    const { register, follow } = await aFeed();

    await follow(register.stream().slice(3, 4), { residents: { readSubject } });

    expect(register.retryQueue.waiting()).toMatchObject([{ dossierVersion: 2, why: "change-failed" }]);
  });

  test("is handed back, all of that resident and nobody else's, only where the retry queue doesn't take it", async () => {
    const { register, follow, versions } = await aFeed();
    const records = register.stream().map((record, index) => (index === 4 ? poisoned(record) : record));

    const failures = await follow(records, { retryQueue: queueThatIsDown });

    expect(failures).toEqual([2, 5].map(sequenceNumber));
    expect(await versions()).toEqual([2, undefined, 2]);
  });

  test("is handed back where it doesn't even say whose it is", async () => {
    const { register, follow, versions } = await aFeed();
    const [first, ...others] = register.stream();
    const nameless = { ...first, dynamodb: { SequenceNumber: sequenceNumber(1) } };

    const failures = await follow([nameless, ...others]);

    expect(failures).toEqual([sequenceNumber(1)]);
    expect(await versions()).toEqual([2, 2, 2]);
  });
});

const firstSubject = async ({ register, one }: Awaited<ReturnType<typeof aFeed>>) => {
  const read = await register.residents.readSubject(one);
  return read ?? expect.fail("nobody is there");
};
