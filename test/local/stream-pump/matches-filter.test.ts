import { expect, test } from "vitest";
import { matchesFilter } from "#local/stream-pump/matches-filter.ts";
import { FilterPattern } from "#local/template/filter-pattern.ts";

const record = {
  eventName: "MODIFY",
  dynamodb: { Keys: { residentId: { S: "r1" }, item: { S: "change#7" } }, NewImage: { tags: { SS: ["a", "b"] } } },
  size: 7,
};

test.each([
  ["nothing", {}, true],
  ["one of the values", { eventName: ["INSERT", "MODIFY"] }, true],
  ["none of the values", { eventName: ["INSERT", "REMOVE"] }, false],
  ["a number", { size: [7] }, true],
  ["a text that reads like the number", { size: ["7"] }, false],
  ["all of several keys", { eventName: ["MODIFY"], size: [7] }, true],
  ["one of several keys", { eventName: ["MODIFY"], size: [8] }, false],
  ["a nested key", { dynamodb: { Keys: { item: { S: ["change#7"] } } } }, true],
  ["a nested key that isn't there", { dynamodb: { OldImage: { item: { S: ["change#7"] } } } }, false],
  ["an element of a list", { dynamodb: { NewImage: { tags: { SS: ["b"] } } } }, true],
  ["a prefix", { dynamodb: { Keys: { item: { S: [{ prefix: "change#" }] } } } }, true],
  ["another prefix", { dynamodb: { Keys: { item: { S: [{ prefix: "seen#" }] } } } }, false],
  ["what exists", { dynamodb: { Keys: { item: { S: [{ exists: true }] } } } }, true],
  ["what exists and is no value", { dynamodb: { Keys: { item: [{ exists: true }] } } }, false],
  ["what doesn't exist", { userIdentity: { type: [{ exists: false }] } }, true],
  ["what exists all the same", { eventName: [{ exists: false }] }, false],
  ["anything but another", { eventName: [{ "anything-but": ["REMOVE"] }] }, true],
  ["anything but this", { eventName: [{ "anything-but": ["REMOVE", "MODIFY"] }] }, false],
  ["anything but something, where there is nothing", { absent: [{ "anything-but": ["REMOVE"] }] }, false],
  ["any of several conditions", { eventName: ["INSERT", { prefix: "MOD" }] }, true],
])("a pattern that asks for %s", (_, pattern, matches) => {
  expect(matchesFilter(FilterPattern.parse(JSON.stringify(pattern)), record)).toBe(matches);
});
