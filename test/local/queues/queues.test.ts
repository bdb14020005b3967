import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListDeadLetterSourceQueuesCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  TagQueueCommand,
} from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { aQueue, smallQueues, startSmallQueues } from "./small-queues.ts";

const deadLetters = "arn:aws:local:local:000000000000:RetryDeadLetters";

describe("a batch", () => {
  test("does entry by entry what it can", async () => {
    const { sqs, take } = await startSmallQueues([aQueue("Small", { maximumBytes: 1024 })]);
    const entry = (Id: string, MessageBody: string) => ({ Id, MessageBody });

    const sent = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: "Small",
        Entries: [entry("good", "1"), entry("long", "x".repeat(1025)), entry("odd", "\u0007"), entry("fine", "2")],
      }),
    );
    const received = await take("Small");
    const deleted = await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl: "Small",
        Entries: [
          { Id: "one", ReceiptHandle: received[0]?.ReceiptHandle },
          { Id: "two", ReceiptHandle: "nonsense" },
        ],
      }),
    );

    expect(sent.Successful?.map(({ Id }) => Id)).toEqual(["good", "fine"]);
    expect(sent.Failed?.map(({ Id, Code }) => [Id, Code])).toEqual([
      ["long", "InvalidParameterValue"],
      ["odd", "InvalidMessageContents"],
    ]);
    expect(received.map(({ Body }) => Body)).toEqual(["1", "2"]);
    expect(deleted.Successful?.map(({ Id }) => Id)).toEqual(["one"]);
    expect(deleted.Failed?.map(({ Code }) => Code)).toEqual(["ReceiptHandleIsInvalid"]);
  });

  test.each([
    ["of nothing", [], "EmptyBatchRequest"],
    ["of eleven", Array.from({ length: 11 }, (_, n) => `${n}`), "TooManyEntriesInBatchRequest"],
    ["with one Id twice", ["a", "a"], "BatchEntryIdsNotDistinct"],
  ])("%s is refused", async (_, ids, name) => {
    const { sqs } = await startSmallQueues();
    const Entries = ids.map((Id) => ({ Id, MessageBody: Id }));

    const send = sqs.send(new SendMessageBatchCommand({ QueueUrl: "Retry", Entries }));

    await expect(send).rejects.toMatchObject({ name });
  });
});

describe("a queue", () => {
  test("is found by its name, and by a URL or an ARN that ends in it", async () => {
    const { sqs, endpoint, put, take } = await startSmallQueues();
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: "Retry" }));
    const elsewhere = new SQSClient({
      endpoint,
      region: "local",
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
    });

    await put("Retry", "1");
    await put("arn:aws:sqs:local:000000000000:Retry", "2");
    await elsewhere.send(new SendMessageCommand({ QueueUrl, MessageBody: "3" }));
    elsewhere.destroy();

    expect(await take("Retry")).toHaveLength(3);
    await expect(put("Nowhere", "4")).rejects.toMatchObject({ name: "QueueDoesNotExist" });
  });

  test("says what it is and what lies in it", async () => {
    const { sqs, put, take, endpoint } = await startSmallQueues();
    await put("Retry", "1");
    await put("Retry", "2");
    await take("Retry", { MaxNumberOfMessages: 1 });

    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: "Retry", AttributeNames: ["All"] }),
    );
    const { QueueUrls } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: "Retry" }));
    const sources = await sqs.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: "RetryDeadLetters" }));

    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: "1",
      ApproximateNumberOfMessagesNotVisible: "1",
      VisibilityTimeout: "30",
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters, maxReceiveCount: 2 }),
    });
    expect(QueueUrls).toEqual(["Retry", "RetryDeadLetters"].map((name) => `${endpoint}/000000000000/${name}`));
    expect(sources.queueUrls).toEqual([`${endpoint}/000000000000/Retry`]);
  });

  test("is emptied by a purge, and no other is", async () => {
    const { sqs, put, ages } = await startSmallQueues();
    for (const { name } of smallQueues) await put(name, "1");

    await sqs.send(new PurgeQueueCommand({ QueueUrl: "Positions" }));

    expect(Object.values(ages()).map(({ visible }) => visible)).toEqual([1, 1, 0]);
  });

  test("refuses by name what is not implemented", async () => {
    const { sqs, take } = await startSmallQueues();
    const MessageAttributes = { colour: { DataType: "String", StringValue: "red" } };

    const tag = sqs.send(new TagQueueCommand({ QueueUrl: "Retry", Tags: { a: "b" } }));
    const send = sqs.send(new SendMessageCommand({ QueueUrl: "Retry", MessageBody: "1", MessageAttributes }));

    await expect(tag).rejects.toThrow("TagQueue is not implemented");
    await expect(send).rejects.toThrow("MessageAttributes");
    await expect(take("Retry", { MessageAttributeNames: ["All"] })).rejects.toThrow("MessageAttributeNames");
    await expect(
      sqs.send(new GetQueueAttributesCommand({ QueueUrl: "Retry", AttributeNames: ["Policy"] })),
    ).rejects.toMatchObject({ name: "InvalidAttributeName" });
  });
});
