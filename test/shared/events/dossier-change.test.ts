import type { DynamoDBRecord } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { dossierChangeIn } from "#shared/events/dossier-change.ts";
import { UnreadableChange } from "#shared/events/unreadable-change.ts";
import { changeToItem, seenToItem } from "#shared/storage/resident-items.ts";
import { following, registeredIn, residentId } from "#test/support/people.ts";
import { permitEvent } from "#test/support/permit-events.ts";
import { image, streamRecord } from "#test/support/stream-record.ts";

const registered = following(residentId(1), registeredIn("339901"));
const suspended = following(registered.dossier, {
  type: "permit-event-recorded",
  event: permitEvent("suspend", "2024-06-30"),
});
const record = streamRecord(registered.dossier, suspended.dossier, { committedAt: "2024-06-30T02:00:05.000Z" });

type Stream = NonNullable<DynamoDBRecord["dynamodb"]>;

const withStream = (changed: Partial<Stream>): DynamoDBRecord => ({
  ...record,
  dynamodb: { ...record.dynamodb, ...changed },
});

const unreadable = (poisoned: DynamoDBRecord): UnreadableChange => {
  try {
    dossierChangeIn(poisoned);
  } catch (fault) {
    if (fault instanceof UnreadableChange) return fault;
  }
  return expect.fail("the record was read");
};

describe("a record of the stream", () => {
  test("tells whose dossier changed, to which version, when, and what has happened", () => {
    expect(dossierChangeIn(record)).toEqual({
      residentId: residentId(1),
      version: 2,
      committedAt: "2024-06-30T02:00:05.000Z",
      events: [
        { name: "permit-suspended", eventId: "suspend-permit-1-2024-06-30", effectiveOn: "2024-06-30", version: 2 },
      ],
    });
    expect(dossierChangeIn(streamRecord(undefined, registered.dossier))?.events).toEqual([
      { name: "resident-registered" },
    ]);
  });

  test("of another item, or of a removal, tells of no dossier", () => {
    const receivedAt = "2024-06-30T02:00:00.000Z";
    const seen = seenToItem(residentId(1), { source: "feed", id: "r1", bodyHash: "hash", receivedAt });
    const others = [changeToItem(suspended.recorded), seen].map(image).map((NewImage) => {
      const { residentId = { S: "" }, item = { S: "" } } = NewImage;
      return withStream({ Keys: { residentId, item }, NewImage });
    });

    expect(others.map(dossierChangeIn)).toEqual([undefined, undefined]);
    expect(dossierChangeIn({ ...record, eventName: "REMOVE" })).toBeUndefined();
  });
});

describe("a record that cannot be read still tells of whom and of which version it tells", () => {
  const good = record.dynamodb?.NewImage ?? {};

  test.each<[string, Partial<Stream>]>([
    ["a dossier that is no JSON", { NewImage: { ...good, dossier: { S: "{" } } }],
    ["a dossier that is none", { NewImage: { ...good, dossier: { S: "null" } } }],
    ["a dossier without its parts", { NewImage: { ...good, dossier: { S: "{}" } } }],
    ["an old image that is no JSON", { OldImage: { ...good, dossier: { S: "" } } }],
    ["no moment of its commit", { ApproximateCreationDateTime: undefined }],
  ])("%s", (_, changed) => {
    expect(unreadable(withStream(changed))).toMatchObject({ residentId: residentId(1), version: 2 });
  });

  test("as far as its keys and its image do", () => {
    const withoutImage = unreadable(withStream({ NewImage: undefined }));
    const withoutId = unreadable(withStream({ Keys: { residentId: { S: "nobody" }, item: { S: "current" } } }));
    const withoutAnything = unreadable({ ...record, dynamodb: {} });

    expect(withoutImage).toMatchObject({ residentId: residentId(1), version: undefined });
    expect(withoutId).toMatchObject({ residentId: undefined, version: 2 });
    expect(withoutAnything).toMatchObject({ residentId: undefined, version: undefined });
    expect(unreadable(withStream({ NewImage: { ...good, version: { N: "0.5" } } })).version).toBeUndefined();
  });

  test("and its message shows nothing of what it held", () => {
    const fault = unreadable(withStream({ NewImage: { ...good, dossier: { S: '{"name": "山雨"' } } }));

    expect(fault.message).toBe("a record of the stream shows no dossier");
  });
});
