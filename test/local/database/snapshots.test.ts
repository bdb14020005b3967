import { expect, test } from "vitest";
import type { Snapshot } from "#local/database/level.ts";
import { openLevel } from "#local/database/open-level.ts";
import { keepSnapshots } from "#local/database/snapshots.ts";

const delay = 50;

const started = async () => {
  const level = await openLevel(undefined);
  let now = 1000;
  const snapshots = keepSnapshots(level, delay, () => now);
  const valueIn = async (state: Snapshot) => level.getSync("key", { snapshot: state });
  return {
    level,
    snapshots,
    pass: (ms: number) => {
      now += ms;
    },
    write: (value: string) => snapshots.aroundCommit(() => level.batch([{ type: "put", key: "key", value }])),
    past: () => snapshots.past(valueIn),
    present: () => snapshots.present(valueIn),
  };
};

test("the past lacks a write for exactly the delay", async () => {
  const { write, past, present, pass } = await started();

  await write("first");

  expect(await present()).toBe("first");
  expect(await past()).toBeUndefined();
  pass(delay - 1);
  expect(await past()).toBeUndefined();
  pass(1);
  expect(await past()).toBe("first");
});

test("each write has a delay of its own", async () => {
  const { write, past, pass } = await started();
  await write("first");
  pass(30);
  await write("second");
  pass(10);
  await write("third");

  const seen: unknown[] = [];
  for (let ms = 40; ms <= 100; ms += 10) {
    seen.push(await past());
    pass(10);
  }

  expect(seen).toEqual([undefined, "first", "first", "first", "second", "third", "third"]);
});

test("the delay begins when a write is acknowledged, however long it took", async () => {
  const { level, snapshots, past, pass } = await started();

  await snapshots.aroundCommit(async () => {
    await level.batch([{ type: "put", key: "key", value: "slow" }]);
    pass(10 * delay);
    expect(await past()).toBeUndefined();
  });

  expect(await past()).toBeUndefined();
  pass(delay);
  expect(await past()).toBe("slow");
});

test("a read that began in a state keeps it", async () => {
  const { level, snapshots, write, past, pass } = await started();
  await write("first");

  const seen = await snapshots.past(async (state) => {
    pass(delay);
    expect(await past()).toBe("first");
    await write("second");
    return level.getSync("key", { snapshot: state });
  });

  expect(seen).toBeUndefined();
});

test("a forgotten past shows the present", async () => {
  const { snapshots, write, past } = await started();
  await write("first");
  await write("second");

  snapshots.forgetPast();

  expect(await past()).toBe("second");
});

test("snapshots are kept for the writes of one delay, and no longer", async () => {
  const { level, write, past, pass } = await started();
  const take = level.snapshot.bind(level);
  let open = 0;
  level.snapshot = () => {
    const snapshot = take();
    const close = snapshot.close.bind(snapshot);
    snapshot.close = () => {
      open -= 1;
      return close();
    };
    open += 1;
    return snapshot;
  };

  for (let round = 0; round < 100; round += 1) {
    pass(10);
    await write(`${round}`);
    await past();
    expect(open).toBeLessThanOrEqual(delay / 10);
  }
  pass(delay);
  await past();

  expect(open).toBe(0);
});
