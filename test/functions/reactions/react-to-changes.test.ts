import { describe, expect, test } from "vitest";
import { reactAgain } from "#functions/reactions/react-again.ts";
import { reactToChanges } from "#functions/reactions/react-to-changes.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { residentId } from "#test/support/people.ts";
import { aPermitHolder } from "#test/support/permit-holder.ts";

/** Remembers whom it looked at, and fails with those whom it is told to fail with. */
const aReaction = (...failing: readonly ResidentId[]) => {
  const seen: ResidentId[] = [];
  return {
    seen,
    concerns: ({ name }: { readonly name: string }) => name.startsWith("permit-"),
    react: async (id: ResidentId) => {
      if (failing.includes(id)) throw new Error("not now");
      seen.push(id);
    },
  };
};

const aQueue = (isAway = false) => {
  const sent: ResidentId[] = [];
  const send = async (id: ResidentId) => {
    if (isAway) throw new Error("the queue is away");
    sent.push(id);
  };
  return { sent, send };
};

describe("who reacts to changes", () => {
  test("looks once at whom a batch concerns, and at nobody else", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    await register.register("339901");
    await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-30" });
    const reaction = aReaction();

    const answer = await reactToChanges({ reactions: [reaction], queue: aQueue() })({
      Records: [...register.stream()],
    });

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(reaction.seen).toEqual([id]);
  });

  test("sends whom it fails with to its queue, by their id alone, and holds nobody up", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    const queue = aQueue();

    const answer = await reactToChanges({ reactions: [aReaction(id)], queue })({ Records: [...register.stream()] });

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(queue.sent).toEqual([id]);
  });

  test("hands back what the queue doesn't take either, and what names nobody", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    const nameless = { eventName: "MODIFY" as const, dynamodb: { SequenceNumber: "9" } };
    const places = register.stream().map(({ dynamodb }) => dynamodb?.SequenceNumber);
    const react = reactToChanges({ reactions: [aReaction(id)], queue: aQueue(true) });

    const { batchItemFailures } = await react({ Records: [...register.stream(), nameless] });

    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).toSorted()).toEqual(
      [places[1], "9"].toSorted(),
    );
  });

  test("looks as well at whose change can't be read", async () => {
    const { register, id } = await aPermitHolder("2024-06-30");
    const [record] = register.stream();
    const unreadable = { ...record, dynamodb: { ...record?.dynamodb, NewImage: {} } };
    const reaction = aReaction();

    await reactToChanges({ reactions: [reaction], queue: aQueue() })({ Records: [unreadable] });

    expect(reaction.seen).toEqual([id]);
  });
});

describe("who looks once more", () => {
  const record = (body: string) => ({ messageId: body, body, attributes: { ApproximateReceiveCount: "2" } }) as never;

  test("gives back what fails again or names nobody, and only that", async () => {
    const [one, other] = [residentId(1), residentId(2)];
    const reaction = aReaction(other);

    const answer = await reactAgain([reaction])({ Records: [record(one), record(other), record("nobody")] });

    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual([other, "nobody"]);
    expect(reaction.seen).toEqual([one]);
  });
});
