import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";

/** Whether a single write was refused by its condition. */
export const failedCondition = (thrown: unknown): boolean => thrown instanceof ConditionalCheckFailedException;

/** Why each write of a transaction was refused: its condition failed, or others were busy with the item. */
export type Cancellation = "condition" | "busy" | "none";

/** The reasons in the order of the writes; nothing when the transaction failed for a reason that isn't lawful. */
export const cancellations = (thrown: unknown): readonly Cancellation[] | undefined => {
  if (!(thrown instanceof TransactionCanceledException)) return undefined;
  const reasons = thrown.CancellationReasons?.map(({ Code }) => cancellationOf[Code ?? "None"]);
  return reasons?.every((reason) => reason !== undefined) ? reasons : undefined;
};

// throttling of a burst passes like a conflict does: both are worth another try
const cancellationOf: Readonly<Record<string, Cancellation>> = {
  None: "none",
  ConditionalCheckFailed: "condition",
  TransactionConflict: "busy",
  ThrottlingError: "busy",
  ProvisionedThroughputExceeded: "busy",
};
