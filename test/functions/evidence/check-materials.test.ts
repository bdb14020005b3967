import type { SQSRecord } from "aws-lambda";
import { expect, test } from "vitest";
import { checkMaterials } from "#functions/evidence/check-materials.ts";
import { uploadKey } from "#shared/storage/evidence-keys.ts";
import { type Evidence, evidenceOfOne } from "#test/support/evidence.ts";
import { fileOfType } from "#test/support/files.ts";

const message = (messageId: string, body: unknown): SQSRecord =>
  ({
    messageId,
    body: typeof body === "string" ? body : JSON.stringify(body),
    attributes: { ApproximateReceiveCount: "1" },
  }) as SQSRecord;

const created = (...keys: readonly string[]) => ({
  Records: keys.map((key) => ({
    eventVersion: "2.1",
    eventSource: "aws:s3",
    eventName: "ObjectCreated:Post",
    s3: { bucket: { name: "evidence" }, object: { key, size: 80, sequencer: "0055AED6DCD90281E5" } },
  })),
});

const check = async (evidence: Evidence, ...Records: SQSRecord[]) =>
  (await checkMaterials(evidence)({ Records })).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

const anUpload = async (evidence: Evidence) => {
  const file = fileOfType("application/pdf");
  const { form, place } = await evidence.request(file);
  await evidence.bucket.send(form, file.content);
  return place;
};

test("every upload that a message tells of is checked, also when S3 writes its key otherwise", async () => {
  const evidence = await evidenceOfOne();
  await evidence.undertake();
  const [one, two] = [await anUpload(evidence), await anUpload(evidence)];
  const escaped = uploadKey(two).replaceAll("/", "%2F");

  expect(await check(evidence, message("m1", created(uploadKey(one), escaped)))).toEqual([]);

  for (const place of [one, two]) expect(await evidence.stored(place)).toMatchObject({ state: "accepted" });
});

test("what S3 says when it is told where to send is no upload", async () => {
  const evidence = await evidenceOfOne();

  expect(await check(evidence, message("m1", { Service: "Amazon S3", Event: "s3:TestEvent" }))).toEqual([]);
});

test("only what fails goes back: what says nothing, what tells of something else, what can't be read today", async () => {
  const evidence = await evidenceOfOne();
  await evidence.undertake();
  const [good, unlucky] = [await anUpload(evidence), await anUpload(evidence)];
  const readUpload: Evidence["store"]["readUpload"] = async (place) => {
    if (place.materialId === unlucky.materialId) throw new Error("the store doesn't answer");
    return evidence.store.readUpload(place);
  };

  const failed = await check(
    { ...evidence, store: { ...evidence.store, readUpload } },
    message("no-json", "{"),
    message("no-event", { Records: [{ eventSource: "aws:sns" }] }),
    message("elsewhere", created("quarantine/somebody/something")),
    message("kept", created(`kept/${good.residentId}/${good.materialId}`)),
    message("unlucky", created(uploadKey(unlucky))),
    message("good", created(uploadKey(good))),
  );

  expect(failed).toEqual(["no-json", "no-event", "elsewhere", "kept", "unlucky"]);
  expect(await evidence.stored(good)).toMatchObject({ state: "accepted" });
  expect(await check(evidence, message("unlucky", created(uploadKey(unlucky))))).toEqual([]);
});
