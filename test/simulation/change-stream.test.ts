import { expect, test } from "vitest";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { chanceOf } from "#test/support/chance.ts";
import { residentId } from "#test/support/people.ts";
import { type Batch, changeStream, type StreamRecord } from "./change-stream.ts";

const recordOf = (sequence: number, whose: ResidentId, at = 0): StreamRecord => ({
  sequence: `${sequence}`,
  residentId: whose,
  version: sequence,
  at,
  tells: "everything",
  asSent: () => ({}),
});

const aStream = () => changeStream(chanceOf(3, 1), { lanes: 1, batchSize: 1, attempts: 2 });
const numbersIn = (batch: Batch | undefined) => batch?.records.map(({ sequence }) => sequence);

test("one resident's records come in their order, and the next only once something became of the one before", () => {
  const stream = aStream();
  for (const number of [1, 2]) stream.put(recordOf(number, residentId(1)));

  const first = stream.take(0, 0) as Batch;

  expect([numbersIn(first), stream.idleLanes()]).toEqual([["1"], []]);
  stream.ended(0, first, "failed");
  expect(numbersIn(stream.take(0, 0))).toEqual(["1"]);
});

test("what fails too often is given up, and those behind it go on", () => {
  const stream = aStream();
  for (const number of [1, 2]) stream.put(recordOf(number, residentId(number)));

  for (let attempt = 1; attempt <= 2; attempt++) stream.ended(0, stream.take(0, 0) as Batch, { from: "1" });

  expect([...stream.lost]).toEqual([residentId(1)]);
  expect(numbersIn(stream.take(0, 0))).toEqual(["2"]);
});

test("what is older than a day is trimmed", () => {
  const stream = aStream();
  stream.put(recordOf(1, residentId(1), 0));

  expect(stream.take(0, 25 * 3_600_000)).toBeUndefined();
  expect([...stream.lost]).toEqual([residentId(1)]);
  expect(stream.isEmpty()).toBe(true);
});
