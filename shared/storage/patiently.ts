import { setTimeout } from "node:timers/promises";
import { TransactionConflictException } from "@aws-sdk/client-dynamodb";
import { cancellations } from "./failed-condition.ts";

/** Sends again, a few times, while somebody else's transaction holds the item; every other answer is given on. */
export const patiently = async <Answer>(send: () => Promise<Answer>, tries = 5): Promise<Answer> => {
  try {
    return await send();
  } catch (cause) {
    if (tries <= 1 || !onlyBusy(cause)) throw cause;
    await setTimeout(10 + Math.random() * 40);
    return patiently(send, tries - 1);
  }
};

const onlyBusy = (thrown: unknown): boolean => {
  if (thrown instanceof TransactionConflictException) return true;
  const reasons = cancellations(thrown) ?? [];
  return reasons.includes("busy") && !reasons.includes("condition");
};
