import { createHash } from "node:crypto";

/** Two bodies that say the same have the same hash, whatever the order of their keys. */
export const bodyHash = (body: unknown): string =>
  createHash("sha256").update(JSON.stringify(body, keysInOrder)).digest("base64url");

const keysInOrder = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
