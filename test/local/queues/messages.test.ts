import { ChangeMessageVisibilityCommand, DeleteMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { openEngine } from "#local/queues/engine.ts";
import { receiveMessage } from "#local/queues/operations/receive.ts";
import { aQueue, smallQueues, startSmallQueues } from "./small-queues.ts";

describe("a message", () => {
  test("is received as it was sent, and is gone once it is deleted", async () => {
    const { sqs, put, take, ages } = await startSmallQueues();

    const { MessageId } = await put("Retry", '{"residentId":"r-1","why":"积分"}');
    const [message, ...others] = await take("Retry");
    await sqs.send(new DeleteMessageCommand({ QueueUrl: "Retry", ReceiptHandle: message?.ReceiptHandle }));

    expect(others).toEqual([]);
    expect(message).toMatchObject({ MessageId, Body: '{"residentId":"r-1","why":"积分"}' });
    expect(message?.Attributes).toMatchObject({ ApproximateReceiveCount: "1", SenderId: "local" });
    expect(ages().Retry).toEqual({ visible: 0, inFlight: 0, delayed: 0, oldestSeconds: 0 });
  });

  test("that was received is nobody else's until its visibility time-out is over", async () => {
    const { put, take, elapse } = await startSmallQueues();
    await put("Retry", "once");

    const [first] = await take("Retry");
    const meanwhile = await take("Retry");
    elapse(30);
    const [second] = await take("Retry");

    expect(meanwhile).toEqual([]);
    expect(second?.MessageId).toBe(first?.MessageId);
    expect(second?.ReceiptHandle).not.toBe(first?.ReceiptHandle);
    expect(second?.Attributes?.ApproximateReceiveCount).toBe("2");
  });

  test("stays when it is deleted with the receipt of an earlier time", async () => {
    const { sqs, put, take, elapse, ages } = await startSmallQueues();
    await put("Retry", "twice");
    const [first] = await take("Retry");
    elapse(30);
    const [second] = await take("Retry");

    await sqs.send(new DeleteMessageCommand({ QueueUrl: "Retry", ReceiptHandle: first?.ReceiptHandle }));
    const afterTheOld = ages().Retry;
    await sqs.send(new DeleteMessageCommand({ QueueUrl: "Retry", ReceiptHandle: second?.ReceiptHandle }));

    expect(afterTheOld).toMatchObject({ inFlight: 1 });
    expect(ages().Retry).toMatchObject({ visible: 0, inFlight: 0 });
  });

  test("comes out of order when one before it was received and not deleted", async () => {
    const { put, take, elapse } = await startSmallQueues();
    await put("Retry", "first");
    await take("Retry");
    await put("Retry", "second");
    elapse(31);

    const received = await take("Retry");

    expect(received.map(({ Body }) => Body)).toEqual(["second", "first"]);
  });

  test("is hidden for longer, or given back at once, by whoever holds it", async () => {
    const { sqs, put, take, elapse, ages } = await startSmallQueues();
    await put("Retry", "held");
    const [{ ReceiptHandle } = {}] = await take("Retry");
    const hide = (VisibilityTimeout: number) =>
      sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: "Retry", ReceiptHandle, VisibilityTimeout }));

    await hide(300);
    elapse(299);
    const whileHidden = ages().Retry;
    await hide(0);

    expect(whileHidden).toMatchObject({ inFlight: 1, visible: 0 });
    expect(await take("Retry")).toHaveLength(1);
    await expect(hide(10)).rejects.toMatchObject({ name: "InvalidParameterValue" });
  });

  test("that is sent with a delay waits for it", async () => {
    const { sqs, take, elapse, ages } = await startSmallQueues();
    await sqs.send(new SendMessageCommand({ QueueUrl: "Retry", MessageBody: "later", DelaySeconds: 60 }));

    const before = [ages().Retry?.delayed, await take("Retry")];
    elapse(60);

    expect(before).toEqual([1, []]);
    expect(await take("Retry")).toHaveLength(1);
  });

  test("is forgotten when its retention is over", async () => {
    const { put, take, elapse } = await startSmallQueues();
    await put("Retry", "old");
    elapse(345_600);
    await put("Retry", "young");

    expect((await take("Retry")).map(({ Body }) => Body)).toEqual(["young"]);
  });

  test("reaches somebody who waits for it", async () => {
    const { put, take } = await startSmallQueues();

    const waiting = take("Retry", { WaitTimeSeconds: 20 });
    await put("Retry", "at last");

    expect((await waiting).map(({ Body }) => Body)).toEqual(["at last"]);
  });

  test("reaches somebody who waits as soon as its visibility time-out ends", async () => {
    const { put, take } = await startSmallQueues();
    await put("Retry", "again");
    await take("Retry", { VisibilityTimeout: 1 });

    const waiting = take("Retry", { WaitTimeSeconds: 20 });
    const first = await Promise.race([waiting, take("Positions", { WaitTimeSeconds: 10 })]);

    expect(first.map(({ Body }) => Body)).toEqual(["again"]);
  });

  test("is not taken for somebody who stopped waiting", async () => {
    const engine = openEngine(smallQueues, undefined);
    const [retry = aQueue("Retry")] = smallQueues;
    const gone = new AbortController();
    const receive = receiveMessage({ engine, arnOf: ({ name }) => name, urlOf: ({ name }) => name });

    const waiting = receive({ QueueUrl: "Retry", WaitTimeSeconds: 20 }, gone.signal);
    gone.abort();
    engine.messages.put(retry, "for another");

    expect(await waiting).toEqual({});
    expect(engine.messages.counts(retry)).toMatchObject({ visible: 1, inFlight: 0 });
    engine.close();
  });
});
