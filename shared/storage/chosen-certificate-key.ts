import { createHmac } from "node:crypto";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { environment, environmentIfSet } from "#shared/runtime/environment.ts";
import type { CertificateKey } from "./certificate-key.ts";
import { fileIdentityKeys } from "./file-identity-keys.ts";
import { secretText } from "./secret-text.ts";

/**
 * The key that the environment names: from a file on one machine, else a secret.
 * @throws Error when it names neither
 */
export const chosenCertificateKey = (): CertificateKey => {
  const keyFile = environmentIfSet("IDENTITY_KEY_FILE");
  if (keyFile) return { hash: (text) => fileIdentityKeys(keyFile).lookup(`certificate ${text}`) };
  return secretCertificateKey(new SecretsManagerClient(awsCalls), environment("CERTIFICATE_SECRET_ARN"));
};

/** Of the client's own, for the tests. */
export const secretCertificateKey = (secrets: SecretsManagerClient, secretArn: string): CertificateKey => {
  const key = secretText(secrets, secretArn);
  return {
    hash: async (text) =>
      createHmac("sha256", await key())
        .update(text)
        .digest("base64url"),
  };
};

const awsCalls = {
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
};
