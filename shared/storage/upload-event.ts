import * as z from "zod";
import type { MaterialPlace } from "#shared/domain/material.ts";
import { uploadPlace } from "./evidence-keys.ts";

/** What S3 tells of an object that has come. With it comes much else, which is none of our business. */
const ObjectsCreated = z.object({
  Records: z.array(
    z.object({
      eventSource: z.literal("aws:s3"),
      eventName: z.string().startsWith("ObjectCreated:"),
      s3: z.object({ object: z.object({ key: z.string() }) }),
    }),
  ),
});

/** S3 writes this one when it is told where to send. */
const Announcement = z.object({ Event: z.literal("s3:TestEvent") });

/**
 * The uploads that a message tells of.
 * @throws Error for a message that tells of nothing, or of an object that no form was made out for
 */
export const uploadsIn = (body: string): readonly MaterialPlace[] => {
  const event = z.union([ObjectsCreated, Announcement]).safeParse(readJson(body));
  if (!event.success) throw new Error("a message tells of no upload");
  if ("Event" in event.data) return [];
  return event.data.Records.map(({ s3: { object } }) => {
    const place = uploadPlace(decodeURIComponent(object.key.replaceAll("+", " ")));
    if (!place) throw new Error("an object was uploaded that no form was made out for");
    return place;
  });
};

const readJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
