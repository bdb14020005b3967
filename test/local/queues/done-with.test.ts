import { expect, test } from "vitest";
import { doneWith } from "#local/queues/done-with.ts";

const ids = ["a", "b", "c"];
const answered = (payload: unknown) => ({ type: "answered", payload: JSON.stringify(payload) }) as const;

test.each([
  ["null", null, ids],
  ["an empty object", {}, ids],
  ["no failures", { batchItemFailures: [] }, ids],
  ["failures that are null", { batchItemFailures: null }, ids],
  ["one failure", { batchItemFailures: [{ itemIdentifier: "b" }] }, ["a", "c"]],
  ["one failure twice", { batchItemFailures: [{ itemIdentifier: "b" }, { itemIdentifier: "b" }] }, ["a", "c"]],
  ["an empty identifier", { batchItemFailures: [{ itemIdentifier: "" }] }, []],
  ["an identifier that is null", { batchItemFailures: [{ itemIdentifier: null }] }, []],
  ["another key", { batchItemFailures: [{ id: "b" }] }, []],
  ["an identifier of another batch", { batchItemFailures: [{ itemIdentifier: "a" }, { itemIdentifier: "z" }] }, []],
  ["failures that are no list", { batchItemFailures: "b" }, []],
  ["words", "all went well", []],
])("of an answer that is %s", (_, payload, done) => {
  expect(doneWith(ids, answered(payload), true)).toEqual(done);
});

test("a function that does not report failures is done with all it answered for", () => {
  expect(doneWith(ids, answered({ batchItemFailures: [{ itemIdentifier: "b" }] }), false)).toEqual(ids);
});

test.each(["failed", "lost"] as const)("an invocation that %s is done with nothing", (type) => {
  expect(doneWith(ids, { type, errorType: "Error", errorMessage: "" }, false)).toEqual([]);
});
