import * as z from "zod";
import { wireError } from "./wire-error.ts";

const ShardIterator = z.strictObject({
  stream: z.string(),
  shard: z.string(),
  /** What follows this sequence number is read. */
  after: z.string(),
  issuedAt: z.number(),
});
type ShardIterator = z.infer<typeof ShardIterator>;

const fifteenMinutes = 15 * 60 * 1000;

/** A place in a stream as a client holds it, without being meant to read it. */
export const issueIterator = (place: Omit<ShardIterator, "issuedAt">): string =>
  Buffer.from(JSON.stringify({ ...place, issuedAt: Date.now() })).toString("base64url");

/** @throws a ValidationException, or an ExpiredIteratorException after 15 minutes */
export const readIterator = (iterator: string): ShardIterator => {
  const { issuedAt, ...place } = parsed(iterator);
  if (Date.now() - issuedAt > fifteenMinutes) {
    throw wireError("ExpiredIteratorException", "The iterator was issued more than 15 minutes ago");
  }
  return { ...place, issuedAt };
};

const parsed = (iterator: string): ShardIterator => {
  try {
    return ShardIterator.parse(JSON.parse(Buffer.from(iterator, "base64url").toString()));
  } catch {
    throw wireError("ValidationException", "Invalid ShardIterator");
  }
};
