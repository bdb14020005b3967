import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { afterEach, expect, test, vi } from "vitest";
import type { CertificateKey } from "#shared/storage/certificate-key.ts";
import { chosenCertificateKey, secretCertificateKey } from "#shared/storage/chosen-certificate-key.ts";
import { fileIdentityKeys } from "#shared/storage/file-identity-keys.ts";
import { type KeyService, startKeyService } from "#test/support/key-service.ts";
import { newKeyFile } from "#test/support/test-identity-keys.ts";

const services: KeyService[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(services.splice(0).map((service) => service.close()));
});

const ofSecret = async (secret: string): Promise<CertificateKey> => {
  const { endpoint } = services[services.push(await startKeyService(secret)) - 1] as KeyService;
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  return secretCertificateKey(new SecretsManagerClient({ endpoint, region: "local", credentials }), "a secret");
};

const ofFile = async (): Promise<CertificateKey> => {
  vi.stubEnv("IDENTITY_KEY_FILE", await newKeyFile());
  return chosenCertificateKey();
};

test.each([
  ["a secret", () => ofSecret("a".repeat(64))],
  ["a file", ofFile],
])("of %s the same text gives the same hash, another text another", async (_, make) => {
  const key = await make();

  expect(await key.hash("one")).toMatch(/^[\w-]{43}$/);
  expect(await key.hash("one")).toBe(await key.hash("one"));
  expect(await key.hash("one")).not.toBe(await key.hash("other"));
});

test("another secret gives another hash", async () => {
  const [one, other] = [await ofSecret("a".repeat(64)), await ofSecret("b".repeat(64))];

  expect(await one.hash("one")).not.toBe(await other.hash("one"));
});

test("a hash of the file's key is none by which a person is found", async () => {
  const file = await newKeyFile();
  vi.stubEnv("IDENTITY_KEY_FILE", file);

  expect(await chosenCertificateKey().hash("number 1")).not.toBe(await fileIdentityKeys(file).lookup("number 1"));
});

test("without a file there has to be a secret", () => {
  for (const name of ["IDENTITY_KEY_FILE", "CERTIFICATE_SECRET_ARN"]) vi.stubEnv(name, "");

  expect(() => chosenCertificateKey()).toThrow("CERTIFICATE_SECRET_ARN");
});
