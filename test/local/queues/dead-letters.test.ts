import { ListMessageMoveTasksCommand, StartMessageMoveTaskCommand } from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { startSmallQueues } from "./small-queues.ts";

const deadLetters = "arn:aws:local:local:000000000000:RetryDeadLetters";

describe("a dead letter", () => {
  const startWithADeadLetter = async () => {
    const started = await startSmallQueues();
    const sent = await started.put("Retry", "poison");
    for (const _ of ["once", "twice"]) {
      await started.take("Retry");
      started.elapse(30);
    }
    return { ...started, sent, asThirdTime: await started.take("Retry") };
  };

  test("is what was received as often as the queue allows, and lies there as sent", async () => {
    const { take, ages, sent, asThirdTime } = await startWithADeadLetter();

    const counts = ages();
    const [letter] = await take("RetryDeadLetters");

    expect(asThirdTime).toEqual([]);
    expect(counts).toMatchObject({ Retry: { visible: 0, inFlight: 0 }, RetryDeadLetters: { visible: 1 } });
    expect(counts.RetryDeadLetters?.oldestSeconds).toBeGreaterThanOrEqual(60);
    expect(letter).toMatchObject({ MessageId: sent.MessageId, Body: "poison" });
    expect(letter?.Attributes?.DeadLetterQueueSourceArn).toBe("arn:aws:local:local:000000000000:Retry");
    expect(Number(letter?.Attributes?.SentTimestamp)).toBeLessThan(Date.now() - 59_000);
  });

  test("goes back to where it came from, as a new message", async () => {
    const { sqs, take, sent } = await startWithADeadLetter();

    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: deadLetters }));
    const { Results } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn: deadLetters }));
    const [again] = await take("Retry");

    expect(Results).toMatchObject([{ Status: "COMPLETED", ApproximateNumberOfMessagesMoved: 1 }]);
    expect(again).toMatchObject({ Body: "poison", Attributes: { ApproximateReceiveCount: "1" } });
    expect(again?.MessageId).not.toBe(sent.MessageId);
    expect(await take("RetryDeadLetters")).toEqual([]);
  });

  test("that somebody is looking at stays", async () => {
    const { sqs, take, ages } = await startWithADeadLetter();
    await take("RetryDeadLetters");

    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: deadLetters }));

    expect(ages()).toMatchObject({ Retry: { visible: 0 }, RetryDeadLetters: { inFlight: 1 } });
  });

  test("that was sent there by hand has no way back", async () => {
    const { sqs, put, ages } = await startWithADeadLetter();
    await put("RetryDeadLetters", "by hand");

    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: deadLetters }));
    const { Results } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn: deadLetters }));

    expect(Results).toMatchObject([{ Status: "FAILED", FailureReason: "CouldNotDetermineMessageSource" }]);
    expect(ages()).toMatchObject({ Retry: { visible: 1 }, RetryDeadLetters: { visible: 1 } });
  });

  test("is moved from nowhere but a dead-letter queue", async () => {
    const { sqs } = await startSmallQueues();

    const start = sqs.send(new StartMessageMoveTaskCommand({ SourceArn: "arn:aws:local:local:0:Positions" }));

    await expect(start).rejects.toMatchObject({ name: "InvalidParameterValue" });
  });
});
