import { expect, test } from "vitest";
import { invokeConfigsIn } from "#local/template/invoke-configs.ts";
import { oneResource } from "./one-resource.ts";

const plain = { FunctionName: "KeepDeadlines", Qualifier: "$LATEST" };
const Destination = "arn:aws:local:local:000000000000:ScheduleFailures";

test("a function's events are tried twice more, and then go where its configuration says", () => {
  const full = {
    ...plain,
    MaximumRetryAttempts: 1,
    MaximumEventAgeInSeconds: 3600,
    DestinationConfig: { OnFailure: { Destination } },
  };

  expect(invokeConfigsIn(oneResource("Any", plain))).toEqual([
    { functionName: "KeepDeadlines", retries: 2, onFailureQueue: undefined },
  ]);
  expect(invokeConfigsIn(oneResource("Any", full))).toEqual([
    { functionName: "KeepDeadlines", retries: 1, onFailureQueue: "ScheduleFailures" },
  ]);
});

test.for([
  ["a version", { Qualifier: "live" }, "Qualifier"],
  ["news of success", { DestinationConfig: { OnSuccess: { Destination } } }, "OnSuccess"],
] as const)("%s is refused by name", ([, properties, name]) => {
  expect(() => invokeConfigsIn(oneResource("Any", { ...plain, ...properties }))).toThrow(name);
});
