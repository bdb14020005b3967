import type { SQSRecord } from "aws-lambda";
import { expect, test } from "vitest";
import { retryRecomputation } from "#functions/recomputation/retry-recomputation.ts";
import type { ResidentId } from "#shared/domain/resident-id.ts";
import { residentId } from "#test/support/people.ts";
import { aPermitHolder, type Register } from "#test/support/permit-holder.ts";

const message = (messageId: string, body: unknown, receives = 1): SQSRecord => ({
  messageId,
  receiptHandle: "receipt",
  body: typeof body === "string" ? body : JSON.stringify(body),
  attributes: {
    ApproximateReceiveCount: `${receives}`,
    SentTimestamp: "0",
    SenderId: "sender",
    ApproximateFirstReceiveTimestamp: "0",
  },
  messageAttributes: {},
  md5OfBody: "",
  eventSource: "aws:sqs",
  eventSourceARN: "",
  awsRegion: "",
});

const request = (id: ResidentId, dossierVersion: number | null = 2) => ({
  residentId: id,
  dossierVersion,
  why: "change-failed",
});

const retry = async (register: Register, ...Records: SQSRecord[]) =>
  (await retryRecomputation(register)({ Records })).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

test("what waited in the retry queue is recomputed from the dossier as it stands by then", async () => {
  const { register, id } = await aPermitHolder("2024-06-30");
  await register.permit(id, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-20" });

  const failures = await retry(register, message("m1", request(id)), message("m2", request(id, null)));

  expect(failures).toEqual([]);
  expect(await register.scores.read(id)).toMatchObject({
    basis: { dossierVersion: 3 },
    status: "void-suspended",
    cause: "retried",
  });
});

test("what was recomputed in the meantime stays as it is", async () => {
  const { register, id } = await aPermitHolder("2024-06-30");
  await register.recompute(id);
  const before = await register.scores.read(id);

  const failures = await retry(register, message("m1", request(id), 4));

  expect(failures).toEqual([]);
  expect(await register.scores.read(id)).toEqual(before);
});

test("only what fails goes back to the queue: somebody without a dossier, a version that isn't there, what says nothing", async () => {
  const { register, id } = await aPermitHolder("2024-06-30");

  const failures = await retry(
    register,
    message("nobody", request(residentId(7))),
    message("good", request(id)),
    message("ahead", request(id, 3)),
    message("no-json", "{"),
    message("no-request", { residentId: id }),
    message("facts", { ...request(id), points: 20 }),
  );

  expect(failures).toEqual(["nobody", "ahead", "no-json", "no-request", "facts"]);
  expect(await register.scores.read(id)).toMatchObject({ basis: { dossierVersion: 2 } });
});
