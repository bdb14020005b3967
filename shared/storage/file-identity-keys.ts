import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import * as z from "zod";
import { fetchedOnce } from "./fetched-once.ts";
import type { IdentityKeys } from "./identity-keys.ts";

/** Keys in a file of the owner's, generated where there is none. For one machine: whoever reads the file reads all. */
export const fileIdentityKeys = (path: string): IdentityKeys => {
  const keys = fetchedOnce(() => readOrGenerate(path));
  return {
    seal: async (text, residentId) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", (await keys()).sealing, nonce).setAAD(Buffer.from(residentId));
      const encrypted = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString("base64");
    },

    open: async (sealed, residentId) => {
      const bytes = Buffer.from(sealed, "base64");
      try {
        const decipher = createDecipheriv("aes-256-gcm", (await keys()).sealing, bytes.subarray(0, nonceBytes))
          .setAAD(Buffer.from(residentId))
          .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        const encrypted = bytes.subarray(nonceBytes + tagBytes);
        return Buffer.concat([decipher.update(encrypted), decipher.final()]).toString("utf8");
      } catch (cause) {
        throw new Error("identity not opened", { cause });
      }
    },

    lookup: async (text) =>
      createHmac("sha256", (await keys()).lookup)
        .update(text)
        .digest("base64url"),
  };
};

const nonceBytes = 12;
const tagBytes = 16;

const Key = z.base64().transform((key, context) => {
  const bytes = Buffer.from(key, "base64");
  if (bytes.length !== 32) context.addIssue("must be 32 bytes");
  return bytes;
});
const KeyFile = z.strictObject({ sealing: Key, lookup: Key });

const readOrGenerate = async (path: string): Promise<z.infer<typeof KeyFile>> => {
  try {
    return KeyFile.parse(JSON.parse((await readIfThere(path)) ?? (await generate(path))));
  } catch (cause) {
    throw new Error(`no identity keys in ${path}`, { cause });
  }
};

/** Several workers may start at once: the first whole file stands, and all read that one. */
const generate = async (path: string): Promise<string> => {
  const key = () => randomBytes(32).toString("base64");
  const draft = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(draft, JSON.stringify({ sealing: key(), lookup: key() }), { mode: 0o600, flag: "wx" });
  await link(draft, path).catch(unless("EEXIST"));
  await rm(draft);
  return readFile(path, "utf8");
};

const readIfThere = (path: string): Promise<string | undefined> => readFile(path, "utf8").catch(unless("ENOENT"));

const unless = (code: string) => (cause: NodeJS.ErrnoException) => {
  if (cause.code !== code) throw cause;
  return undefined;
};
