import type { SQSRecord } from "aws-lambda";
import { expect, test } from "vitest";
import { settleSlice } from "#functions/settlement/settle-slice.ts";
import { settlementOffice } from "#test/support/settlement-office.ts";
import { testIdentityKeys } from "#test/support/test-identity-keys.ts";

const keys = await testIdentityKeys();

/** A settlement begun, its first task delivered to a worker whose first reads fail, together with what nobody can read. */
const deliveredTo = async (failures: number) => {
  const office = await settlementOffice([{ pensionYears: 3 }], { keys });
  await office.queueUp();
  const task = office.queue.next();
  let reads = 0;
  const read: typeof office.programmes.read = async (programmeId) => {
    reads += 1;
    if (reads <= failures) throw new Error("throttled");
    return office.programmes.read(programmeId);
  };
  const slice = settleSlice({ ...office.settling, programmes: { ...office.settling.programmes, read } });
  return slice({ Records: [record("unreadable", "{"), record("first", JSON.stringify(task))] });
};

const record = (messageId: string, body: string) =>
  ({ messageId, body, attributes: { ApproximateReceiveCount: "1" } }) as SQSRecord;

test.each([
  ["nobody fails on", 0, ["unreadable"]],
  ["fails once is tried again at once, so that the queue need not show it again", 1, ["unreadable"]],
  ["fails twice goes back into the queue, alone", 2, ["unreadable", "first"]],
])("a task that %s", async (_, failures, returned) => {
  const { batchItemFailures } = await deliveredTo(failures);

  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(returned);
});
