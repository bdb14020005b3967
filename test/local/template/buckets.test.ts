import { expect, test } from "vitest";
import { bucketsIn } from "#local/template/buckets.ts";
import { oneResource } from "./one-resource.ts";

const Queue = "arn:aws:local:local:000000000000:Uploads";
const notified = (of: object) => ({ NotificationConfiguration: { QueueConfigurations: [{ Queue, ...of }] } });
const ruled = (rule: object) => ({ LifecycleConfiguration: { Rules: [{ Status: "Enabled", ...rule }] } });

test("a bucket that says nothing keeps everything, and tells nobody", () => {
  expect(bucketsIn(oneResource("Evidence", {}))).toEqual([{ name: "Evidence", expiries: [], notifications: [] }]);
});

test("a bucket knows how long it keeps what, and which queue it tells of what", () => {
  const Filter = { S3Key: { Rules: [{ Name: "prefix", Value: "quarantine/" }] } };
  const rule = { Id: "a-day", Prefix: "quarantine/", ExpirationInDays: 1 };
  const parts = { Status: "Enabled", AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } };

  const buckets = bucketsIn(
    oneResource("Evidence", {
      ...notified({ Event: "s3:ObjectCreated:*", Filter }),
      LifecycleConfiguration: { Rules: [{ Status: "Enabled", ...rule }, parts] },
      BucketEncryption: {},
      PublicAccessBlockConfiguration: {},
    }),
  );

  expect(buckets).toEqual([
    {
      name: "Evidence",
      expiries: [{ prefix: "quarantine/", days: 1 }],
      notifications: [{ event: "s3:ObjectCreated:*", queue: "Uploads", prefix: "quarantine/", suffix: "" }],
    },
  ]);
});

test.for([
  ["versions", { VersioningConfiguration: { Status: "Enabled" } }, "VersioningConfiguration"],
  ["CORS", { CorsConfiguration: { CorsRules: [] } }, "CorsConfiguration"],
  ["a lock", { ObjectLockEnabled: true }, "ObjectLockEnabled"],
  ["a rule that is off", ruled({ Status: "Disabled" }), "Status"],
  ["a move to another class", ruled({ Transitions: [] }), "Transitions"],
  ["a rule by tags", ruled({ TagFilters: [] }), "TagFilters"],
  ["news of removals", notified({ Event: "s3:ObjectRemoved:*" }), "Event"],
  ["news to a function", { NotificationConfiguration: { LambdaConfigurations: [] } }, "LambdaConfigurations"],
] as const)("%s is refused by name", ([, properties, name]) => {
  expect(() => bucketsIn(oneResource("Evidence", properties))).toThrow(name);
});
