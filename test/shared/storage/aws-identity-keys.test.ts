import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { afterEach, expect, test } from "vitest";
import { awsIdentityKeys } from "#shared/storage/aws-identity-keys.ts";
import { type KeyService, startKeyService } from "#test/support/key-service.ts";
import { residentId } from "#test/support/people.ts";
import { identityKeysCases } from "./identity-keys.cases.ts";

const services: KeyService[] = [];

afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.close()));
});

const start = async (secret: string, sealingKeyId = "a key") => {
  const service = await startKeyService(secret);
  services.push(service);
  const calls = {
    endpoint: service.endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
  const names = { sealingKeyId: sealingKeyId || undefined, lookupSecretArn: "a secret" };
  return { service, keys: awsIdentityKeys(new KMSClient(calls), new SecretsManagerClient(calls), names) };
};

const secretOf = (character: string) => character.repeat(64);
let made = 0;

identityKeysCases(async () => (await start(secretOf("abcdefghij"[made++ % 10] ?? ""))).keys);

test("the lookup key is read once, however many look up", async () => {
  const { keys, service } = await start(secretOf("a"));

  await Promise.all([keys.lookup("one"), keys.lookup("other"), keys.lookup("third")]);
  await keys.lookup("one");

  expect(service.calls).toEqual(["GetSecretValue"]);
});

test("a fault that passes is tried again", async () => {
  const { keys, service } = await start(secretOf("a"));

  service.failNext(1);

  expect(await keys.open(await keys.seal("山雨", residentId(1)), residentId(1))).toBe("山雨");
  expect(service.calls).toEqual(["Encrypt", "Encrypt", "Decrypt"]);
});

test("a fault that stays is one with its cause, and the next call tries afresh", async () => {
  const { keys, service } = await start(secretOf("a"));

  service.failNext(3);

  await expect(keys.lookup("one")).rejects.toThrow("secret not read");
  expect(await keys.lookup("one")).toHaveLength(43);
});

test("where no sealing key is named, nothing is sealed", async () => {
  const { service, keys } = await start(secretOf("a"), "");

  await expect(keys.seal("山雨", residentId(1))).rejects.toThrow("identity not sealed");
  expect(service.calls).toEqual([]);
});

test("a secret too short to be one is a fault", async () => {
  const { keys } = await start("short");

  await expect(keys.lookup("one")).rejects.toThrow("secret not read");
});
