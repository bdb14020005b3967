import { createHash } from "node:crypto";
import type { Engine } from "./engine.ts";
import { keyspace, within } from "./keyspace.ts";
import type { Level, Write } from "./level.ts";
import { wireError } from "./wire-error.ts";

interface Remembered {
  readonly digest: string;
  readonly until: number;
}

const tenMinutes = 10 * 60 * 1000;

export const digestOf = (parameters: object): string =>
  createHash("sha256").update(JSON.stringify(parameters)).digest("base64");

/** Whether the transaction with this token has been committed. @throws when that was another transaction */
export const isCommitted = (level: Level, token: string, digest: string): boolean => {
  const remembered = level.getSync(keyspace.tokens + token) as Remembered | undefined;
  if (!remembered || remembered.until <= Date.now()) return false;
  if (remembered.digest === digest) return true;
  throw wireError("IdempotentParameterMismatchException", "The token was used for a transaction with other parameters");
};

/** Belongs to the transaction's own batch: so the token outlives a crash exactly when the transaction does. */
export const rememberToken = (token: string, digest: string): Write => {
  const value: Remembered = { digest, until: Date.now() + tenMinutes };
  return { type: "put", key: keyspace.tokens + token, value };
};

export const forgetOldTokens = async ({ level, write }: Engine): Promise<void> => {
  await write(async () => {
    const writes: Write[] = [];
    for await (const [key, remembered] of level.iterator(within(keyspace.tokens))) {
      if ((remembered as Remembered).until <= Date.now()) writes.push({ type: "del", key });
    }
    return { answer: {}, writes };
  });
};
