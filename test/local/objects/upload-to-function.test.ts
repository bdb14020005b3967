import { S3Client } from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { startSmall } from "../small-assembly.ts";
import { formFor, upload } from "./contract/a-bucket.ts";
import { credentials } from "./embedded-objects.ts";

const arn = (id: string) => ({ "Fn::GetAtt": [id, "Arn"] });

test("an upload into the template's bucket comes to the function behind its queue, and the night's schedule calls another", async () => {
  const { endpoints, objects, url, functions, walk, asynchronous } = await startSmall({
    functions: {
      Check: `export const handler = async ({ Records }) => {
        for (const { body } of Records) console.log("checked", JSON.parse(body).Records[0].s3.object.key); };`,
      Night: `import { setTimeout as after } from "node:timers/promises";
        export const handler = async ({ duty }) => after(100, duty);`,
    },
    routes: { "GET /things": "Night", $default: "Night" },
    more: {
      Uploads: { Type: "AWS::SQS::Queue", Properties: {} },
      Evidence: {
        Type: "AWS::S3::Bucket",
        Properties: {
          NotificationConfiguration: {
            QueueConfigurations: [{ Event: "s3:ObjectCreated:*", Queue: arn("Uploads") }],
          },
          LifecycleConfiguration: { Rules: [{ Status: "Enabled", ExpirationInDays: 2 }] },
        },
      },
      Policy: { Type: "AWS::S3::BucketPolicy", Properties: { Bucket: { Ref: "Evidence" } } },
      Checking: {
        Type: "AWS::Lambda::EventSourceMapping",
        Properties: { EventSourceArn: arn("Uploads"), FunctionName: { Ref: "Check" } },
      },
      Schedule: {
        Type: "AWS::Scheduler::Schedule",
        Properties: {
          ScheduleExpression: "cron(0 1 * * ? *)",
          ScheduleExpressionTimezone: "Asia/Shanghai",
          FlexibleTimeWindow: { Mode: "OFF" },
          Target: { Arn: arn("Night"), Input: '{"duty":"keep-deadlines"}' },
        },
      },
    },
  });
  const s3 = new S3Client({ endpoint: endpoints.objects, region: "local", credentials });
  const calls = (name: string) => functions.get(name)?.counts();

  expect((await upload(await formFor({ s3, bucket: "Evidence" }, "a", "123"), "123")).status).toBe(204);
  s3.destroy();
  await expect.poll(() => calls("Check"), { timeout: 20_000 }).toMatchObject({ invocations: 1, errors: 0 });
  expect(objects.counts()).toEqual({ Evidence: { objects: 1, bytes: 3 } });

  await fetch(`${url}/local/clock`, { method: "POST", body: '{"walk":4}' });
  await expect.poll(() => walk.under(), { timeout: 20_000 }).toBeNull();

  // each night has ended before the next
  expect(asynchronous.running()).toBe(0);
  expect(calls("Night")).toMatchObject({ invocations: 4, errors: 0 });
  const { buckets } = JSON.parse(await (await fetch(`${url}/local/status`)).text());
  expect(buckets).toEqual([{ name: "Evidence", objects: 0, bytes: 0 }]);
});
