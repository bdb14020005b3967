import { expect, test } from "vitest";
import { keptKey, uploadKey, uploadPlace } from "#shared/storage/evidence-keys.ts";
import { uploadsIn } from "#shared/storage/upload-event.ts";
import { materialId } from "#test/support/a-material.ts";
import { residentId } from "#test/support/people.ts";

const place = { residentId: residentId(1), materialId: materialId(1) };

const told = (key: string, more: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    Records: [{ eventSource: "aws:s3", eventName: "ObjectCreated:Put", s3: { object: { key, size: 1 } }, ...more }],
  });

test("an upload is known by its key, however S3 writes it", () => {
  for (const key of [uploadKey(place), encodeURIComponent(uploadKey(place))])
    expect(uploadsIn(told(key))).toEqual([place]);
});

test("what S3 says when it begins to send tells of nothing", () => {
  expect(uploadsIn(JSON.stringify({ Service: "Amazon S3", Event: "s3:TestEvent", Bucket: "b" }))).toEqual([]);
});

test.each([
  ["no JSON", "{"],
  ["nothing", "{}"],
  ["another source", told(uploadKey(place), { eventSource: "aws:sns" })],
  ["a removal", told(uploadKey(place), { eventName: "ObjectRemoved:Delete" })],
])("a message with %s is not understood", (_, body) => {
  expect(() => uploadsIn(body)).toThrow("a message tells of no upload");
});

test.each([
  keptKey(place),
  `${uploadKey(place)}/more`,
  "quarantine/",
  "quarantine/r-1/e-1",
  `quarantine/${place.residentId}`,
])("no form was ever made out for %s", (key) => {
  expect(uploadPlace(key)).toBeUndefined();
  expect(() => uploadsIn(told(key))).toThrow("no form was made out for");
});
