import { expect, test } from "vitest";
import type { KeptAnswer, Requests, Run } from "#shared/storage/requests.ts";

/** What every place of idempotency keys has to do. */
export const requestsCases = (make: () => Promise<Requests>): void => {
  test("a key that nobody took is free", async () => {
    const requests = await make();

    expect(await requests.take(aRun())).toEqual({ state: "taken" });
  });

  test("while the first runs, the same request has to wait", async () => {
    const requests = await make();
    await requests.take(aRun());

    expect(await requests.take(aRun({ runId: "second", at: start + 59_999 }))).toEqual({ state: "running" });
  });

  test("of two that come at once one is carried out", async () => {
    const requests = await make();

    const taken = await Promise.all(["first", "second", "third"].map((runId) => requests.take(aRun({ runId }))));

    expect(taken.map(({ state }) => state).sort()).toEqual(["running", "running", "taken"]);
  });

  test("a finished request is answered again with the same bytes", async () => {
    const requests = await make();
    await requests.take(aRun());

    await requests.keep(aRun(), answer);

    expect(await requests.take(aRun({ runId: "second", at: start + hour }))).toEqual({ state: "done", answer });
  });

  test("an answer of a megabyte is kept", async () => {
    const requests = await make();
    const large = {
      ...answer,
      body: JSON.stringify(Array.from({ length: 20_000 }, (_, n) => `record ${n}: taken in, 已收`)),
    };
    await requests.take(aRun());

    await requests.keep(aRun(), large);

    expect(await requests.take(aRun({ runId: "second" }))).toEqual({ state: "done", answer: large });
  });

  test("the key of one request is no key for another, running or done", async () => {
    const requests = await make();
    await requests.take(aRun());
    const running = await requests.take(aRun({ runId: "second", bodyHash: "another body" }));
    await requests.keep(aRun(), answer);
    const done = await requests.take(aRun({ runId: "third", bodyHash: "another body" }));

    expect([running, done]).toEqual([{ state: "reused" }, { state: "reused" }]);
  });

  test("a run that was killed is overtaken when its lease is over", async () => {
    const requests = await make();
    await requests.take(aRun());

    expect(await requests.take(aRun({ runId: "second", at: start + 60_000 }))).toEqual({ state: "taken" });
  });

  test("a run that was overtaken leaves no trace", async () => {
    const requests = await make();
    await requests.take(aRun());
    const second = aRun({ runId: "second", at: start + 60_000, leaseUntil: start + 120_000 });
    await requests.take(second);

    await requests.keep(aRun(), answer);
    await requests.release(aRun());

    expect(await requests.take(aRun({ runId: "third", at: start + 61_000 }))).toEqual({ state: "running" });
    await requests.keep(second, { ...answer, body: "the second's" });
    expect(await requests.take(aRun({ runId: "third", at: start + 62_000 }))).toMatchObject({
      answer: { body: "the second's" },
    });
  });

  test("another request cannot overtake a killed one under its key", async () => {
    const requests = await make();
    await requests.take(aRun());

    const other = aRun({ runId: "second", at: start + 60_000, bodyHash: "another body" });

    expect(await requests.take(other)).toEqual({ state: "reused" });
  });

  test("after a refusal the same request may run at once, another still may not", async () => {
    const requests = await make();
    await requests.take(aRun());

    await requests.release(aRun());

    expect(await requests.take(aRun({ runId: "second", bodyHash: "another body" }))).toEqual({ state: "reused" });
    expect(await requests.take(aRun({ runId: "third" }))).toEqual({ state: "taken" });
  });

  test("after 24 hours the key is free, whether or not the item is still there", async () => {
    const requests = await make();
    await requests.take(aRun());
    await requests.keep(aRun(), answer);
    const next = { runId: "next", bodyHash: "another body", expiresAt: start + 3 * day };

    expect(await requests.take(aRun({ ...next, at: start + day - 1000 }))).toEqual({ state: "reused" });
    expect(await requests.take(aRun({ ...next, at: start + day }))).toEqual({ state: "taken" });
  });

  test("a run whose first answer got lost on the way finds that the key is its own", async () => {
    const requests = await make();
    await requests.take(aRun());

    expect(await requests.take(aRun())).toEqual({ state: "taken" });
  });

  test("an answer without a body stays without one", async () => {
    const requests = await make();
    const empty: KeptAnswer = { status: 204, headers: {}, body: undefined };
    await requests.take(aRun());

    await requests.keep(aRun(), empty);

    expect(await requests.take(aRun({ runId: "second" }))).toEqual({ state: "done", answer: empty });
  });
};

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2024, 5, 30, 1);

const answer: KeptAnswer = { status: 201, headers: { location: "/v1/residents/r" }, body: '{"residentId":"r"}' };

const aRun = (differing: Partial<Run> = {}): Run => ({
  key: "who asked what",
  bodyHash: "the body",
  runId: "first",
  at: start,
  leaseUntil: (differing.at ?? start) + 60_000,
  expiresAt: (differing.at ?? start) + day,
  ...differing,
});
