import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { environmentIfSet } from "#shared/runtime/environment.ts";
import { awsIdentityKeys } from "./aws-identity-keys.ts";
import { fileIdentityKeys } from "./file-identity-keys.ts";
import type { IdentityKeys } from "./identity-keys.ts";

/**
 * The keys that the environment names: a file on one machine, else KMS and a secret.
 * @throws Error when it names neither
 */
export const chosenIdentityKeys = (): IdentityKeys => {
  const keyFile = environmentIfSet("IDENTITY_KEY_FILE");
  if (keyFile) return fileIdentityKeys(keyFile);
  // a function is told only of the key that it may use
  const sealingKeyId = environmentIfSet("IDENTITY_KEY_ID");
  const lookupSecretArn = environmentIfSet("IDENTITY_LOOKUP_SECRET_ARN");
  if (sealingKeyId === undefined && lookupSecretArn === undefined) throw new Error("the environment names no keys");
  return awsIdentityKeys(new KMSClient(awsCalls), new SecretsManagerClient(awsCalls), {
    sealingKeyId,
    lookupSecretArn,
  });
};

const awsCalls = {
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
};
